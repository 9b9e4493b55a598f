namespace IdentityCenterEmulator;

/// <summary>The calls that the emulator counts and that faults can be set for.</summary>
public enum EmulatorOperation
{
    /// <summary>OIDC: <c>POST /client/register</c>.</summary>
    RegisterClient,

    /// <summary>OIDC: <c>POST /device_authorization</c>.</summary>
    StartDeviceAuthorization,

    /// <summary>OIDC: <c>GET /authorize</c>, what a browser opens for the authorization code flow.</summary>
    Authorize,

    /// <summary>OIDC: <c>POST /token</c>, for every grant type.</summary>
    CreateToken,

    /// <summary>Portal: <c>GET /federation/credentials</c>.</summary>
    GetRoleCredentials,

    /// <summary>Portal: <c>GET /assignment/accounts</c>.</summary>
    ListAccounts,

    /// <summary>Portal: <c>GET /assignment/roles</c>.</summary>
    ListAccountRoles,

    /// <summary>Portal: <c>POST /logout</c>.</summary>
    Logout,

    /// <summary>STS: <c>Action=GetCallerIdentity</c>.</summary>
    GetCallerIdentity,
}
