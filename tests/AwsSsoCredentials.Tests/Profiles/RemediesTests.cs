using AwsSsoCredentials.Profiles;
using AwsSsoCredentials.Tests.Support;

namespace AwsSsoCredentials.Tests.Profiles;

public sealed class RemediesTests
{
    private static readonly SsoSession Session = new("corp", "https://d-9876543210.awsapps.com/start", "us-east-1", []);

    private static readonly SsoSession Legacy = Session with { Name = null };

    [Fact]
    public void A_session_is_logged_in_to_by_its_name() =>
        Assert.Equal(
            "Log in with LoginSso(\"dev\") in the build, or run: aws sso login --sso-session corp",
            Remedies.Login(Session, "dev"));

    [Fact]
    public void A_session_without_profile_is_named_in_the_settings() =>
        Assert.Equal(
            "Log in with LoginSso(new LoginSsoSettings { Session = \"corp\" }) in the build, or run: aws sso login --sso-session corp",
            Remedies.Login(Session, null));

    [Fact]
    public void A_legacy_profile_is_logged_in_to_by_its_name() =>
        Assert.Equal(
            "Log in with LoginSso(\"dev\") in the build, or run: aws sso login --profile dev", Remedies.Login(Legacy, "dev"));

    [Fact]
    public void A_start_url_alone_says_so() =>
        Assert.Equal(
            "Log in with LoginSso in the build, or run aws sso login, naming a profile that has this start URL",
            Remedies.Login(Legacy, null));

    [Fact]
    public void Before_a_build_that_nobody_watches_the_same_command_is_named() =>
        Assert.StartsWith(
            "Before the build, run: aws sso login --sso-session corp; where somebody reads", Remedies.LoginBeforeBuild(Session, "dev"), StringComparison.Ordinal);

    [Fact]
    public void Names_with_blanks_and_quotes_are_quoted()
    {
        SsoSession session = Session with { Name = "o'neil & sons" };

        Assert.EndsWith("run: aws sso login --sso-session \"o'neil & sons\"", Remedies.Login(session, null), StringComparison.Ordinal);
        Assert.EndsWith("run: aws sso login --profile \"my profile\"", Remedies.Login(Legacy, "my profile"), StringComparison.Ordinal);
        Assert.Equal("run: aws configure sso --profile \"my profile\"", Remedies.SetUpProfile("my profile"));
    }

    [Fact]
    public void A_name_that_no_quotes_make_safe_in_every_shell_is_described_and_not_offered()
    {
        SsoSession session = Session with { Name = "my \"corp" };

        Assert.Equal(
            "Log in with LoginSso(new LoginSsoSettings { Session = \"my \\\"corp\" }) in the build, or run aws sso login --sso-session with the"
            + " name of this session, quoted as your shell needs it",
            Remedies.Login(session, null));
        Assert.EndsWith("or run aws sso login --profile with the name of this profile, quoted as your shell needs it", Remedies.Login(Legacy, "50%"), StringComparison.Ordinal);
        Assert.Equal("run: aws configure sso", Remedies.SetUpProfile("$(touch PWN)"));
    }

    [Fact]
    public void No_other_place_of_the_core_words_these_commands()
    {
        string[] commands = ["aws sso login", "aws configure", "LoginSso("];
        string[] sources = Directory.GetFiles(Repository.PathOf("src/AwsSsoCredentials"), "*.cs", SearchOption.AllDirectories);
        IEnumerable<string> places =
            from source in sources
            from line in File.ReadLines(source)
            where !line.TrimStart().StartsWith("//", StringComparison.Ordinal)
            where commands.Any(command => line.Contains(command, StringComparison.Ordinal))
            select Path.GetFileName(source);

        Assert.Equal(["Remedies.cs"], places.Distinct());
    }
}
