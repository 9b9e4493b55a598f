namespace AwsSsoCredentials.Services.Endpoints;

/// <summary>A partition of AWS, as botocore's <c>partitions.json</c> describes it.</summary>
/// <param name="RegionPrefix">What the names of its regions begin with.</param>
/// <param name="Suffix">The end of its host names.</param>
/// <param name="DualStackSuffix">The end of its dual-stack host names.</param>
/// <param name="PlainFips">Whether the plain hosts are the FIPS ones.</param>
internal sealed record EndpointPartition(string RegionPrefix, string Suffix, string DualStackSuffix, bool PlainFips = false)
{
    private static EndpointPartition[] All =>
    [
        new("cn-", "amazonaws.com.cn", "api.amazonwebservices.com.cn"),
        new("us-gov-", "amazonaws.com", "api.aws", PlainFips: true),
        new("eusc-", "amazonaws.eu", "api.amazonwebservices.eu"),
        new("us-iso-", "c2s.ic.gov", "api.aws.ic.gov"),
        new("us-isob-", "sc2s.sgov.gov", "api.aws.scloud"),
        new("eu-isoe-", "cloud.adc-e.uk", "api.cloud-aws.adc-e.uk"),
        new("us-isof-", "csp.hci.ic.gov", "api.aws.hci.ic.gov"),
    ];

    /// <summary>Finds the partition of a region.</summary>
    /// <param name="region">The region, known or not.</param>
    /// <returns>The partition; the commercial one for any other name.</returns>
    public static EndpointPartition Of(string region) =>
        All.FirstOrDefault(one => region.StartsWith(one.RegionPrefix, StringComparison.Ordinal)) ?? new("", "amazonaws.com", "api.aws");
}
