using AwsSsoCredentials.Tokens.Cache;

namespace AwsSsoCredentials.Tests.Tokens.Cache;

public sealed class RegistrationCacheTests
{
    [Theory]
    [InlineData(false, "")]
    [InlineData(true, ", \"grantTypes\": [\"authorization_code\", \"refresh_token\"]")]
    public async Task A_registration_is_written_as_the_cli_writes_it(bool browser, string grantTypes)
    {
        await using var room = TokenRoom.WithoutServices();
        await SaveAsync(room, browser ? SsoLoginFlow.Browser : SsoLoginFlow.DeviceCode, TimeSpan.FromDays(1));
        Assert.Equal(
            $"{{\"clientId\": \"client\", \"clientSecret\": \"secret\", \"expiresAt\": \"{TokenRoom.Time(room.Now.AddDays(1))}\","
            + $" \"scopes\": [\"sso:account:access\"]{grantTypes}}}",
            File.ReadAllText(room.Registrations.PathOf(TokenRoom.Session)));
    }

    [Theory]
    [InlineData(15, false)]
    [InlineData(16, true)]
    public async Task A_registration_is_reused_with_more_than_15_minutes_left(int minutes, bool reused)
    {
        await using var room = TokenRoom.WithoutServices();
        await SaveAsync(room, SsoLoginFlow.DeviceCode, TimeSpan.FromMinutes(minutes));
        Assert.Equal(reused, room.Registrations.Find(TokenRoom.Session, SsoLoginFlow.DeviceCode) is not null);
    }

    [Theory]
    [Trait("Case", "84")]
    [InlineData(SsoLoginFlow.DeviceCode, SsoLoginFlow.Browser)]
    [InlineData(SsoLoginFlow.Browser, SsoLoginFlow.DeviceCode)]
    public async Task Case_84_a_registration_of_the_other_sign_in_method_is_not_reused(SsoLoginFlow made, SsoLoginFlow wanted)
    {
        await using var room = TokenRoom.WithoutServices();
        await SaveAsync(room, made, TimeSpan.FromDays(1));
        Assert.NotNull(room.Registrations.Find(TokenRoom.Session, made));
        Assert.Null(room.Registrations.Find(TokenRoom.Session, wanted));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"clientId\": \"c\"")]
    [InlineData("[]")]
    [InlineData("{\"clientId\": \"c\", \"clientSecret\": \"s\"}")]
    [InlineData("{\"clientId\": \"c\", \"clientSecret\": \"s\", \"expiresAt\": \"never\"}")]
    [InlineData("{\"clientId\": 5, \"clientSecret\": \"s\", \"expiresAt\": \"2100-01-02T03:04:05Z\"}")]
    [InlineData("{\"clientId\": \"c\", \"clientSecret\": \"s\\r\\n\", \"expiresAt\": \"2100-01-02T03:04:05Z\"}")]
    public async Task A_damaged_registration_is_as_good_as_none(string json)
    {
        await using var room = TokenRoom.WithoutServices();
        Directory.CreateDirectory(room.CacheFolder);
        File.WriteAllText(room.Registrations.PathOf(TokenRoom.Session), json);
        Assert.Null(room.Registrations.Find(TokenRoom.Session, SsoLoginFlow.DeviceCode));
    }

    [Fact]
    public async Task A_registration_in_the_form_of_the_old_cli_is_read()
    {
        await using var room = TokenRoom.WithoutServices();
        Directory.CreateDirectory(room.CacheFolder);
        File.WriteAllText(
            room.Registrations.PathOf(TokenRoom.Session),
            """{"clientId": "c", "clientSecret": "s", "expiresAt": "2100-01-02T03:04:05UTC", "scopes": null}""");
        Assert.Equal("c", room.Registrations.Find(TokenRoom.Session, SsoLoginFlow.DeviceCode)!.ClientId);
    }

    private static Task SaveAsync(TokenRoom room, SsoLoginFlow method, TimeSpan left) =>
        room.Registrations.SaveAsync(
            TokenRoom.Session, new ClientRegistration("client", "secret", room.Now + left, method), CancellationToken.None);
}
