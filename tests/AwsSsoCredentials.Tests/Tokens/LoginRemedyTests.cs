using AwsSsoCredentials.Profiles;
using AwsSsoCredentials.Tokens;

namespace AwsSsoCredentials.Tests.Tokens;

public sealed class LoginRemedyTests
{
    [Fact]
    public void A_session_is_logged_in_to_by_its_name() =>
        Assert.Equal(
            "Log in with LoginSso(\"dev\") in the build, or run: aws sso login --sso-session corp",
            LoginRemedy.For(TokenRoom.Session, "dev"));

    [Fact]
    public void A_session_without_profile_is_named_in_the_settings() =>
        Assert.Equal(
            "Log in with LoginSso(new LoginSsoSettings { Session = \"corp\" }) in the build, or run: aws sso login --sso-session corp",
            LoginRemedy.For(TokenRoom.Session, null));

    [Fact]
    public void A_legacy_profile_is_logged_in_to_by_its_name() =>
        Assert.Equal(
            "Log in with LoginSso(\"dev\") in the build, or run: aws sso login --profile dev", LoginRemedy.For(TokenRoom.Legacy, "dev"));

    [Fact]
    public void A_start_url_alone_says_so() =>
        Assert.Equal(
            "Log in with LoginSso in the build, or run aws sso login, naming a profile that has this start URL",
            LoginRemedy.For(TokenRoom.Legacy, null));

    [Fact]
    public void Names_with_blanks_and_quotes_are_quoted()
    {
        var session = new SsoSession("my \"corp", TokenRoom.StartUrl, "us-east-1", []);
        Assert.Equal("aws sso login --sso-session 'my \"corp'", LoginRemedy.Command(session, null));
        Assert.Contains("Session = \"my \\\"corp\"", LoginRemedy.For(session, null), StringComparison.Ordinal);
    }
}
