using IdentityCenterEmulator;

namespace AwsSsoCredentials.Tests.Tokens;

public sealed class TokenClearingTests
{
    [Fact]
    public async Task Every_token_goes_and_everything_else_stays()
    {
        await using var room = TokenRoom.WithoutServices();
        string[] tokens = [room.WriteToken(TimeSpan.FromHours(1)), room.WriteToken(TimeSpan.FromHours(-1), TokenRoom.Legacy)];
        var registration = Write(
            room, "registration.json", """{"clientId": "c", "clientSecret": "s", "expiresAt": "2100-01-02T03:04:05Z"}""");
        var broken = Write(room, "broken.json", "{\"accessToken\": ");
        var removed = await room.Clearing.ClearAllAsync(false, CancellationToken.None);
        Assert.Equal(tokens.Order(StringComparer.Ordinal), removed);
        Assert.All(tokens, path => Assert.False(File.Exists(path)));
        Assert.True(File.Exists(registration));
        Assert.True(File.Exists(broken));
    }

    [Fact]
    public async Task A_missing_folder_holds_no_token_and_is_not_created()
    {
        await using var room = TokenRoom.WithoutServices();
        Assert.Empty(await room.Clearing.ClearAllAsync(true, CancellationToken.None));
        Assert.Empty(await room.Clearing.ClearSessionAsync("corp", true, CancellationToken.None));
        Assert.False(Directory.Exists(room.CacheFolder));
    }

    [Fact]
    public async Task The_token_of_one_session_goes_alone()
    {
        await using var room = TokenRoom.WithoutServices();
        var mine = room.WriteToken(TimeSpan.FromHours(1));
        var other = room.WriteToken(TimeSpan.FromHours(1), TokenRoom.Legacy);
        Assert.Equal([mine], await room.Clearing.ClearSessionAsync("corp", false, CancellationToken.None));
        Assert.True(File.Exists(other));
        Assert.Equal([other], await room.Clearing.ClearSessionAsync(TokenRoom.StartUrl, false, CancellationToken.None));
    }

    [Fact]
    public async Task The_broken_token_of_a_named_session_goes_too()
    {
        await using var room = TokenRoom.WithoutServices();
        var path = room.WriteToken("{\"accessToken\": ");
        Assert.Equal([path], await room.Clearing.ClearSessionAsync("corp", false, CancellationToken.None));
        Assert.False(File.Exists(path));
    }

    [Fact]
    public async Task Signing_out_ends_the_session_at_the_portal_first()
    {
        await using var room = await TokenRoom.WithEmulatorAsync();
        var token = room.IssueToken(TimeSpan.FromHours(1));
        await room.Clearing.ClearAllAsync(true, CancellationToken.None);
        Assert.Equal(1, room.Emulator.Calls.Count(EmulatorOperation.Logout));
        using var portal = room.Services.OpenPortal(room.Services.PortalConnection(TokenRoom.Session, null));
        await Assert.ThrowsAnyAsync<Exception>(() =>
            portal.GetRoleCredentialsAsync(token.AccessToken, "111122223333", "Developer", CancellationToken.None));
        Assert.False(File.Exists(room.TokenPath));
    }

    [Fact]
    public async Task Without_signing_out_the_portal_is_not_called()
    {
        await using var room = await TokenRoom.WithEmulatorAsync();
        room.IssueToken(TimeSpan.FromHours(1));
        await room.Clearing.ClearAllAsync(false, CancellationToken.None);
        Assert.Equal(0, room.Emulator.Calls.Total);
    }

    [Fact]
    public async Task A_portal_that_fails_is_warned_about_and_the_file_goes_all_the_same()
    {
        await using var room = await TokenRoom.WithEmulatorAsync();
        var token = room.IssueToken(TimeSpan.FromHours(1));
        room.Emulator.Faults.Set(EmulatorOperation.Logout, EmulatorFault.Status(500, "InternalServerException"));
        Assert.Equal([room.TokenPath], await room.Clearing.ClearAllAsync(true, CancellationToken.None));
        Assert.DoesNotContain(token.AccessToken, Assert.Single(room.Log.Warnings), StringComparison.Ordinal);
        Assert.False(File.Exists(room.TokenPath));
    }

    [Fact]
    public async Task A_token_without_region_goes_without_being_signed_out()
    {
        await using var room = await TokenRoom.WithEmulatorAsync();
        room.WriteToken("""{"accessToken": "a"}""");
        Assert.Equal([room.TokenPath], await room.Clearing.ClearAllAsync(true, CancellationToken.None));
        Assert.Equal(0, room.Emulator.Calls.Total);
        Assert.Single(room.Log.Warnings);
    }

    [Theory]
    [InlineData("evil.example/#")]
    [InlineData("us-east-1\\n")]
    [InlineData("\\u001b[2J")]
    public async Task A_token_of_an_odd_region_goes_and_so_do_the_others(string region)
    {
        await using var room = await TokenRoom.WithEmulatorAsync();
        room.IssueToken(TimeSpan.FromHours(1));
        var odd = Write(room, "0.json", $$"""{"accessToken": "a", "startUrl": "https://x", "region": "{{region}}"}""");
        Assert.Equal([odd, room.TokenPath], await room.Clearing.ClearAllAsync(true, CancellationToken.None));
        Assert.Equal(1, room.Emulator.Calls.Count(EmulatorOperation.Logout));
        Assert.Contains("is not a region", Assert.Single(room.Log.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refresh_under_way_does_not_write_a_cleared_token_back()
    {
        await using var room = await TokenRoom.WithEmulatorAsync();
        room.IssueToken(TimeSpan.Zero);
        room.Emulator.Faults.Set(EmulatorOperation.CreateToken, EmulatorFault.Delay(TimeSpan.FromMilliseconds(300)));
        var refresh = room.GetAsync();
        while (room.Refreshes == 0)
        {
            await Task.Yield();
        }

        // It holds the lock until its answer is written; the clearing comes after that.
        Assert.Equal([room.TokenPath], await room.Clearing.ClearAllAsync(false, CancellationToken.None));
        await refresh;
        Assert.False(File.Exists(room.TokenPath));
    }

    private static string Write(TokenRoom room, string name, string content)
    {
        var path = Path.Combine(room.CacheFolder, name);
        File.WriteAllText(path, content);
        return path;
    }
}
