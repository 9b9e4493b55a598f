using System.Text.RegularExpressions;
using AwsSsoCredentials.Machine;
using AwsSsoCredentials.Services.Endpoints;
using AwsSsoCredentials.Tests.Support;

namespace AwsSsoCredentials.Tests.Machine;

/// <summary>The snapshot of the environment holds what the rooms read, by their sources: not more and not less.</summary>
public sealed partial class KnownVariablesTests
{
    private static readonly string Sources = string.Concat(
        Directory.GetFiles(Repository.PathOf("src/AwsSsoCredentials"), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Where(path => Path.GetFileName(path) != $"{nameof(KnownVariables)}.cs")
            .Select(File.ReadAllText));

    // ConnectionSettings makes these names out of the services' ids.
    private static readonly string[] OfServices =
        [.. new[] { EndpointService.Portal, EndpointService.Oidc, EndpointService.Sts }.Select(service => $"AWS_ENDPOINT_URL_{service.Id.ToUpperInvariant()}")];

    public static TheoryData<string> Captured => new(KnownVariables.All);

    public static TheoryData<string> Read => new(Lookup().Matches(Sources).Select(match => match.Groups[1].Value).Distinct());

    [Theory]
    [MemberData(nameof(Captured))]
    public void A_variable_that_is_captured_is_read(string name) =>
        Assert.True(OfServices.Contains(name) || Sources.Contains($"\"{name}\"", StringComparison.Ordinal), $"Nothing reads {name}.");

    [Theory]
    [MemberData(nameof(Read))]
    public void A_variable_that_is_read_is_captured(string name) => Assert.Contains(name, KnownVariables.All);

    [GeneratedRegex(@"(?:nvironment|this)\[""(\w+)""\]")]
    private static partial Regex Lookup();
}
