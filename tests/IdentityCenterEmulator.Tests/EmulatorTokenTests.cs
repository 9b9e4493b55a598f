using System.Runtime.Versioning;
using System.Text.Json.Nodes;

namespace IdentityCenterEmulator.Tests;

public sealed class EmulatorTokenTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(null, "aa477cedd4b2708a54ce60d7ae5a3b7f986013da.json")]
    [InlineData("corp", "ee0bfd2552fbd840c02cc48b6e823320543c450f.json")]
    public async Task The_cache_file_has_the_name_that_the_aws_cli_gives_it(string? sessionName, string name)
    {
        await using var server = await EmulatorServer.StartAsync();

        var path = server.IssueToken("https://d-0123456789.awsapps.com/start").WriteCacheFile(_folder.File("cache"), sessionName);

        Assert.Equal(_folder.File(Path.Combine("cache", name)), path);
        Assert.Equal((byte)'{', (await File.ReadAllBytesAsync(path))[0]);
    }

    [UnixFact]
    [UnsupportedOSPlatform("windows")]
    public async Task The_cache_file_is_for_its_owner_alone()
    {
        await using var server = await EmulatorServer.StartAsync();

        var path = server.IssueToken().WriteCacheFile(_folder.Path);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
    }

    [Fact]
    public async Task A_token_that_is_not_refreshable_has_no_refresh_token_member()
    {
        await using var server = await EmulatorServer.StartAsync();
        var token = server.IssueToken(refreshable: false, lifetime: TimeSpan.FromHours(8));

        var file = JsonNode.Parse(token.ToCacheJson("eu-central-1"))!.AsObject();

        Assert.Null(token.RefreshToken);
        Assert.Equal(["startUrl", "region", "accessToken", "expiresAt", "clientId", "clientSecret", "registrationExpiresAt"], file.Select(member => member.Key));
        Assert.Equal("eu-central-1", file["region"]!.GetValue<string>());
    }
}
