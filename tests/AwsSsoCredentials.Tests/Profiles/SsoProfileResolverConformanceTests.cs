using System.Text.Json;
using AwsSsoCredentials.Tests.Config;

namespace AwsSsoCredentials.Tests.Profiles;

/// <summary>botocore's table of what its token provider resolves; it asks for a session, not for credentials.</summary>
public sealed class SsoProfileResolverConformanceTests
{
    private const string Cases = "sso-token/botocore-sso-token-cases.json";

    public static TheoryData<int, string> ResolutionCases()
    {
        var data = new TheoryData<int, string>();
        foreach ((int index, JsonElement one) in Conformance.ReadJson(Cases).GetProperty("resolutionCases").EnumerateArray().Index())
        {
            data.Add(index, one.GetProperty("documentation").GetString()!);
        }

        return data;
    }

    [ConformanceTheory]
    [MemberData(nameof(ResolutionCases))]
    public void A_session_resolves_where_botocore_resolves_it(int index, string documentation)
    {
        JsonElement one = Conformance.ReadJson(Cases).GetProperty("resolutionCases")[index];
        Assert.Equal(documentation, one.GetProperty("documentation").GetString());
        JsonElement config = one.GetProperty("config");
        using var fixture = new ConfigFixture(Sections(config, "profiles", "profile") + Sections(config, "sso_sessions", "sso-session"), "");

        if (one.GetProperty("resolves").GetBoolean())
        {
            Assert.Equal("admin", fixture.Resolver().GetSsoSessionOfProfile("test").Name);
        }
        else
        {
            // Where botocore goes on to its next provider there is none here: that is the other kind of error.
            string message = fixture.Refused(resolver => resolver.GetSsoSessionOfProfile("test"));
            bool isInvalid = one.TryGetProperty("expectedException", out _);
            Assert.Equal(!isInvalid, message.Contains("is not an SSO profile", StringComparison.Ordinal));
        }
    }

    [ConformanceFact]
    public void There_are_six_cases() => Assert.Equal(6, ResolutionCases().Count);

    private static string Sections(JsonElement config, string member, string prefix) =>
        config.TryGetProperty(member, out JsonElement sections)
            ? string.Concat(sections.EnumerateObject().Select(one => $"[{prefix} {one.Name}]\n{Properties(one.Value)}"))
            : "";

    private static string Properties(JsonElement section) => string.Concat(Conformance.Strings(section).Select(pair => $"{pair.Key} = {pair.Value}\n"));
}
