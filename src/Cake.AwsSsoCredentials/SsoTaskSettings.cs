using AwsSsoCredentials;

namespace Cake.AwsSsoCredentials;

/// <summary>What a build settles for the ready-made tasks; all that is null the command line decides, and then the environment.</summary>
internal sealed class SsoTaskSettings
{
    public string? Profile { get; init; }

    public ClearSsoCacheSettings? Clear { get; init; }

    public GenerateSsoCredentialsSettings? Generate { get; init; }

    public WriteCredentialsProfileSettings? Write { get; init; }
}
