namespace IdentityCenterEmulator.State;

/// <summary>
/// The settings that can be changed while the emulator runs: the one list of them. <see cref="EmulatorOptions"/> and <see cref="EmulatorFaults"/>
/// show each as a property of the same name.
/// </summary>
internal sealed record LiveSettings
{
    public EmulatorSignIn SignIn { get; init; } = EmulatorSignIn.Page;

    public TimeSpan AccessTokenLifetime { get; init; } = TimeSpan.FromHours(1);

    public TimeSpan DeviceCodeLifetime { get; init; } = TimeSpan.FromMinutes(10);

    public TimeSpan PollInterval { get; init; } = TimeSpan.FromSeconds(5);

    public TimeSpan ClientRegistrationLifetime { get; init; } = TimeSpan.FromDays(90);

    public TimeSpan RoleCredentialsLifetime { get; init; } = TimeSpan.FromHours(1);

    public RefreshTokenMode RefreshTokenMode { get; init; } = RefreshTokenMode.Rotate;
}
