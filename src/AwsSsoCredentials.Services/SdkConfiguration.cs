using System.Runtime.Loader;
using Amazon;
using Amazon.Runtime;
using AwsSsoCredentials.Services.Contracts;
using AwsSsoCredentials.Services.Loading;

namespace AwsSsoCredentials.Services;

/// <summary>
/// Configures clients of the AWS SDK so that they look nothing up. Every property below that is left unset is one the SDK reads out of the
/// shared files, and one line there that its parser does not know (<c>[profile x] # note</c>) then fails every call.
/// </summary>
internal static class SdkConfiguration
{
    /// <summary>Sets everything on a client's configuration.</summary>
    public static TConfig Configure<TConfig>(TConfig config, ServiceConnection connection, HttpClientFactory httpClientFactory)
        where TConfig : ClientConfig
    {
        config.ServiceURL = connection.Endpoint.AbsoluteUri;
        config.AuthenticationRegion = connection.Region;
        config.IgnoreConfiguredEndpointUrls = true;
        config.UseDualstackEndpoint = false;
        config.UseFIPSEndpoint = false;
        config.EndpointDiscoveryEnabled = false;
        config.AccountIdEndpointMode = AccountIdEndpointMode.DISABLED;
        config.AuthSchemePreference = [];
        config.SigV4aSigningRegionSet = [];
        config.DefaultConfigurationMode = DefaultConfigurationMode.Standard;

        // Repeating is RetryPolicy's: it knows which calls may be repeated, and when to stop.
        config.RetryMode = RequestRetryMode.Standard;
        config.MaxErrorRetry = 0;
        config.MaxStaleConnectionRetries = 0;
        config.ThrottleRetries = false;
        config.DisableClockSkewCorrection = false;

        config.HttpClientFactory = httpClientFactory;
        config.Timeout = Timeout.InfiniteTimeSpan;
        config.AllowAutoRedirect = false;
        config.DisableRequestCompression = true;
        config.RequestMinCompressionSizeBytes = 0;
        config.RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED;
        config.ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED;
        config.ClientAppId = string.Empty;
        config.DisableLogging = true;
        config.LogResponse = false;
        return config;
    }

    /// <summary>
    /// Turns the SDK's client-side monitoring off where this SDK is ours alone: whether it is on is a question that the SDK asks the shared
    /// files before its first call. It swallows its own error, so a shared SDK is left as its owner set it.
    /// </summary>
    public static void KeepOutOfSharedFiles()
    {
        if (AssemblyLoadContext.GetLoadContext(typeof(AWSConfigs).Assembly)?.Name == PrivateAssemblyLoadContext.ContextName)
        {
            AWSConfigs.CSMConfig.CSMEnabled = false;
        }
    }
}
