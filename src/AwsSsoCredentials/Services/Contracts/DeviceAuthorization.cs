namespace AwsSsoCredentials.Services.Contracts;

/// <summary>The answer of StartDeviceAuthorization.</summary>
/// <param name="DeviceCode">The secret half of the code.</param>
/// <param name="UserCode">The half that is shown to the person.</param>
/// <param name="VerificationUri">Where the person enters the user code.</param>
/// <param name="VerificationUriComplete">The same with the code filled in; null when not given.</param>
/// <param name="ExpiresIn">How long the codes live.</param>
/// <param name="Interval">The pause between two polls; 5 seconds when the service names none.</param>
internal sealed record DeviceAuthorization(
    string DeviceCode, string UserCode, string VerificationUri, string? VerificationUriComplete, TimeSpan ExpiresIn, TimeSpan Interval)
{
    public override string ToString() => $"device authorization at {VerificationUri}";
}
