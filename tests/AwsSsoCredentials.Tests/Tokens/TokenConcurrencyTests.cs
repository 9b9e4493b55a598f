using AwsSsoCredentials.Tokens.Cache;
using IdentityCenterEmulator;

namespace AwsSsoCredentials.Tests.Tokens;

public sealed class TokenConcurrencyTests
{
    [Theory]
    [Trait("Case", "77")]
    [InlineData(RefreshTokenMode.Rotate, 0)]
    [InlineData(RefreshTokenMode.Rotate, 240)]
    [InlineData(RefreshTokenMode.Same, 1)]
    [InlineData(RefreshTokenMode.None, 60)]
    public async Task Case_77_fifty_callers_of_one_provider_refresh_once(RefreshTokenMode mode, int secondsLeft)
    {
        await using var room = await TokenRoom.WithEmulatorAsync(options => options.RefreshTokenMode = mode);
        room.IssueToken(TimeSpan.FromSeconds(secondsLeft));
        room.Emulator.Faults.Set(EmulatorOperation.CreateToken, EmulatorFault.Delay(TimeSpan.FromMilliseconds(50)));
        var tokens = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => room.GetAsync())));
        Assert.Single(tokens.Select(token => token.AccessToken).Distinct());
        Assert.Equal(1, room.Refreshes);
    }

    [Theory]
    [Trait("Case", "77")]
    [InlineData(RefreshTokenMode.Rotate)]
    [InlineData(RefreshTokenMode.Same)]
    public async Task Case_77_providers_that_only_share_the_file_refresh_once(RefreshTokenMode mode)
    {
        // Tokens of 10 minutes are due again at once: only the pause after a refresh keeps the others from it.
        await using var room = await TokenRoom.WithEmulatorAsync(options =>
        {
            options.RefreshTokenMode = mode;
            options.AccessTokenLifetime = TimeSpan.FromMinutes(10);
        });
        room.IssueToken(TimeSpan.FromMinutes(4));
        using var stop = new CancellationTokenSource();
        var reader = Task.Run(() => ReadWithoutPause(room.TokenPath, stop.Token));
        var tokens = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() =>
            room.NewProvider().GetAsync(TokenRoom.Session, "dev", default, null, CancellationToken.None))));
        await stop.CancelAsync();
        Assert.True(await reader > 0);
        Assert.Single(tokens.Select(token => token.AccessToken).Distinct());
        Assert.Equal(1, room.Refreshes);
    }

    [Fact]
    [Trait("Case", "86")]
    public async Task Case_86_fifty_callers_whose_token_was_rejected_refresh_once()
    {
        await using var room = await TokenRoom.WithEmulatorAsync();
        var issued = room.IssueToken(TimeSpan.FromHours(1));
        var tokens = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => room.GetAsync(rejected: issued.AccessToken))));
        Assert.Single(tokens.Select(token => token.AccessToken).Distinct());
        Assert.Equal(1, room.Refreshes);
    }

    [Fact]
    public async Task A_caller_who_gives_up_waiting_leaves_the_others_alone()
    {
        await using var room = await TokenRoom.WithEmulatorAsync();
        room.IssueToken(TimeSpan.Zero);
        using var fileLock = await room.Cache.LockAsync(TokenRoom.Session, true, CancellationToken.None);
        using var impatient = new CancellationTokenSource();
        var first = room.Provider.GetAsync(TokenRoom.Session, "dev", default, null, impatient.Token);
        var second = room.GetAsync();
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        fileLock.Dispose();
        Assert.NotNull(await second);
        Assert.Equal(1, room.Refreshes);
    }

    /// <summary>Reads the file as another tool would, and expects a whole token every time.</summary>
    private static int ReadWithoutPause(string path, CancellationToken stop)
    {
        var times = 0;
        while (!stop.IsCancellationRequested)
        {
            Assert.Null(SsoTokenJson.TryRead(File.ReadAllBytes(path), out _));
            times++;
        }

        return times;
    }
}
