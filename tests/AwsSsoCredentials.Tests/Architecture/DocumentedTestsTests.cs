using System.Text.RegularExpressions;
using AwsSsoCredentials.Tests.Support;

namespace AwsSsoCredentials.Tests.Architecture;

/// <summary>Each promise of docs/credentials-file.md, and each row of docs/behaviour.md, names tests that exist.</summary>
public sealed partial class DocumentedTestsTests
{
    private static readonly string[] Sources =
        [.. new[] { "tests/AwsSsoCredentials.Tests", "tests/AwsSsoCredentials.Services.Tests", "tests/EndToEnd", "tests/EndToEnd.Interchange" }.SelectMany(folder => Directory.GetFiles(Repository.PathOf(folder), "*Tests.cs", SearchOption.AllDirectories))];

    private static readonly Dictionary<string, string[]> Tests = Sources.GroupBy(path => Path.GetFileNameWithoutExtension(path)).ToDictionary(
        same => same.Key, same => same.SelectMany(path => TestMethod().Matches(File.ReadAllText(path)).Select(match => match.Groups[1].Value)).ToArray());

    public static TheoryData<string> Promises => new(File.ReadLines(Repository.PathOf("docs/credentials-file.md"))
        .SkipWhile(line => line != "## Promises")
        .TakeWhile(line => line != "## The files you may see")
        .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && line is not ("| promise | test |" or "| --- | --- |")));

    public static TheoryData<string> Behaviours => new(File.ReadLines(Repository.PathOf("docs/behaviour.md"))
        .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && line is not ("| # | what happens | test |" or "| --- | --- | --- |")));

    [Fact]
    public void There_are_promises() => Assert.True(Promises.Count > 20);

    [Fact]
    public void The_behaviours_are_numbered_without_a_gap() => Assert.Equal(
        Enumerable.Range(1, Behaviours.Count).Select(number => number.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        File.ReadLines(Repository.PathOf("docs/behaviour.md")).Select(line => Number().Match(line)).Where(match => match.Success).Select(match => match.Groups[1].Value));

    [Theory]
    [MemberData(nameof(Promises))]
    [MemberData(nameof(Behaviours))]
    public void A_promise_names_tests_that_exist(string promise)
    {
        string[] names = [.. Quoted().Matches(promise.TrimEnd(' ', '|').Split(" | ")[^1]).Select(match => match.Groups[1].Value)];

        Assert.NotEmpty(names);
        Assert.All(names, name => Assert.True(Exists(name), $"{name} does not exist"));
    }

    // `Folder/Class`, `Class.Method`, `Method`, each of the last two perhaps cut off by an ellipsis.
    private static bool Exists(string name)
    {
        string[] parts = name[(name.LastIndexOf('/') + 1)..].Split('.');
        string method = parts[^1];
        if (Tests.ContainsKey(method))
        {
            return true;
        }

        IEnumerable<string> methods = parts.Length == 1 ? Tests.Values.SelectMany(all => all) : Tests.GetValueOrDefault(parts[0]) ?? [];
        return method.EndsWith('…')
            ? methods.Any(candidate => candidate.StartsWith(method.TrimEnd('…'), StringComparison.Ordinal))
            : methods.Contains(method.TrimStart('…'));
    }

    [GeneratedRegex(@"^\| (\d+) \| ")]
    private static partial Regex Number();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"public (?:async Task|void) (\w+)\(")]
    private static partial Regex TestMethod();
}
