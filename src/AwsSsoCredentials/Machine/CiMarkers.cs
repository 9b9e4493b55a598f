namespace AwsSsoCredentials.Machine;

/// <summary>The variables by which CI systems can be told; the same tests as Cake's own build system providers.</summary>
internal static class CiMarkers
{
    /// <summary>Gets the names of the variables.</summary>
    public static IEnumerable<string> Variables => [Generic, GitHub, GitLab, .. Present];

    private static string Generic => "CI";

    private static string GitHub => "GITHUB_ACTIONS";

    private static string GitLab => "CI_SERVER";

    private static string[] Present =>
    [
        "TF_BUILD",
        "TEAMCITY_VERSION",
        "JENKINS_URL",
        "APPVEYOR",
        "TRAVIS",
        "bamboo_buildNumber",
        "BITBUCKET_WORKSPACE",
        "BITRISE_BUILD_URL",
        "BUILDKITE",
        "CODEBUILD_BUILD_ID",
        "GO_SERVER_URL",
    ];

    /// <summary>Tells whether any mark is there.</summary>
    /// <param name="environment">The environment.</param>
    /// <returns>True in a CI system.</returns>
    public static bool IsCi(AwsEnvironment environment) =>
        Is(environment[GitHub], "true")
        || Is(environment[GitLab], "yes")
        || Present.Any(name => environment[name] is not null)
        || (environment[Generic] is { } ci && !Is(ci, "false") && ci != "0"); // developers switch it off with these

    private static bool Is(string? value, string expected) => string.Equals(value, expected, StringComparison.OrdinalIgnoreCase);
}
