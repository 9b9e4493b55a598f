namespace IdentityCenterEmulator.Tests.Options;

public sealed class OptionsFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Accounts_and_settings_are_read()
    {
        var path = _folder.Write("emulator.json", """
            {
              // comments and trailing commas are fine
              "port": 18080,
              "https": true,
              "httpsPort": 18443,
              "signIn": "autoApprove",
              "startUrls": ["https://d-1111111111.awsapps.com/start"],
              "accessTokenLifetime": "00:10:00",
              "pollInterval": "00:00:01",
              "refreshTokenMode": "same",
              "pageSize": 10,
              "accounts": [
                { "accountId": "000000000001", "accountName": "One", "emailAddress": "one@example.com", "roles": ["A", "B+C"] },
              ],
            }
            """);

        var options = EmulatorOptions.FromJsonFile(path);

        Assert.Equal(18080, options.Port);
        Assert.True(options.Https);
        Assert.Equal(18443, options.HttpsPort);
        Assert.Equal(EmulatorSignIn.AutoApprove, options.SignIn);
        Assert.Equal(["https://d-1111111111.awsapps.com/start"], options.StartUrls);
        Assert.Equal(TimeSpan.FromMinutes(10), options.AccessTokenLifetime);
        Assert.Equal(TimeSpan.FromSeconds(1), options.PollInterval);
        Assert.Equal(RefreshTokenMode.Same, options.RefreshTokenMode);
        Assert.Equal(10, options.PageSize);
        var account = Assert.Single(options.Accounts);
        Assert.Equal("000000000001", account.AccountId);
        Assert.Equal(["A", "B+C"], account.Roles);
    }

    [Fact]
    public void What_the_file_does_not_name_keeps_its_default()
    {
        var options = EmulatorOptions.FromJsonFile(_folder.Write("emulator.json", "{}"));

        Assert.Equal(3, options.Accounts.Count);
        Assert.Equal(TimeSpan.FromHours(1), options.AccessTokenLifetime);
    }

    [Theory]
    [InlineData("{ \"acounts\": [] }", "acounts")]
    [InlineData("{ \"timeProvider\": {} }", "timeProvider")]
    [InlineData("{ \"live\": {} }", "live")]
    [InlineData("{ \"userName\": null }", "userName")]
    [InlineData("{\n\"port\": \"80\" }", "$.port")]
    [InlineData("{ \"port\": 80", "LineNumber")]
    [InlineData("null", "top level")]
    [InlineData("{ \"address\": \"0.0.0.0\" }", "address 0.0.0.0 is not a loopback address")]
    [InlineData("{ \"address\": \"here\" }", "address 'here' is no IP address")]
    [InlineData("{ \"signIn\": \"perhaps\" }", "$.signIn")]
    [InlineData("{ \"httpsPort\": 8443 }", "httpsPort is set, but https is not")]
    [InlineData("{ \"pageSize\": 101 }", "pageSize 101 is not between 1 and 100")]
    [InlineData("{ \"pollInterval\": \"00:00:00.5\" }", "pollInterval 00:00:00.5000000 is not a whole number of seconds")]
    [InlineData("{ \"accessTokenLifetime\": \"00:00:00\" }", "accessTokenLifetime 00:00:00 is shorter than one second")]
    [InlineData("{ \"accounts\": [ { \"accountId\": \"1234\", \"accountName\": \"a\", \"emailAddress\": \"b\", \"roles\": [] } ] }", "account id '1234' is not twelve digits")]
    [InlineData("{ \"accounts\": [ { \"accountId\": \"123456789012\", \"accountName\": \"a\", \"roles\": [] } ] }", "emailAddress")]
    [InlineData("{ \"accounts\": [ { \"accountId\": \"123456789012\", \"accountName\": \"a\", \"emailAddress\": \"b\", \"roles\": [\"x\", \"x\"] } ] }", "role twice")]
    public void A_bad_file_is_refused_in_one_line_that_names_file_and_problem(string content, string problem)
    {
        var path = _folder.Write("emulator.json", content);

        var exception = Assert.Throws<EmulatorOptionsException>(() => EmulatorOptions.FromJsonFile(path));

        Assert.Contains(path, exception.Message, StringComparison.Ordinal);
        Assert.Contains(problem, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', exception.Message);
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        var path = _folder.File("missing.json");

        var exception = Assert.Throws<EmulatorOptionsException>(() => EmulatorOptions.FromJsonFile(path));

        Assert.StartsWith($"Options file {path} cannot be read:", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Later_changes_to_the_options_do_not_reach_a_running_emulator()
    {
        var options = new EmulatorOptions();
        await using var server = await EmulatorServer.StartAsync(options);
        options.Accounts.Clear();

        Assert.NotNull(await EmulatorClients.GetKeysAsync(server));
    }
}
