using AwsSsoCredentials.Services.Contracts;
using AwsSsoCredentials.Services.Resilience;

namespace AwsSsoCredentials.Tokens;

/// <summary>Sorts the failures of the OIDC service and turns them into the errors that users see.</summary>
internal static class OidcFailures
{
    /// <summary>Whether the same call can succeed later, without anybody logging in.</summary>
    public static bool IsPassing(ServiceFailureException failure) =>
        RetryPolicy.IsTransient(failure) || failure.Kind == ServiceFailureKind.UnusableAnswer;

    /// <summary>The error of a call that failed for a reason of the service or the network.</summary>
    /// <param name="failure">The failure.</param>
    /// <param name="what">What could not be done; begins with a capital and ends without a full stop.</param>
    /// <param name="remedy">What to do after the cause is gone; null when it is enough to try again.</param>
    public static SsoException ToError(ServiceFailureException failure, string what, string? remedy)
    {
        var then = remedy is null ? "" : $" {remedy}.";
        return failure.Kind switch
        {
            ServiceFailureKind.Throttled => new SsoThrottledException(
                $"{what}: {failure.Endpoint} gets too many requests. Wait a minute and try again.{then}", failure),
            ServiceFailureKind.Unreachable => new SsoServiceException(
                $"{what}: {Sentence(failure)} Check the network, the proxy variables, sso_region and"
                + $" AWS_ENDPOINT_URL_SSO_OIDC.{then}",
                failure),
            ServiceFailureKind.TimedOut => new SsoServiceException(
                $"{what}: {failure.Endpoint} did not answer in time. Check the network and the proxy variables, then try again.{then}",
                failure),
            _ => new SsoServiceException($"{what}: {Sentence(failure)}{then}", failure),
        };
    }

    // It names operation, URL and request id itself.
    private static string Sentence(ServiceFailureException failure) => failure.Message.TrimEnd('.', ' ') + ".";
}
