using AwsSsoCredentials.Tokens.Cache;

namespace AwsSsoCredentials.Tests.Tokens.Cache;

/// <summary>Files of any size may stand in the cache folder; one that is no token of ours harms nobody.</summary>
public sealed class HugeFileTests
{
    private const long Huge = 3L * 1024 * 1024 * 1024;

    [Fact]
    public async Task A_huge_foreign_file_stays_and_keeps_no_token_alive()
    {
        await using var room = TokenRoom.WithoutServices();
        string token = room.WriteToken(TimeSpan.FromHours(1));
        string foreign = Sparse(room, "foreign.json");
        Assert.Equal([token], room.Cache.FindAll().Select(found => found.Key));
        Assert.Equal([token], await room.Clearing.ClearAllAsync(false, CancellationToken.None));
        Assert.True(File.Exists(foreign));
    }

    [Fact]
    public async Task A_huge_token_file_is_an_error_that_names_it()
    {
        await using var room = TokenRoom.WithoutServices();
        string path = Sparse(room, Path.GetFileName(room.TokenPath));
        var error = await Assert.ThrowsAsync<SsoFileException>(() => room.GetAsync());
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
        Assert.Contains("larger than 1 MB", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_huge_token_file_of_a_named_session_is_cleared()
    {
        await using var room = TokenRoom.WithoutServices();
        string path = Sparse(room, Path.GetFileName(room.TokenPath));
        Assert.Equal([path], await room.Clearing.ClearSessionAsync("corp", true, CancellationToken.None));
        Assert.False(File.Exists(path));
    }

    [Fact]
    public async Task A_huge_registration_is_none()
    {
        await using var room = TokenRoom.WithoutServices();
        Sparse(room, Path.GetFileName(room.Registrations.PathOf(TokenRoom.Session)));
        Assert.Null(room.Registrations.Find(TokenRoom.Session, SsoLoginFlow.DeviceCode));
    }

    [Fact]
    public async Task A_huge_file_among_the_role_credentials_stays_and_keeps_none_alive()
    {
        await using var room = TokenRoom.WithoutServices();
        string foreign = Sparse(room, "foreign.json");
        string keys = Path.Combine(room.CacheFolder, "keys.json");
        await File.WriteAllTextAsync(keys, """{"ProviderType": "sso"}""");
        Assert.Equal([keys], new RoleCredentialsCache(room.CacheFolder, room.Files, room.Log).RemoveAll());
        Assert.True(File.Exists(foreign));
    }

    private static string Sparse(TokenRoom room, string name)
    {
        Directory.CreateDirectory(room.CacheFolder);
        string path = Path.Combine(room.CacheFolder, name);
        using FileStream file = File.Create(path);
        file.SetLength(Huge);
        return path;
    }
}
