using System.Text.Json;
using AwsSsoCredentials.Config;

namespace AwsSsoCredentials.Tests.Config;

/// <summary>The cross-SDK suite of the shared config, case by case, against the strict reading.</summary>
public sealed class SharedConfigConformanceTests
{
    private const string Cases = "aws-profile-parser/profile-parser-tests.json";

    // What is meant to differ: the error the suite expects, and why there is none.
    private static readonly Dictionary<string, string> Deviations = new()
    {
        ["Invalid sub-property definitions cause an error."] = "A nested block is another tool's business and must not stop an SSO login.",
        ["Sub-property definitions cannot have an empty name."] = "The same.",
    };

    public static TheoryData<int, string> ParserCases()
    {
        var data = new TheoryData<int, string>();
        foreach ((int index, JsonElement one) in Conformance.ReadJson(Cases).GetProperty("tests").EnumerateArray().Index())
        {
            data.Add(index, one.GetProperty("name").GetString()!);
        }

        return data;
    }

    [ConformanceTheory]
    [MemberData(nameof(ParserCases))]
    public void The_files_are_read_as_the_specification_says(int index, string name)
    {
        JsonElement one = Conformance.ReadJson(Cases).GetProperty("tests")[index];
        JsonElement input = one.GetProperty("input");
        JsonElement output = one.GetProperty("output");
        using var fixture = new ConfigFixture(Text(input, "configFile"), Text(input, "credentialsFile"));

        if (Deviations.ContainsKey(name))
        {
            Assert.True(output.TryGetProperty("errorContaining", out _), "The suite has changed: is this still a deviation?");
            Assert.Equal(["foo"], fixture.LoadStrictly().Profiles.Keys);
        }
        else if (output.TryGetProperty("errorContaining", out JsonElement expected))
        {
            var error = Assert.Throws<SsoConfigurationException>(() => fixture.LoadStrictly());
            Ordinal.Contains(expected.GetString()!, error.Message);
            Ordinal.Contains(fixture.ConfigPath + ", line ", error.Message);
        }
        else
        {
            SharedConfig config = fixture.LoadStrictly();
            Assert.Equal(Expected(output.GetProperty("config"), "profiles"), Actual(config.Profiles));
            Assert.Equal(Expected(output.GetProperty("config"), "sso_sessions"), Actual(config.SsoSessions));
        }
    }

    [ConformanceFact]
    public void There_are_65_cases_and_every_deviation_is_one_of_them()
    {
        List<string> names = [.. Conformance.ReadJson(Cases).GetProperty("tests").EnumerateArray().Select(one => one.GetProperty("name").GetString()!)];

        Assert.Equal(65, names.Count);
        Assert.All(Deviations.Keys, name => Assert.Contains(name, names));
    }

    private static string? Text(JsonElement input, string name) =>
        input.TryGetProperty(name, out JsonElement text) ? text.GetString() : null;

    private static List<string> Expected(JsonElement config, string name) =>
        config.TryGetProperty(name, out JsonElement sections)
            ? Flat(
                sections.EnumerateObject().Select(one => (one.Name, Conformance.Strings(one.Value).Select(pair => (pair.Key, pair.Value)))))
            : [];

    // The suite wants the names of properties in lower case.
    private static List<string> Actual(IReadOnlyDictionary<string, ConfigSection> sections) =>
        Flat(
            sections.Values.Select(one => (one.Name, one.Properties.Values.Select(property => (property.Name.ToLowerInvariant(), property.Value)))));

    private static List<string> Flat(IEnumerable<(string Name, IEnumerable<(string Key, string Value)> Properties)> sections) =>
        [.. sections.SelectMany(one => one.Properties.Select(pair => $"[{one.Name}] {pair.Key}={pair.Value}").Prepend($"[{one.Name}]")).Order(StringComparer.Ordinal)];
}
