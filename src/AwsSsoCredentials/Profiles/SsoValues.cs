namespace AwsSsoCredentials.Profiles;

/// <summary>What the values of SSO settings may be, wherever they come from.</summary>
/// <remarks>No regular expressions here: they took a third of what it costs to see that keys are still valid.</remarks>
internal static class SsoValues
{
    public const string ExpectedStartUrl = "an https URL such as https://my-company.awsapps.com/start";
    public const string ExpectedRegion = "a region such as us-east-1";
    public const string ExpectedAccountId = "12 digits without blanks or dashes";
    public const string ExpectedRoleName = "the name of a permission set: letters, digits and + = , . @ _ -";

    public static bool IsStartUrl(string value) => StartUrls.HostOf(value) is not null;

    public static bool IsRegion(string value) => value.Length > 0 && value.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');

    // The AWS CLI takes US-EAST-1: host names know no case. What we make of a region does.
    public static string Region(string value) => value.ToLowerInvariant();

    public static bool IsAccountId(string value) => value.Length == 12 && value.All(char.IsAsciiDigit);

    // The characters IAM allows in a role name.
    public static bool IsRoleName(string value) =>
        value.Length is >= 1 and <= 64 && value.All(c => char.IsAsciiLetterOrDigit(c) || "_+=,.@-".Contains(c, StringComparison.Ordinal));
}
