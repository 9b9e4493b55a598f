using AwsSsoCredentials.Flows;
using AwsSsoCredentials.Tests.Support;
using AwsSsoCredentials.Tokens.Cache;
using IdentityCenterEmulator;

namespace AwsSsoCredentials.Tests.Tokens;

/// <summary>Tokens that would end the header they are sent in.</summary>
public sealed class HostileTokenTests : IAsyncLifetime
{
    private const string TwoRequests = "T1\\r\\n\\r\\nPOST /logout HTTP/1.1\\r\\nHost: localhost\\r\\nx-amz-sso_bearer_token: T2";

    private readonly FlowFixture _fixture = new();

    public Task InitializeAsync() => _fixture.InitializeAsync();

    public Task DisposeAsync() => _fixture.DisposeAsync();

    [Theory]
    [InlineData("accessToken")]
    [InlineData("refreshToken")]
    [InlineData("clientId")]
    [InlineData("clientSecret")]
    public async Task A_token_file_with_a_line_feed_in_a_secret_is_invalid_and_nothing_is_sent(string member)
    {
        string path = WriteToken(member, TwoRequests);

        var error = await Assert.ThrowsAsync<SsoLoginRequiredException>(
            () => new GenerateFlow(_fixture.Rooms()).RunAsync("dev", new(), CancellationToken.None));

        Assert.Contains($"{path}, cannot be used: its {member} holds characters", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("T1", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, _fixture.Emulator.Calls.Total);
    }

    [Fact]
    public async Task A_token_that_is_not_ASCII_is_named_as_the_cause()
    {
        WriteToken("accessToken", "tökén");

        var error = await Assert.ThrowsAsync<SsoLoginRequiredException>(
            () => new GenerateFlow(_fixture.Rooms()).RunAsync("dev", new(), CancellationToken.None));

        Assert.Contains("accessToken", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_with_a_line_feed_is_removed_without_being_sent_to_the_portal()
    {
        string path = WriteToken("accessToken", TwoRequests);

        ClearSsoCacheResult cleared = await new ClearFlow(_fixture.Rooms()).RunAsync(new() { SignOut = true }, CancellationToken.None);

        Assert.Equal([path], cleared.TokenFiles);
        Assert.Contains("holds no access token that can be sent", Assert.Single(_fixture.Log.Warnings), StringComparison.Ordinal);
        Assert.Equal(0, _fixture.Emulator.Calls.Total);
    }

    [Theory]
    [InlineData("accessToken")]
    [InlineData("refreshToken")]
    public async Task A_token_with_a_line_feed_that_a_login_answers_is_not_stored(string member)
    {
        _fixture.Emulator.Faults.Set(EmulatorOperation.CreateToken, EmulatorFault.Replace(member, "T1\r\n\r\nPOST /logout HTTP/1.1"));

        var error = await Assert.ThrowsAnyAsync<SsoException>(() => LogInAsync());

        Assert.Contains(_fixture.Log.Details, line => line.Contains($"has a value for {member} that holds characters", StringComparison.Ordinal));
        Assert.All(_fixture.Log.All.Append(error.ToString()), line => Assert.DoesNotContain("T1", line, StringComparison.Ordinal));
        Assert.False(File.Exists(Path.Combine(_fixture.TokenFolder, CacheFileNames.Token("corp"))));
    }

    [Fact]
    public async Task A_refresh_that_answers_a_line_feed_stores_nothing()
    {
        string path = _fixture.LogIn(lifetime: TimeSpan.FromSeconds(1));
        string before = File.ReadAllText(path);
        _fixture.Emulator.Faults.Set(EmulatorOperation.CreateToken, EmulatorFault.Replace("accessToken", "T1\r\nx: y"));

        await Assert.ThrowsAsync<SsoServiceException>(
            () => new GenerateFlow(_fixture.RoomsWith(time: new Later())).RunAsync("dev", new(), CancellationToken.None));

        Assert.Equal(before, File.ReadAllText(path));
    }

    [Theory]
    [InlineData("verificationUri", "::set-output name=x::y")]
    [InlineData("verificationUri", "javascript:alert(1)")]
    [InlineData("verificationUri", "file:///etc/passwd")]
    [InlineData("verificationUri", "https://device.sso.eu-central-1.amazonaws.com@evil.example/")]
    [InlineData("verificationUri", "https://evil.example/\u001b[2J")]
    [InlineData("verificationUriComplete", "https://evil.example/\r\n##vso[x]")]
    [InlineData("userCode", "AB\r\n::error::x")]
    [InlineData("userCode", "A B")]
    [InlineData("deviceCode", "a\nb")]
    public async Task A_page_or_code_that_cannot_be_meant_is_not_shown(string member, string value)
    {
        _fixture.Emulator.Faults.Set(EmulatorOperation.StartDeviceAuthorization, EmulatorFault.Replace(member, value));

        var error = await Assert.ThrowsAsync<SsoServiceException>(() => LogInAsync());

        Assert.Contains($"has a value for {member} that", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(_fixture.Log.All, line => line.StartsWith("To log in to", StringComparison.Ordinal));
    }

    private Task LogInAsync() => new LoginFlow(_fixture.Rooms()).RunAsync(
        "dev", new() { Interactive = true, Flow = SsoLoginFlow.DeviceCode }, CancellationToken.None);

    private string WriteToken(string member, string value)
    {
        string path = Path.Combine(_fixture.TokenFolder, CacheFileNames.Token("corp"));
        Directory.CreateDirectory(_fixture.TokenFolder);
        var members = new Dictionary<string, string>
        {
            ["region"] = "eu-central-1",
            ["accessToken"] = "access",
            ["expiresAt"] = "2099-01-01T00:00:00Z",
            ["refreshToken"] = "refresh",
            ["clientId"] = "client",
            ["clientSecret"] = "secret",
            ["registrationExpiresAt"] = "2099-01-01T00:00:00Z",
            [member] = value,
        };
        File.WriteAllText(path, $"{{{string.Join(", ", members.Select(pair => $"\"{pair.Key}\": \"{pair.Value}\""))}}}");
        return path;
    }

    // An hour on, so that the token is due, and its file no longer fresh.
    private sealed class Later : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + TimeSpan.FromHours(1);
    }
}
