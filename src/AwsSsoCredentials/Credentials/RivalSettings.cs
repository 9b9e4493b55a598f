using AwsSsoCredentials.Config;

namespace AwsSsoCredentials.Credentials;

/// <summary>
/// Settings under a name that beat the keys which are written there, so that clients run as somebody else. SSO settings of the same name are
/// another matter; <c>credential_process</c>, <c>login_session</c> and the config file's own keys come after the keys of the credentials file.
/// </summary>
internal static class RivalSettings
{
    private const string RoleArn = "role_arn";
    private const string WebIdentity = "web_identity_token_file";
    private const string SecurityToken = "aws_security_token";
    private const string Everybody = "the AWS CLI, boto3, .NET, JavaScript and Go";
    private const string Botocore = "the AWS CLI and boto3";

    // The keys of this section are those of every profile in the eyes of botocore, and of nobody else.
    private const string Defaults = "DEFAULT";

    /// <summary>Finds them.</summary>
    /// <param name="target">The name that is written to.</param>
    /// <param name="section">What both files say of it; null when they do not know it yet.</param>
    /// <param name="defaults">What the credentials file gives to all its profiles.</param>
    /// <param name="path">The credentials file, for the messages.</param>
    /// <returns>For each what it does, to whom, and what mends it; one line, without values.</returns>
    internal static IReadOnlyList<string> Find(string target, ConfigSection? section, IReadOnlyList<ConfigProperty> defaults, string path)
    {
        var found = new List<string>();
        ConfigProperty? role = Property(RoleArn);
        ConfigProperty? identity = Property(WebIdentity);
        if ((role ?? identity) is { } rival)
        {
            string what = role is null ? "look for a role to assume by web identity" : "assume that role";
            found.Add(
                $"{Place(rival)} beats the keys of [{OneLine.Of(target)}] in {path}: {Who(rival)} {what} under this name and do not use the keys; {Remedy(target)}");
        }

        // Beside the keys it is removed; the one of all profiles is not ours to touch.
        if (defaults.LastOrDefault(property => Is(property, SecurityToken)) is { } token)
        {
            found.Add(
                $"{Place(token)} beats the session token of [{OneLine.Of(target)}] in {path}: {Botocore} send it with the keys of every profile; delete that line");
        }

        return found;

        ConfigProperty? Property(string name) => section?.Find(name) ?? defaults.LastOrDefault(property => Is(property, name));
    }

    private static bool Is(ConfigProperty property, string name) => property.Name.Equals(name, StringComparison.OrdinalIgnoreCase) && property.Value.Length > 0;

    private static string Place(ConfigProperty property) => $"{property.Name} in {property.Place},";

    private static string Who(ConfigProperty property) => property.Header == Defaults ? Botocore : Everybody;

    private static string Remedy(string target) => $"set TargetProfile to another name, such as {OneLine.Of(target)}-keys, or delete that line";
}
