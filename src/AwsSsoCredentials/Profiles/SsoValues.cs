namespace AwsSsoCredentials.Profiles;

/// <summary>What the values of SSO settings may be, wherever they come from.</summary>
/// <remarks>No regular expressions here: they took a third of what it costs to see that keys are still valid.</remarks>
internal static class SsoValues
{
    public const string ExpectedStartUrl = "an https URL without user name and password, such as https://my-company.awsapps.com/start";
    public const string ExpectedRegion = "a region such as us-east-1";
    public const string ExpectedAccountId = "12 digits without blanks or dashes";
    public const string ExpectedRoleName = "the name of a permission set: letters, digits and + = , . @ _ -";

    public static bool IsStartUrl(string value) =>
        !value.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)) && StartUrls.HostOf(value) is not null && !StartUrls.HasUserInfo(value);

    public static bool IsRegion(string value) => value.Length > 0 && value.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');

    // The AWS CLI takes US-EAST-1: host names know no case. What we make of a region does.
    public static string Region(string value) => value.ToLowerInvariant();

    public static bool IsAccountId(string value) => value.Length == 12 && value.All(char.IsAsciiDigit);

    /// <summary>Refuses the name of a profile or session that cannot be meant.</summary>
    /// <param name="name">The name.</param>
    /// <param name="what">What it is the name of, or the setting that holds it.</param>
    /// <returns>The name.</returns>
    /// <exception cref="SsoConfigurationException">It holds control characters or line ends.</exception>
    public static string CheckName(string name, string what) => OneLine.HasControls(name)
        ? throw new SsoConfigurationException($"{what} '{name}' holds control characters: write the name as it stands between the brackets of ~/.aws/config.")
        : name;

    // The characters IAM allows in a role name.
    public static bool IsRoleName(string value) =>
        value.Length is >= 1 and <= 64 && value.All(c => char.IsAsciiLetterOrDigit(c) || "_+=,.@-".Contains(c, StringComparison.Ordinal));
}
