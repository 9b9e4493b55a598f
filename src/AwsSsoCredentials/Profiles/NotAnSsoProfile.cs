using AwsSsoCredentials.Config;

namespace AwsSsoCredentials.Profiles;

/// <summary>Says why a profile is not an SSO profile, by what it has instead.</summary>
internal static class NotAnSsoProfile
{
    /// <summary>Explains it.</summary>
    /// <param name="section">A profile without an <c>sso_*</c> key.</param>
    /// <returns>The message.</returns>
    public static string Explain(ConfigSection section) =>
        $"Profile '{section.Name}' ({section.Place}) is not an SSO profile: {Reason(section)}. " +
        $"Name an SSO profile, or add sso_session, sso_account_id and sso_role_name to it ({Remedies.SetUp}).";

    private static string Reason(ConfigSection section)
    {
        if (section.Has("web_identity_token_file"))
        {
            return "it assumes a role by web identity";
        }

        if (section.Has("credential_process"))
        {
            // Never run: it may well be a build that calls this add-in for the same profile.
            return "it gets its credentials from credential_process, which this add-in does not run";
        }

        if (section.Has("login_session"))
        {
            return "it signs in with 'aws login' (login_session)";
        }

        return section.Has("aws_access_key_id") ? "it holds access keys" : "it has no sso_* key";
    }
}
