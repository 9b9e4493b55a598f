using AwsSsoCredentials.Credentials;
using AwsSsoCredentials.Files;

namespace AwsSsoCredentials.Tests.Credentials;

/// <summary>Keys to write, and a file to write them to.</summary>
internal static class Sample
{
    internal const string Secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    internal const string Token = "IQoJb3JpZ2luX2VjEXAMPLE//token==";

    internal static DateTimeOffset Expiration { get; } = new(2030, 1, 2, 3, 4, 5, 678, TimeSpan.Zero);

    internal static SsoCredentials Credentials(string accessKeyId = "ASIAIOSFODNN7EXAMPLE", string? session = "corp") =>
        new("dev", "012345678901", "Deployer", "eu-west-1", accessKeyId, Secret, Token, Expiration, session);

    /// <summary>An SSO profile of the config file, by default one for the keys' own account and role.</summary>
    internal static SsoProfileSummary SsoProfile(string account = "012345678901", string role = "Deployer") =>
        new("dev", account, role, null, "corp", null, null);

    internal static CredentialsFile File(string path, TestLog? log = null, IFileOperations? operations = null) =>
        new(path, new SafeFiles(operations ?? new FileOperations(), TimeProvider.System), TimeProvider.System, log ?? new TestLog());
}
