using System.Text;
using System.Text.Json;
using AwsSsoCredentials.Login;
using AwsSsoCredentials.Tokens;
using AwsSsoCredentials.Tokens.Cache;

namespace AwsSsoCredentials.Tests.Tokens.Cache;

public sealed class SsoTokenJsonTests
{
    private const string Complete =
        """{"startUrl": "https://d-1.awsapps.com/start", "region": "us-east-1", "accessToken": "access","""
        + """ "expiresAt": "2026-11-22T07:33:45Z", "clientId": "client", "clientSecret": "secret","""
        + """ "registrationExpiresAt": "2027-02-20T06:33:44Z", "refreshToken": "refresh"}""";

    [Fact]
    public void A_complete_token_is_read()
    {
        var token = Valid(Complete);
        Assert.Equal("https://d-1.awsapps.com/start", token.StartUrl);
        Assert.Equal("us-east-1", token.Region);
        Assert.Equal("access", token.AccessToken);
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 7, 33, 45, TimeSpan.Zero), token.ExpiresAt);
        Assert.Equal("client", token.ClientId);
        Assert.Equal("secret", token.ClientSecret);
        Assert.Equal(new DateTimeOffset(2027, 2, 20, 6, 33, 44, TimeSpan.Zero), token.RegistrationExpiresAt);
        Assert.Equal("refresh", token.RefreshToken);
        Assert.Empty(token.OtherMembers);
    }

    [Fact]
    public void A_token_is_written_byte_for_byte_as_the_cli_writes_it() =>
        Assert.Equal(Complete, Encoding.UTF8.GetString(SsoTokenJson.Write(Valid(Complete))));

    [Fact]
    [Trait("Case", "54")]
    public void Case_54_an_access_token_and_its_expiry_are_enough()
    {
        var token = Valid("""{"accessToken": "a", "expiresAt": "2026-11-22T07:33:45Z"}""");
        Assert.Null(token.RefreshToken);
        Assert.Null(token.RegistrationExpiresAt);
    }

    [Theory]
    [Trait("Case", "56")]
    [InlineData("""{"expiresAt": "2026-11-22T07:33:45Z"}""", "it holds no accessToken")]
    [InlineData("""{"accessToken": null, "expiresAt": "2026-11-22T07:33:45Z"}""", "it holds no accessToken")]
    [InlineData("""{"accessToken": "", "expiresAt": "2026-11-22T07:33:45Z"}""", "it holds no accessToken")]
    [InlineData("""{"accessToken": 5, "expiresAt": "2026-11-22T07:33:45Z"}""", "it holds no accessToken")]
    [InlineData("""{"accessToken": "a"}""", "it holds no expiresAt")]
    [InlineData("""{"accessToken": "a", "expiresAt": null}""", "it holds no expiresAt")]
    [InlineData("{}", "it holds no accessToken")]
    public void Case_56_a_file_without_token_or_expiry_is_invalid(string json, string reason) => Assert.Equal(reason, Invalid(json));

    [Theory]
    [Trait("Case", "65")]
    [InlineData("""{"accessToken": "a", "expiresAt": 1795333413}""")]
    [InlineData("""{"accessToken": "a", "expiresAt": "soon"}""")]
    [InlineData("""{"accessToken": "a", "expiresAt": {"at": "2026-11-22T07:33:45Z"}}""")]
    public void Case_65_an_expiry_that_is_no_time_is_invalid(string json) =>
        Assert.Equal("its expiresAt is not a point in time", Invalid(json));

    [Fact]
    [Trait("Case", "65")]
    public void Case_65_an_expiry_without_zone_is_noticed() =>
        Assert.True(Valid("""{"accessToken": "a", "expiresAt": "2026-11-22T07:33:45"}""").IsZoneAssumed);

    [Fact]
    [Trait("Case", "66")]
    public void Case_66_null_members_are_absent()
    {
        var token = Valid(
            """{"accessToken": "a", "expiresAt": "2026-11-22T07:33:45Z", "refreshToken": null, "startUrl": null, "clientId": null}""");
        Assert.Null(token.RefreshToken);
        Assert.Equal("""{"accessToken": "a", "expiresAt": "2026-11-22T07:33:45Z"}""", Encoding.UTF8.GetString(SsoTokenJson.Write(token)));
    }

    [Fact]
    [Trait("Case", "67")]
    public void Case_67_member_names_are_read_in_any_case()
    {
        var token = Valid("""{"AccessToken": "a", "EXPIRESAT": "2026-11-22T07:33:45Z", "RefreshToken": "r"}""");
        Assert.Equal("a", token.AccessToken);
        Assert.Equal("r", token.RefreshToken);
    }

    [Theory]
    [InlineData("""{"accessToken": "exact", "AccessToken": "other", "expiresAt": "2026-11-22T07:33:45Z"}""")]
    [InlineData("""{"AccessToken": "other", "accessToken": "exact", "expiresAt": "2026-11-22T07:33:45Z"}""")]
    [InlineData("""{"accessToken": "first", "accessToken": "exact", "expiresAt": "2026-11-22T07:33:45Z"}""")]
    public void The_exact_name_counts_and_of_equals_the_last(string json) => Assert.Equal("exact", Valid(json).AccessToken);

    [Fact]
    [Trait("Case", "68")]
    public void Case_68_unknown_members_are_kept_as_they_are()
    {
        var token = Valid(
            """
            {
              "idToken": "s\u00f6 \u002B",
              "accessToken": "a",
              "nested": { "list": [1, 2.50, {"deep": null}], "accessToken": "not this one" },
              "expiresAt": "2026-11-22T07:33:45Z",
              "empty": []
            }
            """);
        Assert.Equal("a", token.AccessToken);
        Assert.Equal(
            """{"accessToken": "a", "expiresAt": "2026-11-22T07:33:45Z", "idToken": "s\u00f6 \u002B","""
            + """ "nested": {"list": [1, 2.50, {"deep": null}], "accessToken": "not this one"}, "empty": []}""",
            Encoding.UTF8.GetString(SsoTokenJson.Write(token)));
    }

    [Theory]
    [Trait("Case", "69")]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("{\"accessToken\": \"a")]
    [InlineData("{\"accessToken\": \"a\", \"expiresAt\": \"2026-11-22T07:33:45Z\"")]
    [InlineData("\0\0\0\0")]
    [InlineData("{\"accessToken\": \"a\"}}")]
    public void Case_69_half_a_file_is_told_apart_from_a_wrong_one(string json) => Assert.True(Defect(json).IsPassing);

    [Fact]
    [Trait("Case", "70")]
    public void Case_70_a_byte_order_mark_is_skipped() => Assert.Equal("access", Valid("\uFEFF" + Complete).AccessToken);

    [Theory]
    [Trait("Case", "71")]
    [InlineData("[]")]
    [InlineData("[{\"accessToken\": \"a\"}]")]
    [InlineData("\"accessToken\"")]
    [InlineData("7")]
    [InlineData("null")]
    public void Case_71_another_top_level_is_invalid(string json) => Assert.Equal("it is not a JSON object", Invalid(json));

    [Theory]
    [InlineData("""{"accessToken": "\ud800", "expiresAt": "2026-11-22T07:33:45Z"}""")]
    [InlineData("""{"\ud800": "x", "accessToken": "a", "expiresAt": "2026-11-22T07:33:45Z"}""")]
    public void Half_a_surrogate_pair_is_invalid(string json) => Assert.Equal("it holds a text that is not Unicode", Invalid(json));

    [Fact]
    public void A_registration_expiry_that_cannot_be_read_leaves_the_token_usable() =>
        Assert.Null(Valid(
            """{"accessToken": "a", "expiresAt": "2026-11-22T07:33:45Z", "registrationExpiresAt": "never"}""").RegistrationExpiresAt);

    [Fact]
    public void What_other_encoders_escape_is_read_and_written_plainly()
    {
        var token = Valid("""{"accessToken": "a\u002Bb\/c", "expiresAt": "2026-11-22T07:33:45Z"}""");
        Assert.Equal("a+b/c", token.AccessToken);
        Assert.Contains("\"a+b/c\"", Encoding.UTF8.GetString(SsoTokenJson.Write(token)), StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_is_written_is_valid_json()
    {
        var token = new SsoToken { AccessToken = "q\"b\\n\n\t\u0001\u007f é😀", ExpiresAt = DateTimeOffset.UnixEpoch };
        using var document = JsonDocument.Parse(SsoTokenJson.Write(token));
        Assert.Equal(token.AccessToken, document.RootElement.GetProperty("accessToken").GetString());
    }

    [Fact]
    [Trait("Case", "72")]
    public void Case_72_a_registration_leaves_no_traces_of_a_token() =>
        Assert.Null(SsoTokenJson.ReadTraces("""{"clientId": "c", "clientSecret": "s", "expiresAt": "2027-02-20T06:33:44Z"}"""u8.ToArray()));

    [Fact]
    public void A_token_unfit_for_use_still_leaves_its_traces()
    {
        var traces = SsoTokenJson.ReadTraces("""{"accessToken": "a", "region": "eu-west-1"}"""u8.ToArray());
        Assert.NotNull(traces);
        Assert.Equal("a", traces.AccessToken);
        Assert.Equal("eu-west-1", traces.Region);
    }

    [Fact]
    [Trait("Case", "96")]
    public void Case_96_no_default_text_shows_a_secret()
    {
        var token = Valid(Complete) with { AccessToken = "SECRET1", ClientSecret = "SECRET2", RefreshToken = "SECRET3" };
        object[] all =
        [
            token,
            new TokenLookup.Found("/p", token, default, new(null, null)),
            new TokenTraces("SECRET1", null, null),
            new ClientRegistration("c", "SECRET2", default, SsoLoginFlow.DeviceCode),
            new Pkce("SECRET4"),
            new LoginCallback("SECRET5", null),
            new TokenNeed(TokenRoom.Session, null, default, "SECRET1"),
        ];
        Assert.All(all, item => Assert.DoesNotContain("SECRET", item.ToString(), StringComparison.Ordinal));
    }

    private static CacheDefect Defect(string json)
    {
        CacheDefect? defect = SsoTokenJson.TryRead(Encoding.UTF8.GetBytes(json), out SsoToken? token);

        Assert.Null(token);
        return Assert.IsType<CacheDefect>(defect);
    }

    private static SsoToken Valid(string json)
    {
        Assert.Null(SsoTokenJson.TryRead(Encoding.UTF8.GetBytes(json), out SsoToken? token));
        return token!;
    }

    private static string Invalid(string json)
    {
        CacheDefect defect = Defect(json);

        Assert.False(defect.IsPassing);
        return defect.Reason;
    }
}
