namespace AwsSsoCredentials.Config;

/// <summary>What a section of the shared config describes.</summary>
internal enum ConfigSectionKind
{
    /// <summary>A profile.</summary>
    Profile,

    /// <summary>An SSO session.</summary>
    SsoSession,

    /// <summary>Endpoints of services.</summary>
    Services,
}
