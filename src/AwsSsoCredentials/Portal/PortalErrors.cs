using AwsSsoCredentials.Profiles;
using AwsSsoCredentials.Services.Contracts;

namespace AwsSsoCredentials.Portal;

/// <summary>Says failures of the portal in words that name the profile and the remedy.</summary>
internal static class PortalErrors
{
    /// <summary>Turns a failure of GetRoleCredentials into the error that users see.</summary>
    public static SsoException ForRole(SsoProfile profile, ServiceFailureException failure) => failure.Kind switch
    {
        ServiceFailureKind.Unauthorized => TokenRefused(profile.Subject, profile.Session, profile.ConfiguredName, failure),
        ServiceFailureKind.Forbidden => new SsoAccessDeniedException(
            $"Role '{profile.RoleName}' is not assigned to you in account {profile.AccountId}, or "
            + (profile.IsConfigured
                ? $"sso_role_name or sso_account_id of profile '{profile.Name}' is misspelt. Correct the profile,"
                : "one of the two is misspelt. Correct it,")
            + $" or ask whoever manages IAM Identity Center for the assignment.{PermissionSetHint(profile.RoleName)} ({failure.Message}.)",
            failure),
        ServiceFailureKind.NotFound => new SsoAccessDeniedException(
            $"Account {profile.AccountId} or role '{profile.RoleName}'{Of(profile)} is unknown to IAM Identity Center in "
            + $"{profile.Session.Region}. Check sso_account_id, sso_role_name and sso_region. ({failure.Message}.)",
            failure),
        ServiceFailureKind.InvalidRequest => new SsoConfigurationException(
            $"IAM Identity Center does not accept what {profile.Subject} asks for: account {profile.AccountId}, role '{profile.RoleName}'. "
            + $"Check sso_account_id (12 digits), sso_role_name and sso_region ({profile.Session.Region}). ({failure.Message}.)",
            failure),
        _ => ForAny($"the credentials of {profile.Subject}", profile.Session, failure),
    };

    /// <summary>Turns a failure of ListAccounts or ListAccountRoles into the error that users see.</summary>
    /// <param name="what">What was to be listed, e.g. <c>the accounts</c>.</param>
    /// <param name="session">The session.</param>
    /// <param name="failure">The failure.</param>
    public static SsoException ForList(string what, SsoSession session, ServiceFailureException failure) => failure.Kind switch
    {
        ServiceFailureKind.Unauthorized => TokenRefused($"session {session.Key}", session, null, failure),
        ServiceFailureKind.Forbidden or ServiceFailureKind.NotFound => new SsoAccessDeniedException(
            $"IAM Identity Center does not show you {what} (session {session.Key}, {session.Region}). Check the account and sso_region, or ask "
            + $"whoever manages IAM Identity Center for an assignment. ({failure.Message}.)",
            failure),
        ServiceFailureKind.InvalidRequest => new SsoConfigurationException(
            $"IAM Identity Center does not accept the request for {what} (session {session.Key}). Check the account (12 digits) and sso_region "
            + $"({session.Region}). ({failure.Message}.)",
            failure),
        _ => ForAny(what, session, failure),
    };

    private static SsoException ForAny(string what, SsoSession session, ServiceFailureException failure) => failure.Kind switch
    {
        ServiceFailureKind.Throttled when failure.IsOfGateway => new SsoThrottledException(
            $"The request for {what} was turned away before IAM Identity Center: {failure.Message}. Wait a minute; if that does not help, check the "
            + "proxy (HTTPS_PROXY, NO_PROXY) or ask whoever runs it.",
            failure),
        ServiceFailureKind.Throttled or ServiceFailureKind.SlowDown => new SsoThrottledException(
            $"IAM Identity Center gets too many requests and turned the one for {what} away. Wait a minute, and let fewer builds "
            + $"or profiles ask at the same time. ({failure.Message}.)",
            failure),
        ServiceFailureKind.Unreachable or ServiceFailureKind.TimedOut => new SsoServiceException(
            $"IAM Identity Center could not be asked for {what}: {failure.Message}. Check the network, the proxy "
            + $"(HTTPS_PROXY, NO_PROXY), the certificates (AWS_CA_BUNDLE), sso_region ({session.Region}) and AWS_ENDPOINT_URL_SSO.",
            failure),
        ServiceFailureKind.UnusableAnswer => new SsoServiceException(
            $"The answer to the request for {what} is of no use: {failure.Message}. Check the proxy (HTTPS_PROXY, "
            + "NO_PROXY), whether the network wants a sign-in, and AWS_ENDPOINT_URL_SSO.",
            failure),
        ServiceFailureKind.ServerError when failure.IsOfGateway => new SsoServiceException(
            $"The request for {what} did not get through to IAM Identity Center: {failure.Message}. Check the proxy (HTTPS_PROXY, NO_PROXY) "
            + "and AWS_ENDPOINT_URL_SSO, or ask whoever runs it.",
            failure),
        ServiceFailureKind.ServerError => new SsoServiceException(
            $"IAM Identity Center failed at the request for {what}: {failure.Message}. Try again later; "
            + "https://health.aws.amazon.com shows outages.",
            failure),
        _ => new SsoServiceException(
            $"IAM Identity Center did not give {what}: {failure.Message}. Check sso_region "
            + $"({session.Region}) and AWS_ENDPOINT_URL_SSO.",
            failure),
    };

    // 401 says no more than "session token not found or invalid": a wrong region and a wrong clock look the same (aws-cli: UnauthorizedSSOTokenError).
    private static SsoLoginRequiredException TokenRefused(string subject, SsoSession session, string? profile, ServiceFailureException failure) =>
        new(
            $"IAM Identity Center refused the SSO token of {subject} (session {session.Key}): it expired, was revoked, or belongs "
            + $"to another region. {Remedies.Login(session, profile)}. Where that does not help, check sso_region "
            + $"({session.Region}) and the clock of this machine. ({failure.Message}.)",
            failure);

    // AWS names the IAM role that it makes of a permission set AWSReservedSSO_<permission set>_<16 hex digits>.
    private static string PermissionSetHint(string roleName)
    {
        const string Prefix = "AWSReservedSSO_";
        if (!roleName.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
        {
            return "";
        }

        string name = roleName[Prefix.Length..];
        int last = name.LastIndexOf('_');
        bool hasSuffix = last > 0 && name.Length - last - 1 == 16 && name[(last + 1)..].All(char.IsAsciiHexDigit);
        return $" sso_role_name wants the name of the permission set, not that of the IAM role made of it: write {(hasSuffix ? name[..last] : name)}.";
    }

    private static string Of(SsoProfile profile) => profile.IsConfigured ? $" of profile '{profile.Name}'" : "";
}
