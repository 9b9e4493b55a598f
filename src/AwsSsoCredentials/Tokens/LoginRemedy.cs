using AwsSsoCredentials.Profiles;

namespace AwsSsoCredentials.Tokens;

/// <summary>Words the commands that obtain a new token.</summary>
internal static class LoginRemedy
{
    /// <summary>How to log in to a session.</summary>
    /// <param name="session">The session.</param>
    /// <param name="profile">The SSO profile that was asked for, or null when only the session is known.</param>
    public static string For(SsoSession session, string? profile)
    {
        if (session.Name is null && profile is null)
        {
            return "Log in with LoginSso in the build, or run aws sso login, naming a profile that has this start URL";
        }

        var alias = profile is not null ? CSharp(profile) : $"new LoginSsoSettings {{ Session = {CSharp(session.Name!)} }}";
        return $"Log in with LoginSso({alias}) in the build, or run: {Command(session, profile)}";
    }

    /// <summary>The command that logs in to a session.</summary>
    public static string Command(SsoSession session, string? profile) =>
        session.Name is not null ? $"aws sso login --sso-session {Shell(session.Name)}"
        : profile is not null ? $"aws sso login --profile {Shell(profile)}"
        : $"aws sso login, naming a profile with the start URL {session.StartUrl}";

    /// <summary>Names a session in a message.</summary>
    public static string Name(SsoSession session) => session.Name is null ? session.StartUrl : $"SSO session '{session.Name}'";

    private static string CSharp(string text) =>
        '"' + text.Replace("\\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + '"';

    /// <summary>Quotes what a shell would split.</summary>
    private static string Shell(string text) =>
        text.All(c => char.IsAsciiLetterOrDigit(c) || "_-./%@:+".Contains(c, StringComparison.Ordinal)) ? text : $"'{text}'";
}
