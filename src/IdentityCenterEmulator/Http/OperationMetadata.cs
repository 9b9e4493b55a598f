namespace IdentityCenterEmulator.Http;

/// <summary>Marks a route as one of the counted operations.</summary>
internal sealed class OperationMetadata(EmulatorOperation operation)
{
    public EmulatorOperation Operation { get; } = operation;
}
