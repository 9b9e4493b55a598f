using AwsSsoCredentials.Files;
using AwsSsoCredentials.Services.Contracts;
using AwsSsoCredentials.Tests.Files;
using AwsSsoCredentials.Tokens;
using AwsSsoCredentials.Tokens.Cache;
using IdentityCenterEmulator;

namespace AwsSsoCredentials.Tests.Tokens;

public sealed class TokenProviderTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    [Trait("Case", "53")]
    public async Task Case_53_a_living_token_is_used_without_a_call()
    {
        await using var room = await TokenRoom.WithEmulatorAsync();
        var issued = room.IssueToken(Hour);
        Assert.Equal(issued.AccessToken, (await room.GetAsync()).AccessToken);
        Assert.Equal(0, room.Emulator.Calls.Total);
        Assert.Empty(room.Log.All);
    }

    [Fact]
    [Trait("Case", "54")]
    public async Task Case_54_a_minimal_token_is_used_until_it_expires()
    {
        await using var room = TokenRoom.WithoutServices();
        room.WriteToken($$"""{"accessToken": "a", "expiresAt": "{{TokenRoom.Time(room.Now.AddSeconds(1))}}"}""");
        Assert.Equal("a", (await room.GetAsync()).AccessToken);
        room.Clock.Advance(TimeSpan.FromSeconds(1));
        var error = await Assert.ThrowsAsync<SsoLoginRequiredException>(() => room.GetAsync());
        Assert.Contains("it holds no refresh token", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_lives_longer_than_any_session_is_renewed_with_a_word_about_the_clock()
    {
        await using var room = await TokenRoom.WithEmulatorAsync();
        var issued = room.IssueToken(TimeSpan.FromDays(92));
        Assert.NotEqual(issued.AccessToken, (await room.GetAsync()).AccessToken);
        Assert.Equal(1, room.Refreshes);
        var warning = Assert.Single(room.Log.Warnings);
        Assert.Contains("clock of this machine", warning, StringComparison.Ordinal);
        Assert.Contains(room.TokenPath, warning, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_without_refresh_that_lives_longer_than_any_session_is_not_used()
    {
        await using var room = TokenRoom.WithoutServices();
        room.WriteToken("""{"accessToken": "a", "expiresAt": "9999-12-31T23:59:59Z"}""", TokenRoom.Legacy);
        var error = await Assert.ThrowsAsync<SsoLoginRequiredException>(() => room.GetAsync(TokenRoom.Legacy));
        Assert.Contains("9999-12-31", error.Message, StringComparison.Ordinal);
        Assert.Contains("clock of this machine", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_of_the_longest_session_is_used()
    {
        await using var room = TokenRoom.WithoutServices();
        room.WriteToken(TimeSpan.FromDays(90));
        Assert.Equal("access-secret", (await room.GetAsync()).AccessToken);
        Assert.Empty(room.Log.Warnings);
    }

    [UnixFact]
    public async Task A_refresh_makes_a_file_that_others_could_read_private()
    {
        await using var room = await TokenRoom.WithEmulatorAsync();
        room.IssueToken(TimeSpan.Zero);
        Modes.Set(room.TokenPath, UnixMode.Private | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        await room.GetAsync();
        Assert.Equal(1, room.Refreshes);
        Assert.Equal(UnixMode.Private, Modes.Of(room.TokenPath));
    }

    [Fact]
    public async Task A_full_disk_uses_up_no_refresh_token()
    {
        await using var room = await TokenRoom.WithEmulatorAsync();
        room.IssueToken(TimeSpan.Zero);
        var error = await Assert.ThrowsAsync<SsoFileException>(() => GetOnFullDiskAsync(room));
        Assert.Contains("the disk is full", error.Message, StringComparison.Ordinal);
        Assert.Contains(room.TokenPath, error.Message, StringComparison.Ordinal);
        Assert.Equal(0, room.Refreshes);
        await room.GetAsync();
    }

    [UnixFact]
    public async Task A_token_file_that_is_read_only_uses_up_no_refresh_token()
    {
        await using var room = await TokenRoom.WithEmulatorAsync();
        room.IssueToken(TimeSpan.Zero);
        new FileInfo(room.TokenPath).IsReadOnly = true;

        var error = await Assert.ThrowsAsync<SsoFileException>(() => room.GetAsync());

        Assert.Contains("read-only", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, room.Refreshes);
    }

    [Fact]
    public async Task On_a_full_disk_a_token_that_lives_is_used_as_it_is()
    {
        await using var room = await TokenRoom.WithEmulatorAsync();
        var issued = room.IssueToken(TimeSpan.FromMinutes(5));
        Assert.Equal(issued.AccessToken, (await GetOnFullDiskAsync(room)).AccessToken);
        Assert.Equal(0, room.Refreshes);
        Assert.Contains("the disk is full", Assert.Single(room.Log.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Space_for_the_answer_is_taken_before_the_refresh_and_nothing_of_it_stays()
    {
        await using var room = await TokenRoom.WithEmulatorAsync();
        room.IssueToken(TimeSpan.Zero);
        var steps = new List<(string Step, int Refreshes)>();
        var operations = new FaultyOperations((step, _) => steps.Add((step, room.Refreshes)));
        await ProviderOn(room, operations).GetAsync(TokenRoom.Session, "dev", TimeSpan.Zero, null, CancellationToken.None);
        Assert.Contains(("Write", 0), steps);
        Assert.Contains(("Flush", 0), steps);
        Assert.DoesNotContain(("CreatePrivate", 1), steps);
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(Path.GetDirectoryName(room.CacheFolder)!)!, "*.tmp", SearchOption.AllDirectories));
        Assert.EndsWith("}", await File.ReadAllTextAsync(room.TokenPath), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Case", "55")]
    public async Task Case_55_an_expired_legacy_token_names_the_profile_to_log_in_with()
    {
        await using var room = TokenRoom.WithoutServices();
        var path = room.WriteToken(TimeSpan.Zero, TokenRoom.Legacy);
        var error = await Assert.ThrowsAsync<SsoLoginRequiredException>(() => room.GetAsync(TokenRoom.Legacy));
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
        Assert.Contains($"expired at {TokenRoom.Time(room.Now)}", error.Message, StringComparison.Ordinal);
        Assert.Contains("LoginSso(\"dev\")", error.Message, StringComparison.Ordinal);
        Assert.Contains("aws sso login --profile dev", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_legacy_token_is_never_refreshed()
    {
        await using var room = TokenRoom.WithoutServices();
        room.WriteToken(TimeSpan.FromMinutes(1), TokenRoom.Legacy);
        Assert.Equal("access-secret", (await room.GetAsync(TokenRoom.Legacy)).AccessToken);
    }

    [Theory]
    [Trait("Case", "56")]
    [InlineData("""{"expiresAt": "2100-01-02T03:04:05Z"}""", "it holds no accessToken")]
    [InlineData("""{"accessToken": "a"}""", "it holds no expiresAt")]
    public async Task Case_56_an_invalid_token_file_is_named(string json, string reason)
    {
        await using var room = TokenRoom.WithoutServices();
        var path = room.WriteToken(json);
        var error = await Assert.ThrowsAsync<SsoLoginRequiredException>(() => room.GetAsync());
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.Contains("aws sso login --sso-session corp", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Case", "57")]
    public async Task Case_57_an_expired_token_is_refreshed_and_written_back()
    {
        await using var room = await TokenRoom.WithEmulatorAsync();
        var issued = room.IssueToken(TimeSpan.FromMinutes(-5));
        var token = await room.GetAsync();
        Assert.NotEqual(issued.AccessToken, token.AccessToken);
        Assert.Equal(room.Now + Hour, token.ExpiresAt);
        var written = Assert.IsType<TokenLookup.Found>(await room.Cache.FindAsync(TokenRoom.Session, CancellationToken.None)).Token;
        Assert.Equal(token.AccessToken, written.AccessToken);
        Assert.Equal(token.RefreshToken, written.RefreshToken);
        Assert.NotEqual(issued.RefreshToken, written.RefreshToken);
        Assert.Equal(issued.ClientId, written.ClientId);
        Assert.Equal(issued.ClientSecret, written.ClientSecret);
        Assert.Equal(TokenRoom.StartUrl, written.StartUrl);
        Assert.Equal(1, room.Refreshes);
    }

    [Fact]
    public async Task A_refresh_keeps_unknown_members()
    {
        var oidc = Script(new OidcToken("new", Hour, "new-refresh"));
        await using var room = TokenRoom.WithScript(oidc);
        var path = room.WriteToken(TimeSpan.Zero);
        File.WriteAllText(path, File.ReadAllText(path).Replace("{", "{\"mine\": {\"a\": [1]}, ", StringComparison.Ordinal));
        await room.GetAsync();
        Assert.EndsWith("\"refreshToken\": \"new-refresh\", \"mine\": {\"a\": [1]}}", File.ReadAllText(path), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(899, true)]
    [InlineData(900, false)]
    public async Task A_token_is_refreshed_with_less_than_15_minutes_left(int secondsLeft, bool refreshed)
    {
        await using var room = await TokenRoom.WithEmulatorAsync();
        room.IssueToken(TimeSpan.FromSeconds(secondsLeft));
        await room.GetAsync();
        Assert.Equal(refreshed ? 1 : 0, room.Refreshes);
    }

    [Theory]
    [InlineData(59, 240, false)]
    [InlineData(60, 240, true)]
    [InlineData(5, 0, true)]
    public async Task A_token_written_within_the_last_minute_is_refreshed_only_when_it_has_expired(int age, int secondsLeft, bool refreshed)
    {
        await using var room = await TokenRoom.WithEmulatorAsync();
        room.IssueToken(TimeSpan.FromSeconds(secondsLeft));
        room.Age(room.TokenPath, TimeSpan.FromSeconds(age));
        await room.GetAsync();
        Assert.Equal(refreshed ? 1 : 0, room.Refreshes);
    }

    [Fact]
    public async Task Tokens_that_only_live_10_minutes_are_not_refreshed_at_every_turn()
    {
        await using var room = await TokenRoom.WithEmulatorAsync(options => options.AccessTokenLifetime = TimeSpan.FromMinutes(10));
        room.IssueToken(TimeSpan.Zero);
        for (var turn = 0; turn < 5; turn++)
        {
            await room.GetAsync();
        }

        Assert.Equal(1, room.Refreshes);
    }

    [Fact]
    public async Task A_refresh_token_that_stays_the_same_is_kept()
    {
        await using var room = await TokenRoom.WithEmulatorAsync(options => options.RefreshTokenMode = RefreshTokenMode.Same);
        var issued = room.IssueToken(TimeSpan.Zero);
        Assert.Equal(issued.RefreshToken, (await room.GetAsync()).RefreshToken);
    }

    [Fact]
    [Trait("Case", "58")]
    public async Task Case_58_without_a_new_refresh_token_the_next_expiry_needs_a_login()
    {
        await using var room = await TokenRoom.WithEmulatorAsync(options => options.RefreshTokenMode = RefreshTokenMode.None);
        room.IssueToken(TimeSpan.Zero);
        Assert.Null((await room.GetAsync()).RefreshToken);
        Assert.DoesNotContain("refreshToken", File.ReadAllText(room.TokenPath), StringComparison.Ordinal);
        room.Clock.Advance(Hour);
        await Assert.ThrowsAsync<SsoLoginRequiredException>(() => room.GetAsync());
        Assert.Equal(1, room.Refreshes);
    }

    [Fact]
    [Trait("Case", "59")]
    public async Task Case_59_an_expired_registration_is_not_tried()
    {
        await using var room = TokenRoom.WithoutServices();
        var path = room.WriteToken(TimeSpan.Zero);
        room.Clock.Advance(TimeSpan.FromDays(30));
        var error = await Assert.ThrowsAsync<SsoLoginRequiredException>(() => room.GetAsync());
        Assert.Contains("its client registration expired at", error.Message, StringComparison.Ordinal);
        Assert.True(File.Exists(path));
    }

    [Theory]
    [Trait("Case", "60")]
    [InlineData("registrationExpiresAt", "does not say how long its client registration is valid")]
    [InlineData("clientId", "holds no client registration")]
    [InlineData("clientSecret", "holds no client registration")]
    [InlineData("refreshToken", "holds no refresh token")]
    public async Task Case_60_a_token_that_lacks_a_part_is_not_refreshable(string member, string reason)
    {
        await using var room = TokenRoom.WithoutServices();
        var path = room.WriteToken(TimeSpan.Zero);
        File.WriteAllText(path, File.ReadAllText(path).Replace($"\"{member}\"", "\"x\"", StringComparison.Ordinal));
        var error = await Assert.ThrowsAsync<SsoLoginRequiredException>(() => room.GetAsync());
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Case", "61")]
    [InlineData(400, "InvalidGrantException")]
    [InlineData(500, "InternalServerException")]
    [InlineData(429, "TooManyRequestsException")]
    public async Task Case_61_a_living_token_serves_although_its_refresh_fails(int status, string type)
    {
        await using var room = await TokenRoom.WithEmulatorAsync();
        var issued = room.IssueToken(TimeSpan.FromMinutes(3));
        room.Emulator.Faults.Set(EmulatorOperation.CreateToken, EmulatorFault.Status(status, type));
        Assert.Equal(issued.AccessToken, (await room.GetAsync()).AccessToken);
        Assert.Equal(issued.AccessToken, (await room.GetAsync()).AccessToken);
        Assert.Contains("could not be refreshed", Assert.Single(room.Log.Warnings), StringComparison.Ordinal);
        Assert.Equal(1, room.Refreshes);
    }

    [Fact]
    public async Task A_failed_refresh_is_tried_again_after_a_minute()
    {
        await using var room = await TokenRoom.WithEmulatorAsync();
        var issued = room.IssueToken(TimeSpan.FromMinutes(3));
        room.Emulator.Faults.Set(EmulatorOperation.CreateToken, EmulatorFault.Status(500, "InternalServerException") with { Times = 1 });
        await room.GetAsync();
        room.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.NotEqual(issued.AccessToken, (await room.GetAsync()).AccessToken);
    }

    [Fact]
    [Trait("Case", "62")]
    public async Task Case_62_an_expired_token_whose_refresh_is_refused_asks_for_a_login_and_stays()
    {
        await using var room = await TokenRoom.WithEmulatorAsync();
        var issued = room.IssueToken(TimeSpan.Zero);
        var content = File.ReadAllText(room.TokenPath);
        room.Emulator.RevokeRefreshToken(issued.RefreshToken!);
        var error = await Assert.ThrowsAsync<SsoLoginRequiredException>(() => room.GetAsync());
        Assert.Contains("aws sso login --sso-session corp", error.Message, StringComparison.Ordinal);
        Assert.Contains("revoked", error.Message, StringComparison.Ordinal);
        Assert.Equal(content, File.ReadAllText(room.TokenPath));
    }

    [Fact]
    [Trait("Case", "62")]
    public async Task Case_62_a_refused_refresh_token_is_not_tried_for_every_profile()
    {
        await using var room = await TokenRoom.WithEmulatorAsync();
        room.Emulator.RevokeRefreshToken(room.IssueToken(TimeSpan.Zero).RefreshToken!);
        for (var profile = 0; profile < 5; profile++)
        {
            await Assert.ThrowsAsync<SsoLoginRequiredException>(() => room.GetAsync());
        }

        Assert.Equal(1, room.Refreshes);
    }

    [Fact]
    [Trait("Case", "62")]
    public async Task Case_62_an_expired_token_while_the_service_is_down_is_an_error_of_the_service()
    {
        await using var room = await TokenRoom.WithEmulatorAsync();
        room.IssueToken(TimeSpan.Zero);
        room.Emulator.Faults.Set(EmulatorOperation.CreateToken, EmulatorFault.Status(503, "ServiceUnavailableException"));
        var error = await Assert.ThrowsAsync<SsoServiceException>(() => room.GetAsync());
        Assert.Contains(room.Emulator.Url.AbsoluteUri.TrimEnd('/'), error.Message, StringComparison.Ordinal);
        Assert.Equal(2, error.Message.Split("CreateToken at ").Length); // said once
        Assert.Equal(2, error.Message.Split("request id").Length);
        Assert.Contains("aws sso login --sso-session corp", error.Message, StringComparison.Ordinal);
        Assert.True(File.Exists(room.TokenPath));
    }

    [Fact]
    [Trait("Case", "62")]
    public async Task Case_62_a_service_that_is_down_is_not_asked_for_every_profile_but_again_after_a_minute()
    {
        await using var room = await TokenRoom.WithEmulatorAsync();
        room.IssueToken(TimeSpan.Zero);
        room.Emulator.Faults.Set(EmulatorOperation.CreateToken, EmulatorFault.Status(503, "ServiceUnavailableException") with { Times = 1 });
        for (var profile = 0; profile < 5; profile++)
        {
            await Assert.ThrowsAsync<SsoServiceException>(() => room.GetAsync());
        }

        Assert.Equal(1, room.Refreshes);
        room.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.NotNull(await room.GetAsync());
    }

    [Fact]
    public async Task An_expired_token_while_the_service_throttles_is_an_error_of_its_own()
    {
        await using var room = await TokenRoom.WithEmulatorAsync();
        room.IssueToken(TimeSpan.Zero);
        room.Emulator.Faults.Set(EmulatorOperation.CreateToken, EmulatorFault.Status(429, "TooManyRequestsException"));
        await Assert.ThrowsAsync<SsoThrottledException>(() => room.GetAsync());
    }

    [Fact]
    [Trait("Case", "63")]
    public async Task Case_63_a_token_that_somebody_else_refreshed_meanwhile_is_used()
    {
        var oidc = Script(ServiceFailureKind.InvalidGrant);
        await using var room = TokenRoom.WithScript(oidc);
        room.WriteToken(TimeSpan.Zero);
        oidc.OnCreateToken = () => room.WriteToken(Hour, accessToken: "somebody-elses");
        Assert.Equal("somebody-elses", (await room.GetAsync()).AccessToken);
        Assert.Empty(room.Log.Warnings);
    }

    [Fact]
    public async Task A_login_that_came_in_between_is_not_overwritten_by_a_refresh()
    {
        var oidc = Script(new OidcToken("refreshed", Hour, "r"));
        await using var room = TokenRoom.WithScript(oidc);
        room.WriteToken(TimeSpan.Zero);
        oidc.OnCreateToken = () => room.WriteToken(Hour, accessToken: "logged-in");
        Assert.Equal("logged-in", (await room.GetAsync()).AccessToken);
        Assert.Contains("logged-in", File.ReadAllText(room.TokenPath), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_was_cleared_meanwhile_is_not_written_back()
    {
        var oidc = Script(new OidcToken("refreshed", Hour, "r"));
        await using var room = TokenRoom.WithScript(oidc);
        var path = room.WriteToken(TimeSpan.Zero);
        oidc.OnCreateToken = () => File.Delete(path);
        await Assert.ThrowsAsync<SsoLoginRequiredException>(() => room.GetAsync());
        Assert.False(File.Exists(path));
    }

    [Fact]
    public async Task A_refresh_is_not_cut_off_by_a_caller_who_gives_up()
    {
        var oidc = Script(new OidcToken("refreshed", Hour, "r"));
        await using var room = TokenRoom.WithScript(oidc);
        var path = room.WriteToken(TimeSpan.Zero);
        using var caller = new CancellationTokenSource();
        oidc.OnCreateToken = caller.Cancel;
        await room.Provider.GetAsync(TokenRoom.Session, "dev", default, null, caller.Token);
        Assert.Contains("refreshed", File.ReadAllText(path), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Case", "65")]
    public async Task Case_65_a_token_without_zone_is_used_as_utc()
    {
        await using var room = TokenRoom.WithoutServices();
        room.WriteToken($$"""{"accessToken": "a", "expiresAt": "{{TokenRoom.Time(room.Now + Hour).TrimEnd('Z')}}"}""");
        Assert.Equal(room.Now + Hour, (await room.GetAsync()).ExpiresAt);
    }

    [Fact]
    [Trait("Case", "69")]
    public async Task Case_69_half_a_file_asks_for_a_login_in_the_end()
    {
        await using var room = TokenRoom.WithoutServices();
        var path = room.WriteToken("{\"accessToken\": \"access-secret\"");
        var error = await Assert.ThrowsAsync<SsoLoginRequiredException>(() => room.GetAsync());
        Assert.Contains($"{path}, cannot be used: it is empty, half written or not JSON", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("access-secret", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Case", "73")]
    public async Task Case_73_a_missing_token_names_its_file()
    {
        await using var room = TokenRoom.WithoutServices();
        var error = await Assert.ThrowsAsync<SsoLoginRequiredException>(() => room.GetAsync());
        Assert.Contains(room.TokenPath, error.Message, StringComparison.Ordinal);
        Assert.EndsWith("ee0bfd2552fbd840c02cc48b6e823320543c450f.json", room.TokenPath, StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Case", "73")]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Case_73_the_token_of_the_session_is_pointed_out_to_the_legacy_profile_and_the_other_way_round(bool legacyHasIt)
    {
        await using var room = TokenRoom.WithoutServices();
        var (has, asks) = legacyHasIt ? (TokenRoom.Legacy, TokenRoom.Session) : (TokenRoom.Session, TokenRoom.Legacy);
        var other = room.WriteToken(Hour, has);
        var error = await Assert.ThrowsAsync<SsoLoginRequiredException>(() => room.GetAsync(asks));
        Assert.Contains(room.Cache.PathOf(asks), error.Message, StringComparison.Ordinal);
        Assert.Contains(other, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Case", "74")]
    [InlineData("/", true)]
    [InlineData("#", true)]
    [InlineData("/#", false)]
    [InlineData("/\\#/", true)]
    [InlineData("/\\#/", false)]
    [InlineData("/#/?tab=accounts", true)]
    public async Task Case_74_another_spelling_of_the_start_url_is_pointed_out(string suffix, bool saysStartUrl)
    {
        await using var room = TokenRoom.WithoutServices();
        var startUrl = TokenRoom.StartUrl + suffix;
        var member = saysStartUrl ? $"\"startUrl\": \"{startUrl.Replace("\\", @"\\", StringComparison.Ordinal)}\", " : "";
        var other = room.WriteToken(
            $$"""{ {{member}}"accessToken": "a", "expiresAt": "2100-01-02T03:04:05Z"}""", TokenRoom.Legacy with { StartUrl = startUrl });
        var error = await Assert.ThrowsAsync<SsoLoginRequiredException>(() => room.GetAsync(TokenRoom.Legacy));
        Assert.Contains(other, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_read_only_home_the_state_of_the_token_is_said_and_where_to_log_in()
    {
        await using var room = TokenRoom.WithoutServices();
        var path = room.WriteToken(TimeSpan.Zero);
        var files = new SafeFiles(
            new Files.FaultyOperations((step, _) =>
            {
                if (step == "OpenLock")
                {
                    throw new IOException("Read-only file system", ErrorNumbers.ReadOnlyFileSystem);
                }
            }),
            TimeProvider.System);
        var provider = new TokenProvider(new TokenCache(room.CacheFolder, files, room.Clock, room.Log), room.Services, room.Clock, room.Log);

        var error = await Assert.ThrowsAsync<SsoFileException>(() => provider.GetAsync(TokenRoom.Session, null, TimeSpan.Zero, null, default));

        Assert.Contains($"{path} expired at ", error.Message, StringComparison.Ordinal);
        Assert.Contains("the file system is read-only", error.Message, StringComparison.Ordinal);
        Assert.Contains("log in where", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Case", "75")]
    public async Task Case_75_a_token_of_another_region_is_warned_about_once()
    {
        await using var room = TokenRoom.WithoutServices();
        room.WriteToken(Hour);
        var session = TokenRoom.Session with { Region = "eu-west-1" };
        await room.GetAsync(session);
        await room.GetAsync(session);
        var warning = Assert.Single(room.Log.Warnings);
        Assert.Contains("us-east-1", warning, StringComparison.Ordinal);
        Assert.Contains("eu-west-1", warning, StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Case", "75")]
    [InlineData("https://d-1111111111.awsapps.com/start", true)]
    [InlineData("https://D-9876543210.awsapps.com/start/#/", false)]
    public async Task Case_75_a_token_of_another_start_url_is_warned_about(string startUrl, bool warned)
    {
        await using var room = TokenRoom.WithoutServices();
        room.WriteToken(Hour);
        await room.GetAsync(TokenRoom.Session with { StartUrl = startUrl });
        Assert.Equal(warned, room.Log.Warnings.Any(warning => warning.Contains(startUrl, StringComparison.Ordinal)));
    }

    [Fact]
    [Trait("Case", "76")]
    public async Task Case_76_what_cannot_be_read_is_an_error_of_its_own()
    {
        await using var room = TokenRoom.WithoutServices();
        Directory.CreateDirectory(room.TokenPath);
        var error = await Assert.ThrowsAsync<SsoFileException>(() => room.GetAsync());
        Assert.Contains(room.TokenPath, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Case", "78")]
    public async Task Case_78_expiry_is_compared_in_utc()
    {
        await using var room = TokenRoom.WithoutServices();
        var east = (room.Now + TimeSpan.FromMinutes(20)).ToOffset(TimeSpan.FromHours(9)).ToString("yyyy-MM-ddTHH:mm:sszzz");
        room.WriteToken($$"""{"accessToken": "a", "expiresAt": "{{east}}"}""");
        Assert.Equal("a", (await room.GetAsync()).AccessToken);
        room.Clock.Advance(TimeSpan.FromMinutes(20));
        await Assert.ThrowsAsync<SsoLoginRequiredException>(() => room.GetAsync());
    }

    [Fact]
    [Trait("Case", "78")]
    public async Task Case_78_a_living_token_that_the_portal_refuses_hints_at_the_clock()
    {
        await using var room = TokenRoom.WithoutServices();
        room.WriteToken(Hour, refreshToken: null);
        var error = await Assert.ThrowsAsync<SsoLoginRequiredException>(() => room.GetAsync(rejected: "access-secret"));
        Assert.Contains("clock of this machine is wrong", error.Message, StringComparison.Ordinal);
        Assert.Contains("sso_region", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("access-secret", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Case", "86")]
    public async Task Case_86_a_rejected_token_is_refreshed_although_it_lives()
    {
        await using var room = await TokenRoom.WithEmulatorAsync();
        var issued = room.IssueToken(Hour);
        room.Age(room.TokenPath, TimeSpan.Zero);
        var token = await room.GetAsync(rejected: issued.AccessToken);
        Assert.NotEqual(issued.AccessToken, token.AccessToken);
        Assert.Equal(token.AccessToken, (await room.GetAsync(rejected: issued.AccessToken)).AccessToken);
        Assert.Equal(1, room.Refreshes);
    }

    [Fact]
    public async Task A_minimum_lifetime_forces_a_refresh()
    {
        await using var room = await TokenRoom.WithEmulatorAsync();
        room.IssueToken(TimeSpan.FromMinutes(30));
        room.Age(room.TokenPath, TimeSpan.Zero);
        Assert.Equal(room.Now + Hour, (await room.GetAsync(minimumLifetime: TimeSpan.FromMinutes(45))).ExpiresAt);
    }

    [Fact]
    public async Task A_minimum_lifetime_that_no_token_reaches_is_said_to_be_so()
    {
        await using var room = await TokenRoom.WithEmulatorAsync();
        room.IssueToken(TimeSpan.FromMinutes(30));
        var error = await Assert.ThrowsAsync<SsoLoginRequiredException>(() => room.GetAsync(minimumLifetime: TimeSpan.FromHours(8)));
        Assert.Contains("480 minutes", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_living_token_serves_although_its_lock_cannot_be_made()
    {
        await using var room = TokenRoom.WithoutServices();
        room.WriteToken(TimeSpan.FromMinutes(3));
        Directory.CreateDirectory(room.LockPath);
        Assert.Equal("access-secret", (await room.GetAsync()).AccessToken);
        string warning = Assert.Single(room.Log.Warnings);
        Assert.Contains(room.TokenPath, warning, StringComparison.Ordinal);
        Assert.Contains(room.LockPath, warning, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refresh_by_others_that_takes_for_ever_is_an_error_of_the_service()
    {
        await using var room = TokenRoom.WithoutServices();
        room.WriteToken(TimeSpan.Zero);
        using var other = await room.Cache.LockAsync(TokenRoom.Session, true, CancellationToken.None);

        // Here the wait for the lock goes by the clock that passes at once.
        var cache = new TokenCache(room.CacheFolder, new SafeFiles(new FileOperations(), room.Clock), room.Clock, room.Log);
        var provider = new TokenProvider(cache, room.Services, room.Clock, room.Log);
        var error = await Assert.ThrowsAsync<SsoServiceException>(() =>
            provider.GetAsync(TokenRoom.Session, "dev", default, null, CancellationToken.None));
        Assert.Contains("another build", error.Message, StringComparison.Ordinal);
        Assert.Contains(room.TokenPath, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Case", "96")]
    [InlineData(400, "InvalidGrantException")]
    [InlineData(401, "InvalidClientException")]
    [InlineData(500, "InternalServerException")]
    public async Task Case_96_no_failed_refresh_shows_a_secret(int status, string type)
    {
        await using var room = await TokenRoom.WithEmulatorAsync();
        var issued = room.IssueToken(TimeSpan.Zero);
        room.Emulator.Faults.Set(
            EmulatorOperation.CreateToken,
            EmulatorFault.Status(status, type, $"{issued.RefreshToken} of {issued.ClientSecret} is bad"));
        var error = await Assert.ThrowsAnyAsync<SsoException>(() => room.GetAsync());
        string[] secrets = [issued.AccessToken, issued.RefreshToken!, issued.ClientSecret];
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, error.ToString(), StringComparison.Ordinal));
        Assert.All(room.Log.All, line => Assert.All(secrets, secret => Assert.DoesNotContain(secret, line, StringComparison.Ordinal)));
    }

    private static ScriptedOidc Script(params object[] answers)
    {
        var oidc = new ScriptedOidc();
        foreach (var answer in answers)
        {
            oidc.Answers.Enqueue(answer);
        }

        return oidc;
    }

    private static TokenProvider ProviderOn(TokenRoom room, FaultyOperations operations) =>
        new(new TokenCache(room.CacheFolder, new SafeFiles(operations, TimeProvider.System), room.Clock, room.Log), room.Services, room.Clock, room.Log);

    private static Task<SsoToken> GetOnFullDiskAsync(TokenRoom room)
    {
        var operations = new FaultyOperations((step, _) =>
        {
            if (step == "Write")
            {
                throw new IOException("No space left on device", ErrorNumbers.NoSpace);
            }
        });
        return ProviderOn(room, operations).GetAsync(TokenRoom.Session, "dev", TimeSpan.Zero, null, CancellationToken.None);
    }
}
