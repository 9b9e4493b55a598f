using System.Runtime.Versioning;
using AwsSsoCredentials.Files;
using AwsSsoCredentials.Tokens;
using AwsSsoCredentials.Tokens.Cache;

namespace AwsSsoCredentials.Tests.Tokens.Cache;

public sealed class TokenCacheTests
{
    private static readonly SsoToken Token = new()
    {
        StartUrl = TokenRoom.StartUrl,
        Region = "us-east-1",
        AccessToken = "access-secret",
        ExpiresAt = new DateTimeOffset(2100, 1, 2, 3, 4, 5, TimeSpan.Zero),
    };

    [Fact]
    public async Task A_saved_token_is_found()
    {
        await using var room = TokenRoom.WithoutServices();
        room.Cache.Save(TokenRoom.Session, Token);
        var found = Assert.IsType<TokenLookup.Found>(await FindAsync(room));
        Assert.Equal("access-secret", found.Token.AccessToken);
        Assert.Equal(Token.ExpiresAt, found.Token.ExpiresAt);
    }

    [UnixFact]
    [UnsupportedOSPlatform("windows")]
    public async Task A_new_token_file_is_private_and_so_is_its_folder()
    {
        await using var room = TokenRoom.WithoutServices();
        room.Cache.Save(TokenRoom.Session, Token);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(room.TokenPath));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(room.CacheFolder));
    }

    [Fact]
    [Trait("Case", "76")]
    public async Task Case_76_a_missing_folder_is_no_token()
    {
        await using var room = TokenRoom.WithoutServices();
        Assert.Equal(room.TokenPath, Assert.IsType<TokenLookup.Missing>(await FindAsync(room)).Path);
        Assert.Empty(room.Cache.FindAll());
    }

    [Fact]
    [Trait("Case", "76")]
    public async Task Case_76_a_file_in_the_place_of_the_folder_cannot_be_read()
    {
        await using var room = TokenRoom.WithoutServices();
        Directory.CreateDirectory(Path.GetDirectoryName(room.CacheFolder)!);
        File.WriteAllText(room.CacheFolder, "");
        var unreadable = Assert.IsType<TokenLookup.Unreadable>(await FindAsync(room));
        Assert.Contains(room.CacheFolder, unreadable.Error.Message, StringComparison.Ordinal);
        Assert.Throws<SsoFileException>(room.Cache.FindAll);
    }

    [Fact]
    [Trait("Case", "76")]
    public async Task Case_76_a_folder_in_the_place_of_the_file_cannot_be_read()
    {
        await using var room = TokenRoom.WithoutServices();
        Directory.CreateDirectory(room.TokenPath);
        var unreadable = Assert.IsType<TokenLookup.Unreadable>(await FindAsync(room));
        Assert.Contains(room.TokenPath, unreadable.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Case", "76")]
    public async Task Case_76_a_file_that_may_not_be_read_is_told_apart_from_a_missing_one()
    {
        await using var room = TokenRoom.WithoutServices();
        var path = room.WriteToken(TimeSpan.FromHours(1));
        var files = new SafeFiles(DenyingFileOperations.Create(path), room.Clock);
        var cache = new TokenCache(room.CacheFolder, files, room.Clock, room.Log);
        var unreadable = Assert.IsType<TokenLookup.Unreadable>(await cache.FindAsync(TokenRoom.Session, CancellationToken.None));
        Assert.Contains($"Cannot read {path}", unreadable.Error.Message, StringComparison.Ordinal);
        Assert.Empty(cache.FindAll());
    }

    [Fact]
    [Trait("Case", "69")]
    public async Task Case_69_a_file_that_becomes_whole_is_read_again()
    {
        await using var room = TokenRoom.WithoutServices();
        room.WriteToken("{\"accessToken\": \"ac");
        room.Clock.OnPause = () =>
        {
            if (room.Clock.Pauses.Count == 3)
            {
                room.WriteToken(TimeSpan.FromHours(1));
            }
        };
        Assert.IsType<TokenLookup.Found>(await FindAsync(room));
        Assert.All(room.Clock.Pauses, pause => Assert.InRange(pause.TotalMilliseconds, 50, 200));
    }

    [Theory]
    [Trait("Case", "69")]
    [InlineData("")]
    [InlineData("{\"accessToken\": \"access-secret\", ")]
    public async Task Case_69_a_file_that_stays_half_is_given_up(string json)
    {
        await using var room = TokenRoom.WithoutServices();
        room.WriteToken(json);
        var invalid = Assert.IsType<TokenLookup.Invalid>(await FindAsync(room));
        Assert.Equal("it is empty, half written or not JSON", invalid.Defect.Reason);
        Assert.Equal(4, room.Clock.Pauses.Count);
    }

    [Fact]
    public async Task A_wrong_file_is_not_read_again()
    {
        await using var room = TokenRoom.WithoutServices();
        room.WriteToken("{}");
        Assert.IsType<TokenLookup.Invalid>(await FindAsync(room));
        Assert.Empty(room.Clock.Pauses);
    }

    [Fact]
    [Trait("Case", "65")]
    public async Task Case_65_a_missing_zone_is_warned_about_once()
    {
        await using var room = TokenRoom.WithoutServices();
        room.WriteToken("""{"accessToken": "a", "expiresAt": "2100-01-02T03:04:05"}""");
        await FindAsync(room);
        await FindAsync(room);
        Assert.Contains(room.TokenPath, Assert.Single(room.Log.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Case", "72")]
    public async Task Case_72_only_tokens_are_found_in_the_folder()
    {
        await using var room = TokenRoom.WithoutServices();
        var token = room.WriteToken(TimeSpan.FromHours(1));
        const string Registration = """{"clientId": "c", "clientSecret": "s", "expiresAt": "2100-01-02T03:04:05Z"}""";
        Write("botocore-client-id-us-east-1.json", Registration);
        Write("c6b2fc6aec0d9c2d2652036ffbe173a43a8ba2c3.json", Registration);
        Write("broken.json", "{\"accessToken\": ");
        Write("list.json", "[]");
        Write("notes.txt", """{"accessToken": "a"}""");
        Directory.CreateDirectory(Path.Combine(room.CacheFolder, "folder.json"));
        Assert.Equal(token, Assert.Single(room.Cache.FindAll()).Key);

        void Write(string name, string content) => File.WriteAllText(Path.Combine(room.CacheFolder, name), content);
    }

    [Fact]
    [Trait("Case", "72")]
    public async Task Case_72_a_registration_in_the_place_of_the_token_is_no_token()
    {
        await using var room = TokenRoom.WithoutServices();
        room.WriteToken("""{"clientId": "c", "clientSecret": "s", "expiresAt": "2100-01-02T03:04:05Z"}""");
        Assert.Equal("it holds no accessToken", Assert.IsType<TokenLookup.Invalid>(await FindAsync(room)).Defect.Reason);
    }

    [Fact]
    public async Task A_token_that_somebody_replaced_meanwhile_is_not_overwritten()
    {
        await using var room = TokenRoom.WithoutServices();
        room.WriteToken(TimeSpan.FromHours(1));
        var read = Assert.IsType<TokenLookup.Found>(await FindAsync(room));
        room.WriteToken(TimeSpan.FromHours(2), accessToken: "somebody-elses");
        using var fileLock = await room.Cache.LockAsync(TokenRoom.Session, true, CancellationToken.None);
        Assert.False(room.Cache.TrySave(TokenRoom.Session, Token, read));
        Assert.Contains("somebody-elses", File.ReadAllText(room.TokenPath), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_lock_lets_one_in_at_a_time()
    {
        await using var room = TokenRoom.WithoutServices();
        var first = await room.Cache.LockAsync(TokenRoom.Session, true, CancellationToken.None);
        var second = room.NewCache().LockAsync(TokenRoom.Session, true, CancellationToken.None);
        Assert.False(second.IsCompleted);
        first.Dispose();
        (await second).Dispose();
    }

    private static Task<TokenLookup> FindAsync(TokenRoom room) => room.Cache.FindAsync(TokenRoom.Session, CancellationToken.None);
}
