using System.Security.Cryptography;
using System.Text;
using AwsSsoCredentials.Flows;
using AwsSsoCredentials.Tests.Files;
using AwsSsoCredentials.Tests.Support;
using IdentityCenterEmulator;

namespace AwsSsoCredentials.Tests.Flows;

public sealed class ClearFlowTests : IAsyncLifetime
{
    private readonly FlowFixture _fixture = new();

    public Task InitializeAsync() => _fixture.InitializeAsync();

    public Task DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task All_tokens_and_the_CLIs_SSO_role_credentials_go_and_nothing_else()
    {
        string corp = _fixture.LogIn();
        string other = _fixture.LogIn("other");
        string registration = Put(_fixture.TokenFolder, "registration.json", """{"clientId": "x", "clientSecret": "y", "expiresAt": "2030-01-01T00:00:00Z"}""");
        string broken = Put(_fixture.TokenFolder, "broken.json", "{");
        string sso = Put(_fixture.CliCacheFolder, "a.json", """{"ProviderType": "sso", "Credentials": {}}""");
        string assumed = Put(_fixture.CliCacheFolder, "b.json", """{"Credentials": {}}""");

        ClearSsoCacheResult result = await ClearAsync(new ClearSsoCacheSettings());

        Assert.Equal(new[] { corp, other }.Order(StringComparer.Ordinal), result.TokenFiles.Order(StringComparer.Ordinal));
        Assert.Equal([sso], result.RoleCredentialFiles);
        Assert.All([corp, other, sso], path => Assert.False(File.Exists(path), path));
        Assert.All([registration, broken, assumed, _fixture.ConfigPath], path => Assert.True(File.Exists(path), path));
        Assert.Contains(_fixture.Log.Informations, line => line.StartsWith("Success! Cache cleared: 2 SSO tokens and 1 cached role credential", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_session_takes_its_token_and_its_role_credentials_along()
    {
        string corp = _fixture.LogIn();
        string other = _fixture.LogIn("other");
        string ofCorp = Put(_fixture.CliCacheFolder, RoleCredentialsOf("corp"), """{"ProviderType": "sso"}""");
        string ofOther = Put(_fixture.CliCacheFolder, RoleCredentialsOf("other"), """{"ProviderType": "sso"}""");

        ClearSsoCacheResult result = await ClearAsync(new ClearSsoCacheSettings { Session = "corp" });

        Assert.Equal([corp], result.TokenFiles);
        Assert.Equal([ofCorp], result.RoleCredentialFiles);
        Assert.True(File.Exists(other));
        Assert.True(File.Exists(ofOther));
    }

    [Fact]
    public async Task A_token_that_cannot_be_removed_keeps_no_role_credentials()
    {
        string corp = _fixture.LogIn();
        string ofCorp = Put(_fixture.CliCacheFolder, RoleCredentialsOf("corp"), """{"ProviderType": "sso"}""");
        bool isDenied = false;
        FlowRooms rooms = _fixture.RoomsWith(files: new FaultyOperations((step, _) =>
        {
            // The token is the first file that is read.
            if (step == "OpenForReading" && !isDenied)
            {
                isDenied = true;
                throw new UnauthorizedAccessException("denied");
            }
        }));

        var error = await Assert.ThrowsAsync<SsoFileException>(
            () => new ClearFlow(rooms).RunAsync(new ClearSsoCacheSettings { Session = "corp" }, CancellationToken.None));

        Assert.Contains(corp, error.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(ofCorp));
        Assert.DoesNotContain(_fixture.Log.Informations, line => line.StartsWith("Success!", StringComparison.Ordinal));
    }

    [Fact]
    public async Task SignOut_revokes_the_token_at_the_portal_first()
    {
        _fixture.LogIn();

        await new ClearFlow(_fixture.Rooms(("AWS_ENDPOINT_URL_SSO", _fixture.Emulator.Url.AbsoluteUri)))
            .RunAsync(new ClearSsoCacheSettings { SignOut = true }, CancellationToken.None);

        Assert.Equal(1, _fixture.Emulator.Calls.Count(EmulatorOperation.Logout));
    }

    [Fact]
    public async Task A_portal_that_fails_is_warned_about_and_the_cache_cleared_all_the_same()
    {
        string token = _fixture.LogIn();
        _fixture.Emulator.Faults.Set(EmulatorOperation.Logout, EmulatorFault.Status(400, "InvalidRequestException"));

        await ClearAsync(new ClearSsoCacheSettings { SignOut = true });

        Assert.False(File.Exists(token));
        Assert.Single(_fixture.Log.Warnings);
    }

    [Fact]
    public async Task Settings_that_forbid_the_call_are_warned_about_and_the_cache_cleared_all_the_same()
    {
        string token = _fixture.LogIn();

        await new ClearFlow(_fixture.Rooms(("AWS_USE_FIPS_ENDPOINT", "true")))
            .RunAsync(new ClearSsoCacheSettings { SignOut = true }, CancellationToken.None);

        Assert.False(File.Exists(token));
        Assert.Contains("AWS_USE_FIPS_ENDPOINT", Assert.Single(_fixture.Log.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_SignOut_nothing_is_called()
    {
        _fixture.LogIn();

        await new ClearFlow(_fixture.RoomsWithoutNetwork()).RunAsync(new ClearSsoCacheSettings(), CancellationToken.None);

        Assert.Equal(0, _fixture.Emulator.Calls.Total);
    }

    [Fact]
    public async Task An_empty_home_is_cleared_without_an_error_and_without_making_folders()
    {
        ClearSsoCacheResult result = await ClearAsync(new ClearSsoCacheSettings());

        Assert.Empty(result.TokenFiles);
        Assert.False(Directory.Exists(_fixture.TokenFolder));
    }

    private static string RoleCredentialsOf(string session) => Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(
        $$"""{"accountId":"111122223333","roleName":"Developer","sessionName":"{{session}}"}"""))) + ".json";

    private static string Put(string folder, string name, string content)
    {
        Directory.CreateDirectory(folder);
        string path = Path.Combine(folder, name);
        File.WriteAllText(path, content);
        return path;
    }

    private Task<ClearSsoCacheResult> ClearAsync(ClearSsoCacheSettings settings) =>
        new ClearFlow(_fixture.Rooms()).RunAsync(settings, CancellationToken.None);
}
