using AwsSsoCredentials;

namespace Cake.Frosting.AwsSsoCredentials.Tests.Support;

/// <summary>What a test settles by way of <see cref="OwnContext"/>, and what came back.</summary>
public sealed class OwnSettings
{
    public string? Profile { get; init; }

    public ClearSsoCacheSettings? Clear { get; init; }

    public GenerateSsoCredentialsSettings? Generate { get; init; }

    public WriteCredentialsProfileSettings? Write { get; init; }

    public SsoCredentials? Received { get; set; }
}
