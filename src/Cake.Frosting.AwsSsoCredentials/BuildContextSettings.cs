using Cake.Core;

namespace Cake.AwsSsoCredentials;

/// <summary>Finds what the context of a build settles.</summary>
internal static class BuildContextSettings
{
    public static SsoTaskSettings Of(ICakeContext context) => context is ISsoCredentialsContext own
        ? new SsoTaskSettings
        {
            Profile = own.SsoProfile,
            Clear = own.ClearSsoCacheSettings,
            Generate = own.GenerateSsoCredentialsSettings,
            Write = own.WriteCredentialsProfileSettings,
        }
        : new SsoTaskSettings();
}
