namespace IdentityCenterEmulator.State;

/// <summary>Everything that one running emulator knows, in memory.</summary>
internal sealed class EmulatorState
{
    public EmulatorState(EmulatorOptions options)
    {
        Options = options;
        Faults = new EmulatorFaults(options);
        Calls = new EmulatorCalls();
        Clients = new ClientRegistrations(options.TimeProvider, Faults);
        Devices = new DeviceAuthorizations(options.TimeProvider, Faults);
        Authorizations = new AuthorizationRequests(options.TimeProvider);
        Sessions = new Sessions(options.TimeProvider, Faults);
        Credentials = new IssuedRoleCredentials(options.TimeProvider, Faults);
    }

    public EmulatorOptions Options { get; }

    public EmulatorFaults Faults { get; }

    public EmulatorCalls Calls { get; }

    public ClientRegistrations Clients { get; }

    public DeviceAuthorizations Devices { get; }

    public AuthorizationRequests Authorizations { get; }

    public Sessions Sessions { get; }

    public IssuedRoleCredentials Credentials { get; }

    public TimeProvider Clock => Options.TimeProvider;
}
