using System.Collections.Concurrent;

namespace IdentityCenterEmulator.State;

/// <summary>The key triples that the portal has issued; STS knows no others.</summary>
internal sealed class IssuedRoleCredentials(TimeProvider clock, EmulatorFaults settings)
{
    private readonly ConcurrentDictionary<string, RoleCredentials> _credentials = new(StringComparer.Ordinal);

    public RoleCredentials Issue(string accountId, string roleName)
    {
        var credentials = new RoleCredentials
        {
            AccessKeyId = RandomText.AccessKeyId(),
            SecretAccessKey = RandomText.SecretAccessKey(),
            SessionToken = RandomText.SessionToken(),
            Expiration = clock.GetUtcNow() + settings.RoleCredentialsLifetime,
            AccountId = accountId,
            RoleName = roleName,
        };
        _credentials[credentials.AccessKeyId] = credentials;
        return credentials;
    }

    public RoleCredentials? Find(string accessKeyId) => _credentials.GetValueOrDefault(accessKeyId);
}
