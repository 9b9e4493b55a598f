using System.Globalization;
using System.Text.Json;
using AwsSsoCredentials.Profiles;
using AwsSsoCredentials.Services.Contracts;

namespace AwsSsoCredentials.Tests.Tokens;

/// <summary>The token provider suites of the AWS SDKs.</summary>
public sealed class TokenConformanceTests
{
    private static readonly SsoSession Admin = new("admin", "https://d-123.awsapps.com/start", "us-west-2", []);

    public static TheoryData<string, string, string> Cases()
    {
        var data = new TheoryData<string, string, string>();
        if (Conformance.Folder is not null)
        {
            (string File, string List)[] suites =
            [
                ("sso-token/sso-token-cache-behavior-tests.json", "cases"),
                ("sso-token/botocore-sso-token-cases.json", "refreshCases"),
            ];
            foreach (var (file, list) in suites)
            {
                foreach (var item in Conformance.ReadJson(file).GetProperty(list).EnumerateArray())
                {
                    data.Add(file, list, item.GetProperty("documentation").GetString()!);
                }
            }
        }

        return data;
    }

    [ConformanceTheory]
    [MemberData(nameof(Cases))]
    public async Task The_suite_is_met(string file, string list, string documentation)
    {
        var item = Conformance.ReadJson(file).GetProperty(list).EnumerateArray()
            .Single(candidate => candidate.GetProperty("documentation").GetString() == documentation);
        var oidc = new ScriptedOidc();
        if (item.TryGetProperty("refreshResponse", out var answer))
        {
            oidc.Answers.Enqueue(new OidcToken(
                answer.GetProperty("accessToken").GetString()!,
                TimeSpan.FromSeconds(answer.GetProperty("expiresIn").GetInt32()),
                answer.TryGetProperty("refreshToken", out var refreshToken) ? refreshToken.GetString() : null));
        }

        await using var room = TokenRoom.WithScript(oidc, new TestClock(Instant(item.GetProperty("currentTime"))));
        var path = room.WriteToken(item.GetProperty("cachedToken").GetRawText(), Admin);
        if (item.TryGetProperty("expectedException", out _))
        {
            await Assert.ThrowsAsync<SsoLoginRequiredException>(() => room.GetAsync(Admin));
        }
        else
        {
            var token = await room.GetAsync(Admin);
            var expected = item.GetProperty("expectedToken");
            Assert.Equal(expected.GetProperty("token").GetString(), token.AccessToken);
            Assert.Equal(Instant(expected.GetProperty("expiration")), token.ExpiresAt);
        }

        Assert.Empty(oidc.Answers);
        using var written = JsonDocument.Parse(File.ReadAllBytes(path));
        var content = item.TryGetProperty("expectedTokenWriteback", out var writeback) ? writeback : item.GetProperty("cachedToken");
        Assert.True(JsonElement.DeepEquals(content, written.RootElement), written.RootElement.GetRawText());
    }

    private static DateTimeOffset Instant(JsonElement value) => DateTimeOffset.Parse(value.GetString()!, CultureInfo.InvariantCulture);
}
