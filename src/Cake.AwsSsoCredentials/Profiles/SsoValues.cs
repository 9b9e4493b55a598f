using System.Text.RegularExpressions;

namespace Cake.AwsSsoCredentials.Profiles;

/// <summary>What the values of SSO settings may be, wherever they come from.</summary>
internal static partial class SsoValues
{
    public const string ExpectedStartUrl = "an https URL such as https://my-company.awsapps.com/start";
    public const string ExpectedRegion = "a region such as us-east-1";
    public const string ExpectedAccountId = "12 digits without blanks or dashes";
    public const string ExpectedRoleName = "the name of a permission set: letters, digits and + = , . @ _ -";

    public static bool IsStartUrl(string value) => StartUrls.TryParse(value) is not null;

    public static bool IsRegion(string value) => Region().IsMatch(value);

    public static bool IsAccountId(string value) => AccountId().IsMatch(value);

    public static bool IsRoleName(string value) => RoleName().IsMatch(value);

    // `\z`, not `$`: a value may end in a line feed.
    [GeneratedRegex(@"\A[a-z0-9-]+\z")]
    private static partial Regex Region();

    [GeneratedRegex(@"\A[0-9]{12}\z")]
    private static partial Regex AccountId();

    // The characters IAM allows in a role name.
    [GeneratedRegex(@"\A[A-Za-z0-9_+=,.@-]{1,64}\z")]
    private static partial Regex RoleName();
}
