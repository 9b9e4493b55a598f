namespace AwsSsoCredentials.Profiles;

/// <summary>Words what a reader of a message can run to log in or to set a profile up. No other place names such a command.</summary>
/// <remarks>Readers paste what follows "run:", so a name stands there only where every shell takes it for one word (<see cref="Quoted"/>).</remarks>
internal static class Remedies
{
    /// <summary>How to have a profile written.</summary>
    public const string SetUp = $"run: {Configure}";

    /// <summary>How to have a session written.</summary>
    public const string SetUpSession = "run: aws configure sso-session";

    /// <summary>How to log in where the browser runs on another machine.</summary>
    public const string LoginByDeviceCode = "choose the device code: Flow = SsoLoginFlow.DeviceCode, or aws sso login --use-device-code";

    private const string Configure = "aws configure sso";

    /// <summary>How to log in to a session; a sentence without its full stop.</summary>
    /// <param name="session">The session.</param>
    /// <param name="profile">The SSO profile that was asked for, or null when only the session is known.</param>
    public static string Login(SsoSession session, string? profile)
    {
        string alias = profile is not null ? $"LoginSso({Quoted.ForCSharp(profile)})"
            : session.Name is { } name ? $"LoginSso(new LoginSsoSettings {{ Session = {Quoted.ForCSharp(name)} }})"
            : "LoginSso";
        return $"Log in with {alias} in the build, or {RunLogin(session, profile)}";
    }

    /// <summary>How to log in to a session for a build that nobody watches; a sentence without its full stop.</summary>
    /// <param name="session">The session.</param>
    /// <param name="profile">The SSO profile that was asked for, or null when only the session is known.</param>
    public static string LoginBeforeBuild(SsoSession session, string? profile) =>
        $"Before the build, {RunLogin(session, profile)}; where somebody reads the output of the build, set Interactive = true or pass"
        + " --aws-sso-login=device";

    /// <summary>How to have a profile of a certain name written.</summary>
    /// <param name="name">The name.</param>
    public static string SetUpProfile(string name) => Run($"{Configure} --profile", name) ?? SetUp;

    private static string RunLogin(SsoSession session, string? profile) =>
        session.Name is { } name
            ? Run("aws sso login --sso-session", name) ?? "run aws sso login --sso-session with the name of this session, quoted as your shell needs it"
        : profile is not null
            ? Run("aws sso login --profile", profile) ?? "run aws sso login --profile with the name of this profile, quoted as your shell needs it"
        : "run aws sso login, naming a profile that has this start URL";

    private static string? Run(string command, string name) => Quoted.ForShells(name) is { } word ? $"run: {command} {word}" : null;
}
