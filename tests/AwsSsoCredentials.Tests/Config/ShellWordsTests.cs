using AwsSsoCredentials.Config;

namespace AwsSsoCredentials.Tests.Config;

/// <summary>The expectations are what Python's <c>shlex.split</c> gives.</summary>
public sealed class ShellWordsTests
{
    [Theory]
    [InlineData("profile dev", "profile|dev")]
    [InlineData(" profile \t dev ", "profile|dev")]
    [InlineData("profile 'a b'", "profile|a b")]
    [InlineData("profile a\\ b", "profile|a b")]
    [InlineData("profile project\" two\"", "profile|project two")]
    [InlineData("profile \"a\\b\"", "profile|a\\b")]
    [InlineData("profile \"a\\\\b\\\"\"", "profile|a\\b\"")]
    [InlineData("profile 'a\\b'", "profile|a\\b")]
    [InlineData("profile ''", "profile|")]
    [InlineData("profile a#b", "profile|a#b")]
    [InlineData("profile DOMAIN\\user", "profile|DOMAINuser")]
    [InlineData("", "")]
    public void A_header_is_split_as_a_shell_would(string text, string words) => Assert.Equal(words, string.Join('|', ShellWords.Split(text)!));

    [Theory]
    [InlineData("profile \"a b")]
    [InlineData("profile it's")]
    [InlineData("profile a\\")]
    public void What_is_left_open_has_no_words(string text) => Assert.Null(ShellWords.Split(text));
}
