using Cake.AwsSsoCredentials.Profiles;
using Cake.AwsSsoCredentials.Services;

namespace Cake.AwsSsoCredentials.Roles;

/// <summary>Says failures of the portal in words that name the profile and the remedy.</summary>
internal static class PortalErrors
{
    /// <summary>Turns a failure of GetRoleCredentials into the error that users see.</summary>
    public static SsoException ForRole(SsoProfile profile, ServiceFailureException failure) => failure.Kind switch
    {
        ServiceFailureKind.Unauthorized => TokenRefused(profile, failure),
        ServiceFailureKind.Forbidden => new SsoAccessDeniedException(
            $"Role '{profile.RoleName}' is not assigned to you in account {profile.AccountId}, or sso_role_name or sso_account_id of profile "
            + $"'{profile.Name}' is misspelt. Correct the profile, or ask whoever manages IAM Identity Center for the assignment. ({failure.Message}.)",
            failure),
        ServiceFailureKind.NotFound => new SsoAccessDeniedException(
            $"Account {profile.AccountId} or role '{profile.RoleName}' of profile '{profile.Name}' is unknown to IAM Identity Center in "
            + $"{profile.Session.Region}. Check sso_account_id, sso_role_name and sso_region. ({failure.Message}.)",
            failure),
        ServiceFailureKind.InvalidRequest => new SsoConfigurationException(
            $"IAM Identity Center does not accept what profile '{profile.Name}' asks for: account {profile.AccountId}, role '{profile.RoleName}'. "
            + $"Check sso_account_id (12 digits), sso_role_name and sso_region ({profile.Session.Region}). ({failure.Message}.)",
            failure),
        ServiceFailureKind.Throttled => new SsoThrottledException(
            $"IAM Identity Center gets too many requests and turned the one for profile '{profile.Name}' away. Wait a minute, and let fewer builds "
            + $"or profiles ask at the same time. ({failure.Message}.)",
            failure),
        ServiceFailureKind.Unreachable or ServiceFailureKind.TimedOut => new SsoServiceException(
            $"IAM Identity Center could not be asked for the credentials of profile '{profile.Name}': {failure.Message}. Check the network, the proxy "
            + $"(HTTPS_PROXY, NO_PROXY), the certificates (AWS_CA_BUNDLE), sso_region ({profile.Session.Region}) and AWS_ENDPOINT_URL_SSO.",
            failure),
        ServiceFailureKind.UnusableAnswer => new SsoServiceException(
            $"The answer to the request for the credentials of profile '{profile.Name}' is of no use: {failure.Message}. Check the proxy (HTTPS_PROXY, "
            + "NO_PROXY), whether the network wants a sign-in, and AWS_ENDPOINT_URL_SSO.",
            failure),
        ServiceFailureKind.ServerError => new SsoServiceException(
            $"IAM Identity Center failed at the request for the credentials of profile '{profile.Name}': {failure.Message}. Try again later; "
            + "https://health.aws.amazon.com shows outages.",
            failure),
        _ => new SsoServiceException(
            $"IAM Identity Center gave no credentials for profile '{profile.Name}': {failure.Message}. Check sso_region "
            + $"({profile.Session.Region}) and AWS_ENDPOINT_URL_SSO.",
            failure),
    };

    // 401 says no more than "session token not found or invalid": a wrong region and a wrong clock look the same (aws-cli: UnauthorizedSSOTokenError).
    private static SsoLoginRequiredException TokenRefused(SsoProfile profile, ServiceFailureException failure)
    {
        var command = profile.Session.Name is { } session
            ? $"aws sso login --sso-session {Argument(session)}"
            : $"aws sso login --profile {Argument(profile.Name)}";
        return new SsoLoginRequiredException(
            $"IAM Identity Center refused the SSO token of profile '{profile.Name}' (session {profile.Session.Key}): it expired, was revoked, or belongs "
            + $"to another region. Log in with `{command}` or with LoginSso(\"{profile.Name}\"). Where that does not help, check sso_region "
            + $"({profile.Session.Region}) and the clock of this machine. ({failure.Message}.)",
            failure);
    }

    private static string Argument(string text) => text.All(c => char.IsLetterOrDigit(c) || "-_./@+:".Contains(c)) ? text : $"\"{text}\"";
}
