using AwsSsoCredentials.Files;
using AwsSsoCredentials.Flows;
using AwsSsoCredentials.Flows.Sync;
using AwsSsoCredentials.Tests.Files;
using AwsSsoCredentials.Tests.Support;

namespace AwsSsoCredentials.Tests.Flows;

/// <summary>Whole calls on files that real people have.</summary>
public sealed class OddFilesTests : IAsyncLifetime
{
    private static readonly SsoCredentials Credentials = new(
        "dev", "111122223333", "Developer", null, "ASIAIOSFODNN7EXAMPLE", "secret", "session", new DateTimeOffset(2030, 1, 2, 3, 4, 5, TimeSpan.Zero), "corp");

    private readonly FlowFixture _fixture = new();

    public Task InitializeAsync() => _fixture.InitializeAsync();

    public Task DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task A_token_of_the_SDK_for_Java_serves()
    {
        string path = _fixture.LogIn();
        string token = await File.ReadAllTextAsync(path);
        string expiry = System.Text.RegularExpressions.Regex.Match(token, "\"expiresAt\": *\"([^\"]+)Z\"").Groups[1].Value;
        await File.WriteAllTextAsync(path, token.Replace(expiry, expiry + ".238851270", StringComparison.Ordinal));

        Assert.Equal("Developer", (await GenerateAsync("dev")).RoleName);
    }

