using AwsSsoCredentials.Tokens;

namespace AwsSsoCredentials.Tests.Tokens;

public sealed class SharedTokenTests
{
    private readonly List<string?> _asked = [];

    [Fact]
    public async Task Many_requests_at_once_obtain_one_token()
    {
        using SharedToken token = Token(_ => "first");

        string[] got = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => token.GetAsync(null, CancellationToken.None)));

        Assert.All(got, one => Assert.Equal("first", one));
        Assert.Equal([null], _asked);
    }

    [Fact]
    public async Task Many_requests_that_were_refused_obtain_one_other_token()
    {
        using SharedToken token = Token(rejected => rejected is null ? "first" : "second");
        await token.GetAsync(null, CancellationToken.None);

        string[] got = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => token.GetAsync("first", CancellationToken.None)));

        Assert.All(got, one => Assert.Equal("second", one));
        Assert.Equal([null, "first"], _asked);
    }

    [Fact]
    public async Task A_failure_is_everybodys_and_asked_for_once()
    {
        using SharedToken token = Token(_ => throw new SsoLoginRequiredException("Nobody is logged in."));

        for (int i = 0; i < 3; i++)
        {
            await Assert.ThrowsAsync<SsoLoginRequiredException>(() => token.GetAsync(null, CancellationToken.None));
        }

        Assert.Single(_asked);
    }

    [Fact]
    public async Task A_failure_to_replace_a_token_ends_its_use_for_all()
    {
        using SharedToken token = Token(rejected => rejected is null ? "first" : throw new SsoLoginRequiredException("It was revoked."));
        await token.GetAsync(null, CancellationToken.None);
        await Assert.ThrowsAsync<SsoLoginRequiredException>(() => token.GetAsync("first", CancellationToken.None));

        await Assert.ThrowsAsync<SsoLoginRequiredException>(() => token.GetAsync(null, CancellationToken.None));
        Assert.Equal(2, _asked.Count);
    }

    private SharedToken Token(Func<string?, string> obtain) => new((rejected, _) =>
    {
        _asked.Add(rejected);
        return Task.FromResult(obtain(rejected));
    });
}
