using System.Diagnostics;
using AwsSsoCredentials.Tests.Tokens;

namespace AwsSsoCredentials.Tests;

public sealed class QuotedTests
{
    private static readonly string[] Odd =
    [
        "o'neil", "a'; touch PWN; echo '", "a & calc", "a | b > c", "my profile", "a;b", "(a)", "*", "~", "#a", "@a", "a,b", "a^b", "größe", "",
    ];

    public static TheoryData<string> OddNames => new(Odd);

    [Theory]
    [InlineData("dev")]
    [InlineData("Dev_1.a/b:c@d+e-f")]
    public void A_plain_name_stands_as_it_is(string name) => Assert.Equal(name, Quoted.ForShells(name));

    [Theory]
    [MemberData(nameof(OddNames))]
    public void Whatever_a_shell_would_split_or_run_stands_between_double_quotes(string name) =>
        Assert.Equal($"\"{name}\"", Quoted.ForShells(name));

    [UnixFact]
    public void A_POSIX_shell_takes_each_of_them_for_one_word_and_runs_nothing()
    {
        string words = string.Join(' ', Odd.Select(Quoted.ForShells));
        using Process shell = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", $"printf '%s\\n' {words}"]) { RedirectStandardOutput = true })!;
        string output = shell.StandardOutput.ReadToEnd();
        shell.WaitForExit();

        Assert.Equal(string.Concat(Odd.Select(name => name + "\n")), output);
    }

    [Theory]
    [InlineData("a\"b")]
    [InlineData("$(touch PWN)")]
    [InlineData("`touch PWN`")]
    [InlineData("a\\")]
    [InlineData("%PATH%")]
    [InlineData("!a")]
    [InlineData("a\u201D; calc; \u201Db")]
    [InlineData("a\nb")]
    [InlineData("a\u2028b")]
    [InlineData("a\u202Eb")]
    [InlineData("--debug")]
    [InlineData("##vso[task.x]")]
    public void What_some_shell_would_still_expand_is_not_offered(string name) => Assert.Null(Quoted.ForShells(name));

    [Theory]
    [InlineData("dev", "\"dev\"")]
    [InlineData("o'neil", "\"o'neil\"")]
    [InlineData("a\"); Run(\"", "\"a\\\"); Run(\\\"\"")]
    [InlineData("a\\", "\"a\\\\\"")]
    [InlineData("a\r\nb", "\"a\\u000D\\u000Ab\"")]
    [InlineData("a\u2028b", "\"a\\u2028b\"")]
    [InlineData("##vso[x]", "\"\\u0023\\u0023vso[x]\"")]
    public void A_literal_of_CSharp_holds_quotes_backslashes_and_line_ends_escaped(string text, string literal) =>
        Assert.Equal(literal, Quoted.ForCSharp(text));
}
