using AwsSsoCredentials.Files;
using AwsSsoCredentials.Tests.Files;
using AwsSsoCredentials.Tokens;
using AwsSsoCredentials.Tokens.Cache;

namespace AwsSsoCredentials.Tests.Tokens.Cache;

/// <summary>What we write into the cache is for its owner alone, whatever stood there before.</summary>
public sealed class PrivateCacheTests
{
    private const UnixFileMode Public = UnixMode.Private | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    private static readonly SsoToken Token = new() { AccessToken = "a", ExpiresAt = DateTimeOffset.UnixEpoch };

    [UnixFact]
    public async Task A_token_written_over_a_file_that_others_could_read_is_private()
    {
        await using var room = TokenRoom.WithoutServices();
        Modes.Set(room.WriteToken("{}"), Public);
        room.Cache.Save(TokenRoom.Session, Token);
        Assert.Equal(UnixMode.Private, Modes.Of(room.TokenPath));
    }

    [UnixFact]
    public async Task A_token_written_in_place_is_private()
    {
        await using var room = TokenRoom.WithoutServices();
        Modes.Set(room.WriteToken("{}"), Public);
        HardLink.Create(room.TokenPath, Path.Combine(room.CacheFolder, "..", "other"));
        room.Cache.Save(TokenRoom.Session, Token);
        Assert.Equal(UnixMode.Private, Modes.Of(room.TokenPath));
        Assert.Contains("\"a\"", await File.ReadAllTextAsync(room.TokenPath), StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task A_registration_written_over_a_file_that_others_could_read_is_private()
    {
        await using var room = TokenRoom.WithoutServices();
        Directory.CreateDirectory(room.CacheFolder);
        string path = room.Registrations.PathOf(TokenRoom.Session);
        await File.WriteAllTextAsync(path, "{}");
        Modes.Set(path, Public);
        await room.Registrations.SaveAsync(
            TokenRoom.Session, new ClientRegistration("c", "s", room.Now.AddDays(1), SsoLoginFlow.DeviceCode), CancellationToken.None);
        Assert.Equal(UnixMode.Private, Modes.Of(path));
    }

    [UnixFact]
    public async Task The_folders_of_the_CLI_stay_as_they_are_without_a_word()
    {
        await using var room = TokenRoom.WithoutServices();
        Directory.CreateDirectory(room.CacheFolder);
        Modes.Set(room.CacheFolder, UnixMode.PrivateFolder | UnixFileMode.GroupRead | UnixFileMode.GroupExecute);
        room.Cache.Save(TokenRoom.Session, Token);
        Assert.Equal(UnixMode.PrivateFolder | UnixFileMode.GroupRead | UnixFileMode.GroupExecute, Modes.Of(room.CacheFolder));
        Assert.Empty(room.Log.All);
    }
}
