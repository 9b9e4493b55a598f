using System.Text.RegularExpressions;
using AwsSsoCredentials.Tests.Support;

namespace AwsSsoCredentials.Tests.Architecture;

/// <summary>Each promise of the documents names tests that exist.</summary>
public sealed partial class DocumentedTestsTests
{
    private static readonly ILookup<string, string[]> Tests = Directory.GetFiles(Repository.PathOf("tests"), "*Tests.cs", SearchOption.AllDirectories).ToLookup(
        path => Path.GetFileNameWithoutExtension(path), path => TestMethod().Matches(File.ReadAllText(path)).Select(match => match.Groups[1].Value).ToArray());

    private const string Behaviour = "docs/behaviour.md";

    // In their tables whose last column is headed "test".
    private static readonly string[] All = ["docs/credentials-file.md", Behaviour, "SECURITY.md"];

    public static TheoryData<string> Documents => new(All);

    public static TheoryData<string> Promises => new(All.SelectMany(PromisesOf).Distinct(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_document_has_promises(string document) => Assert.True(PromisesOf(document).Count() > 20);

    [Fact]
    public void The_behaviours_are_numbered_without_a_gap()
    {
        string[] rows = [.. PromisesOf(Behaviour)];

        Assert.Equal(Enumerable.Range(1, rows.Length).Select(number => $"{number}"), rows.Select(row => Number().Match(row).Groups[1].Value));
    }

    [Theory]
    [MemberData(nameof(Promises))]
    public void A_promise_names_tests_that_exist(string promise)
    {
        string[] names = [.. Quoted().Matches(promise.TrimEnd(' ', '|').Split(" | ")[^1]).Select(match => match.Groups[1].Value)];

        Assert.NotEmpty(names);
        Assert.All(names, name => Assert.True(Exists(name), $"{name} does not exist"));
    }

    private static IEnumerable<string> PromisesOf(string document)
    {
        bool inTable = false;
        foreach (string line in File.ReadLines(Repository.PathOf(document)))
        {
            if (inTable && line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| ---", StringComparison.Ordinal))
            {
                yield return line;
            }

            inTable = line.EndsWith("| test |", StringComparison.Ordinal) || (inTable && line.StartsWith('|'));
        }
    }

    // `Folder/Class`, `Class.Method`, `Method`, each of the last two perhaps cut off by an ellipsis.
    private static bool Exists(string name)
    {
        string[] parts = name[(name.LastIndexOf('/') + 1)..].Split('.');
        string method = parts[^1];
        if (Tests.Contains(method))
        {
            return true;
        }

        IEnumerable<string> methods = (parts.Length == 1 ? Tests.SelectMany(all => all) : Tests[parts[0]]).SelectMany(all => all);
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