    [Theory]
    [InlineData("[keys\naws_access_key_id = AKIAKEEP\naws_secret_access_key = keep\n", "\n")]
    [InlineData("[dev-keys]\nregion = x\n[keys\naws_access_key_id = AKIAKEEP\naws_secret_access_key = keep\n", "")]
    [InlineData("# K\u00FCrzel\nstray\n[other]\nx: 1\nstray\n", "\n")]
    public void A_profile_is_written_into_a_file_that_the_AWS_CLI_gives_up_and_nothing_else_changes(string before, string between)
    {
        File.WriteAllBytes(_fixture.CredentialsPath, System.Text.Encoding.Latin1.GetBytes(before));

        Write("dev-keys", _fixture.Rooms());

        string after = System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(_fixture.CredentialsPath));
        string ours = after[after.IndexOf("aws_access_key_id = ASIA", StringComparison.Ordinal)..];
        ours = ours[..(ours.IndexOf('\n', ours.IndexOf("x_sso_digest", StringComparison.Ordinal)) + 1)];
        Assert.Equal(before + (between.Length > 0 ? between + "[dev-keys]\n" : ""), after.Replace(ours, "", StringComparison.Ordinal));
        Assert.NotNull(_fixture.Rooms().CredentialsFile.Read("dev-keys")!.ToSsoCredentials("dev", null));
        Assert.Contains(_fixture.Log.Warnings, warning => warning.Contains("refuse the whole file", StringComparison.Ordinal));
    }

    [Fact]
    public void A_section_whose_own_header_is_broken_is_not_written_a_second_time()
    {
        const string Before = "[dev-keys\naws_access_key_id = AKIAKEEP\n";
        File.WriteAllText(_fixture.CredentialsPath, Before);

        var error = Assert.Throws<SsoConfigurationException>(() => Write("dev-keys", _fixture.Rooms()));

        Assert.Contains($"{_fixture.CredentialsPath}, line 1", error.Message, StringComparison.Ordinal);
        Assert.Equal(Before, _fixture.CredentialsText());
    }

    [Fact]
    public async Task A_name_that_was_written_by_us_is_read_without_a_word()
    {
        _fixture.LogIn();
        Write("my keys", _fixture.Rooms());
        _fixture.Log.Warnings.Clear();
        _fixture.Log.Details.Clear();

        await GenerateAsync("dev");

        Assert.Empty(_fixture.Log.Warnings);
        Assert.DoesNotContain(_fixture.Log.Details, detail => detail.Contains("is ignored", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_path_with_a_variable_leads_to_the_home_and_nothing_is_written_into_the_current_folder()
    {
        Write("dev-keys", _fixture.Rooms(("AWS_SHARED_CREDENTIALS_FILE", "$HOME/.aws/c2")));

        Assert.True(File.Exists(Path.Combine(_fixture.Home, ".aws", "c2")));
        Assert.False(Directory.Exists("$HOME"));
        Assert.Throws<SsoConfigurationException>(() => Write("dev-keys", _fixture.Rooms(("AWS_SHARED_CREDENTIALS_FILE", "$HOMME/.aws/c2"))));
        Assert.False(Directory.Exists("$HOMME"));
        await Task.CompletedTask;
    }

    [UnixFact]
    public async Task The_null_device_as_credentials_file_is_empty_for_reading_and_refused_for_writing()
    {
        _fixture.LogIn();
        FlowRooms rooms = _fixture.Rooms(("AWS_SHARED_CREDENTIALS_FILE", "/dev/null"));

        Assert.Equal("dev", (await new GenerateFlow(rooms).RunAsync("dev", new GenerateSsoCredentialsSettings { ReuseFrom = "dev-keys" }, default)).Profile);
        var error = Assert.Throws<SsoFileException>(() => Write("dev-keys", rooms));
        Assert.Contains("/dev/null", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_read_only_home_is_told_with_the_variable_to_set()
    {
        var files = new FaultyOperations((step, _) =>
        {
            if (step is "OpenLock" or "CreateFolder" or "CreatePrivate")
            {
                throw new IOException("Read-only file system", ErrorNumbers.ReadOnlyFileSystem);
            }
        });

        var error = Assert.Throws<SsoFileException>(() => Write("dev-keys", _fixture.RoomsWith(files: files)));

        Assert.Contains("the file system is read-only", error.Message, StringComparison.Ordinal);
        Assert.Contains("AWS_SHARED_CREDENTIALS_FILE", error.Message, StringComparison.Ordinal);
        Assert.Equal(error.Message.IndexOf("credentials.lock", StringComparison.Ordinal), error.Message.LastIndexOf("credentials.lock", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_filtered_batch_says_once_which_token_serves()
    {
        _fixture.LogIn();
        var settings = new SyncCredentialsProfilesSettings { RoleFilter = new SsoRoleFilter { Session = "corp", Roles = { "ReadOnly" } } };

        await new SyncFlow(_fixture.Rooms()).RunAsync(settings, default);

        Assert.Single(_fixture.Log.Informations, line => line.StartsWith("Access token acquired", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_batch_says_which_section_its_pattern_does_not_reach()
    {
        _fixture.LogIn();
        await File.AppendAllTextAsync(_fixture.ConfigPath, "[profile dev two]\nsso_session = corp\nsso_account_id = 111122223333\nsso_role_name = Developer\n");

        await new SyncFlow(_fixture.Rooms()).RunAsync(new SyncCredentialsProfilesSettings { Profiles = { "dev*" } }, default);

        Assert.Contains("[profile dev two] is ignored", Assert.Single(_fixture.Log.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Names_of_accounts_that_become_one_are_an_error()
    {
        SsoRole[] roles =
        [
            new() { AccountId = "111111111111", RoleName = "Developer", Session = "corp", AccountName = "[PROD] X" },
            new() { AccountId = "222222222222", RoleName = "Developer", Session = "corp", AccountName = "(PROD) X" },
        ];

        IReadOnlyList<SyncItem> items =
            new SyncPlanner(_fixture.Rooms()).Plan(new SyncCredentialsProfilesSettings { TargetName = "{accountName}" }, roles);

        Assert.Equal(2, items.Count);
        Assert.All(items, item => Assert.Contains(
            "would both be written to the credentials profile [PROD--X]", item.Error!.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_name_that_some_client_cannot_read_is_read_by_us_and_written_under_another_one()
    {
        _fixture.LogIn();
        await File.AppendAllTextAsync(_fixture.ConfigPath, "[profile team[1]]\nsso_session = corp\nsso_account_id = 111122223333\nsso_role_name = Developer\n");

        var error = await Assert.ThrowsAsync<SsoSyncException>(
            () => new SyncFlow(_fixture.Rooms()).RunAsync(new SyncCredentialsProfilesSettings { Profiles = { "team*" } }, default));
        var named = await new SyncFlow(_fixture.Rooms()).RunAsync(new SyncCredentialsProfilesSettings { Profiles = { "team*" }, TargetName = "keys" }, default);

        Assert.Contains("TargetName", error.Message, StringComparison.Ordinal);
        Assert.Equal(CredentialsProfileSyncStatus.Written, Assert.Single(named).Status);
    }

    [Fact]
    public void A_quoted_AWS_PROFILE_is_told_by_its_name()
    {
        var error = Assert.Throws<SsoConfigurationException>(
            () => _fixture.Rooms(("AWS_PROFILE", "\"dev\"")).OfProfile(null, (profiles, name) => profiles.GetSsoProfile(name)));

        Assert.Contains("write dev without them. (The environment variable AWS_PROFILE chose this profile.)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Removing_keys_says_that_other_settings_stay()
    {
        File.WriteAllText(_fixture.CredentialsPath, "[dev-keys]\nregion = x\n");
        Write("dev-keys", _fixture.Rooms());

        new RemoveFlow(_fixture.Rooms()).Run("dev-keys", new RemoveCredentialsProfileSettings());

        Assert.Contains("the keys of profile [dev-keys] are removed, its other settings stay", _fixture.Log.Informations[^1], StringComparison.Ordinal);
        Assert.Equal("[dev-keys]\nregion = x\n", _fixture.CredentialsText());
    }

    private Task<SsoCredentials> GenerateAsync(string profile) =>
        new GenerateFlow(_fixture.Rooms()).RunAsync(profile, new GenerateSsoCredentialsSettings(), default);

    private static void Write(string target, FlowRooms rooms) => new WriteFlow(rooms).Run(Credentials, new WriteCredentialsProfileSettings { TargetProfile = target });
}
