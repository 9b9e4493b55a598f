using IdentityCenterEmulator.Oidc;

namespace IdentityCenterEmulator.State;

/// <summary>The device codes, their approval and their single use.</summary>
internal sealed class DeviceAuthorizations(TimeProvider clock, EmulatorFaults settings)
{
    // A client that waits exactly the interval must not lose against a timer's or a network's jitter.
    private static readonly TimeSpan PollTolerance = TimeSpan.FromMilliseconds(200);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, DeviceAuthorization> _byDeviceCode = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DeviceAuthorization> _byUserCode = new(StringComparer.Ordinal);

    public DeviceAuthorization Start(ClientRegistration client, string startUrl)
    {
        lock (_lock)
        {
            var userCode = RandomText.UserCode();
            while (_byUserCode.ContainsKey(userCode))
            {
                userCode = RandomText.UserCode();
            }

            var authorization = new DeviceAuthorization
            {
                DeviceCode = RandomText.Code(),
                UserCode = userCode,
                Client = client,
                StartUrl = startUrl,
                ExpiresAt = clock.GetUtcNow() + settings.DeviceCodeLifetime,
                PollInterval = settings.PollInterval,
                Decision = settings.SignIn switch
                {
                    EmulatorSignIn.AutoApprove => DeviceDecision.Allowed,
                    EmulatorSignIn.AutoDeny => DeviceDecision.Denied,
                    _ => DeviceDecision.Pending,
                },
            };
            _byDeviceCode.Add(authorization.DeviceCode, authorization);
            _byUserCode.Add(authorization.UserCode, authorization);
            return authorization;
        }
    }

    /// <summary>The request that waits for a decision under this user code (blanks, dash and case do not matter), or null.</summary>
    public DeviceAuthorization? FindPending(string? userCode)
    {
        lock (_lock)
        {
            return _byUserCode.TryGetValue(Normalize(userCode), out var found) && IsPending(found) ? found : null;
        }
    }

    public IReadOnlyList<string> PendingUserCodes()
    {
        lock (_lock)
        {
            return [.. _byUserCode.Values.Where(IsPending).Select(authorization => authorization.UserCode)];
        }
    }

    /// <summary>Records the decision; false where no request waits under this code.</summary>
    public bool TryDecide(string? userCode, bool allow)
    {
        lock (_lock)
        {
            if (FindPending(userCode) is not { } authorization)
            {
                return false;
            }

            authorization.Decision = allow ? DeviceDecision.Allowed : DeviceDecision.Denied;
            return true;
        }
    }

    /// <summary>What CreateToken does with a device code: RFC 8628, section 3.5, with AWS's error types.</summary>
    public DeviceAuthorization Redeem(ClientRegistration client, string deviceCode)
    {
        lock (_lock)
        {
            if (!_byDeviceCode.TryGetValue(deviceCode, out var authorization) || authorization.Client != client || authorization.Redeemed)
            {
                throw OidcError.InvalidGrant("The device code is invalid, used, or was issued to another client");
            }

            var now = clock.GetUtcNow();
            if (authorization.ExpiresAt <= now)
            {
                throw OidcError.ExpiredToken("The device code has expired");
            }

            var sinceLastPoll = now - authorization.LastPoll;
            authorization.LastPoll = now;
            switch (authorization.Decision)
            {
                case DeviceDecision.Denied:
                    throw OidcError.AccessDenied("The user denied the request");
                case DeviceDecision.Pending when sinceLastPoll + PollTolerance < authorization.PollInterval:
                    throw OidcError.SlowDown("The client polls faster than the interval allows");
                case DeviceDecision.Pending:
                    throw OidcError.AuthorizationPending("The user has not yet answered the request");
                default:
                    authorization.Redeemed = true;
                    return authorization;
            }
        }
    }

    private bool IsPending(DeviceAuthorization authorization) => authorization.Decision == DeviceDecision.Pending && authorization.ExpiresAt > clock.GetUtcNow();

    private static string Normalize(string? userCode)
    {
        var letters = string.Concat((userCode ?? "").Where(char.IsAsciiLetter)).ToUpperInvariant();
        return letters.Length > 4 ? letters.Insert(4, "-") : letters;
    }
}
