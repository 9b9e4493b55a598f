using System.Text.Json.Serialization;

namespace IdentityCenterEmulator.Control;

/// <summary>The settings that can be changed while the emulator runs; what is not named stays.</summary>
internal sealed class SettingsBody
{
    private int? _requestsPerSecond;

    public TimeSpan? AccessTokenLifetime { get; set; }

    public TimeSpan? DeviceCodeLifetime { get; set; }

    public TimeSpan? PollInterval { get; set; }

    public TimeSpan? ClientRegistrationLifetime { get; set; }

    public TimeSpan? RoleCredentialsLifetime { get; set; }

    public RefreshTokenMode? RefreshTokenMode { get; set; }

    public EmulatorSignIn? SignIn { get; set; }

    /// <summary>The limit of all operations together; null lifts it, so that "not named" has to be told apart.</summary>
    public int? RequestsPerSecond
    {
        get => _requestsPerSecond;
        set
        {
            _requestsPerSecond = value;
            NamesRequestsPerSecond = true;
        }
    }

    [JsonIgnore]
    public bool NamesRequestsPerSecond { get; private set; }

    public void ApplyTo(EmulatorFaults faults)
    {
        faults.AccessTokenLifetime = AccessTokenLifetime ?? faults.AccessTokenLifetime;
        faults.DeviceCodeLifetime = DeviceCodeLifetime ?? faults.DeviceCodeLifetime;
        faults.PollInterval = PollInterval ?? faults.PollInterval;
        faults.ClientRegistrationLifetime = ClientRegistrationLifetime ?? faults.ClientRegistrationLifetime;
        faults.RoleCredentialsLifetime = RoleCredentialsLifetime ?? faults.RoleCredentialsLifetime;
        faults.RefreshTokenMode = RefreshTokenMode ?? faults.RefreshTokenMode;
        faults.SignIn = SignIn ?? faults.SignIn;
        if (NamesRequestsPerSecond)
        {
            faults.LimitRequests(RequestsPerSecond);
        }
    }
}
