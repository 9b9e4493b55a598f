using IdentityCenterEmulator.Http;
using IdentityCenterEmulator.Options;
using IdentityCenterEmulator.State;

namespace IdentityCenterEmulator;

/// <summary>What goes wrong, and the settings that can be changed while the emulator runs. Safe for concurrent use; a change holds from the next call on.</summary>
public sealed class EmulatorFaults
{
    private readonly Lock _lock = new();
    private readonly TimeProvider _clock;
    private readonly Dictionary<EmulatorOperation, (EmulatorFault Fault, int? Left)> _faults = [];
    private readonly Dictionary<EmulatorOperation, RateLimit> _limits = [];
    private readonly HashSet<(string AccountId, string RoleName)> _deniedRoles = [];
    private RateLimit? _globalLimit;
    private LiveSettings _live;

    internal EmulatorFaults(EmulatorOptions options)
    {
        _clock = options.TimeProvider;
        _live = options.Live;
    }

    /// <summary>How long access tokens issued from now on live.</summary>
    public TimeSpan AccessTokenLifetime
    {
        get => Live.AccessTokenLifetime;
        set => Change(live => live with { AccessTokenLifetime = value });
    }

    /// <summary>How long device codes issued from now on live.</summary>
    public TimeSpan DeviceCodeLifetime
    {
        get => Live.DeviceCodeLifetime;
        set => Change(live => live with { DeviceCodeLifetime = value });
    }

    /// <summary>The poll interval of device codes issued from now on; whole seconds.</summary>
    public TimeSpan PollInterval
    {
        get => Live.PollInterval;
        set => Change(live => live with { PollInterval = value });
    }

    /// <summary>How long clients registered from now on live.</summary>
    public TimeSpan ClientRegistrationLifetime
    {
        get => Live.ClientRegistrationLifetime;
        set => Change(live => live with { ClientRegistrationLifetime = value });
    }

    /// <summary>How long role credentials issued from now on live.</summary>
    public TimeSpan RoleCredentialsLifetime
    {
        get => Live.RoleCredentialsLifetime;
        set => Change(live => live with { RoleCredentialsLifetime = value });
    }

    /// <summary>What the next refresh says about the refresh token.</summary>
    public RefreshTokenMode RefreshTokenMode
    {
        get => Live.RefreshTokenMode;
        set => Change(live => live with { RefreshTokenMode = value });
    }

    /// <summary>Who answers sign-in requests that start from now on.</summary>
    public EmulatorSignIn SignIn
    {
        get => Live.SignIn;
        set => Change(live => live with { SignIn = value });
    }

    private LiveSettings Live
    {
        get
        {
            lock (_lock)
            {
                return _live;
            }
        }
    }

    /// <summary>Lets calls of an operation go wrong; replaces the operation's earlier fault.</summary>
    public void Set(EmulatorOperation operation, EmulatorFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        lock (_lock)
        {
            _faults[operation] = (fault, fault.Times);
        }
    }

    /// <summary>Ends the fault of one operation.</summary>
    public void Clear(EmulatorOperation operation)
    {
        lock (_lock)
        {
            _faults.Remove(operation);
        }
    }

    /// <summary>Ends every fault, every limit and every denied role. Lifetimes and modes stay.</summary>
    public void ClearAll()
    {
        lock (_lock)
        {
            _faults.Clear();
            _limits.Clear();
            _deniedRoles.Clear();
            _globalLimit = null;
        }
    }

    /// <summary>Answers calls beyond this many in any second (of all operations together) with 429; null lifts the limit.</summary>
    public void LimitRequests(int? requestsPerSecond)
    {
        lock (_lock)
        {
            _globalLimit = requestsPerSecond is { } limit ? new RateLimit(limit, _clock) : null;
        }
    }

    /// <summary>Answers calls of one operation beyond this many in any second with 429; null lifts the limit.</summary>
    public void LimitRequests(EmulatorOperation operation, int? requestsPerSecond)
    {
        lock (_lock)
        {
            if (requestsPerSecond is { } limit)
            {
                _limits[operation] = new RateLimit(limit, _clock);
            }
            else
            {
                _limits.Remove(operation);
            }
        }
    }

    /// <summary>Answers GetRoleCredentials for this role with 403 "No access", although it is listed.</summary>
    public void DenyRole(string accountId, string roleName)
    {
        lock (_lock)
        {
            _deniedRoles.Add((accountId, roleName));
        }
    }

    /// <summary>Takes a <see cref="DenyRole"/> back.</summary>
    public void AllowRole(string accountId, string roleName)
    {
        lock (_lock)
        {
            _deniedRoles.Remove((accountId, roleName));
        }
    }

    /// <summary>Changes the settings, all of it or nothing.</summary>
    /// <exception cref="EmulatorOptionsException">A setting cannot be accepted.</exception>
    internal void Change(Func<LiveSettings, LiveSettings> change)
    {
        lock (_lock)
        {
            var changed = change(_live);
            OptionsValidation.Check(changed);
            _live = changed;
        }
    }

    internal bool IsDenied(string accountId, string roleName)
    {
        lock (_lock)
        {
            return _deniedRoles.Contains((accountId, roleName));
        }
    }

    /// <summary>Whether the call is within the limits; a refused call uses none of them up.</summary>
    internal bool TryEnter(EmulatorOperation operation)
    {
        lock (_lock)
        {
            var own = _limits.GetValueOrDefault(operation);
            if (own?.IsFull == true || _globalLimit?.IsFull == true)
            {
                return false;
            }

            own?.Add();
            _globalLimit?.Add();
            return true;
        }
    }

    /// <summary>The fault that strikes this call; counts it off.</summary>
    internal EmulatorFault? Take(EmulatorOperation operation)
    {
        lock (_lock)
        {
            if (!_faults.TryGetValue(operation, out var entry) || entry.Left is <= 0)
            {
                return null;
            }

            _faults[operation] = entry with { Left = entry.Left - 1 };
            return entry.Fault;
        }
    }
}
