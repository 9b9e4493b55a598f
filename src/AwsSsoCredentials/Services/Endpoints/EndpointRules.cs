using System.Text.RegularExpressions;
using AwsSsoCredentials.Config;

namespace AwsSsoCredentials.Services.Endpoints;

/// <summary>The endpoint rule sets of <c>sso</c>, <c>sso-oidc</c> and (its regional part) <c>sts</c>.</summary>
internal static partial class EndpointRules
{
    /// <summary>Finds the URL of a service.</summary>
    /// <param name="service">The service.</param>
    /// <param name="region">The region; may be null only with a configured endpoint.</param>
    /// <param name="useFips">Whether a FIPS endpoint is wanted.</param>
    /// <param name="useDualStack">Whether a dual-stack endpoint is wanted.</param>
    /// <param name="configured">The endpoint that is configured, or null.</param>
    /// <returns>The base URL.</returns>
    /// <exception cref="SsoConfigurationException">The wishes contradict each other, or the region is missing or none.</exception>
    public static Uri Resolve(EndpointService service, string? region, bool useFips, bool useDualStack, ConfiguredEndpoint? configured)
    {
        // A region becomes part of a host name, and of what the SDK signs: nothing else may slip in with it, whoever is asked.
        if (!string.IsNullOrEmpty(region) && !HostLabel().IsMatch(region))
        {
            throw new SsoConfigurationException($"'{region}' is not a region: write one such as us-east-1.");
        }

        if (configured is not null)
        {
            return useFips || useDualStack
                ? throw new SsoConfigurationException(
                    $"{(useFips ? "FIPS" : "Dual-stack")} endpoints are asked for, but {configured.Source} sets a custom endpoint: remove it, " +
                    $"or {(useFips ? "AWS_USE_FIPS_ENDPOINT and use_fips_endpoint" : "AWS_USE_DUALSTACK_ENDPOINT and use_dualstack_endpoint")}.")
                : configured.Url;
        }

        if (string.IsNullOrEmpty(region))
        {
            throw new SsoConfigurationException($"The region of the service '{service.Id}' is missing: set {service.RegionSetting}.");
        }

        var partition = EndpointPartition.Of(region);
        string fips = useFips && !(partition.PlainFips && !useDualStack) ? "-fips" : "";
        string suffix = useDualStack ? partition.DualStackSuffix : partition.Suffix;
        return new Uri($"https://{service.Host}{fips}.{region}.{suffix}");
    }

    [GeneratedRegex(@"\A[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\z")]
    private static partial Regex HostLabel();
}
