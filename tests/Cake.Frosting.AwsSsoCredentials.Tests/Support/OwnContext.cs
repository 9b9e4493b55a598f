using AwsSsoCredentials;
using Cake.AwsSsoCredentials;
using Cake.Core;

namespace Cake.Frosting.AwsSsoCredentials.Tests.Support;

/// <summary>A context that settles what the credential tasks do.</summary>
public sealed class OwnContext(ICakeContext context, OwnSettings settings) : FrostingContext(context), ISsoCredentialsContext
{
    public string? SsoProfile => settings.Profile;

    public ClearSsoCacheSettings? ClearSsoCacheSettings => settings.Clear;

    public GenerateSsoCredentialsSettings? GenerateSsoCredentialsSettings => settings.Generate;

    public WriteCredentialsProfileSettings? WriteCredentialsProfileSettings => settings.Write;

    public SsoCredentials? SsoCredentials { get => settings.Received; set => settings.Received = value; }
}
