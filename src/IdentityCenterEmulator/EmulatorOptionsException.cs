namespace IdentityCenterEmulator;

/// <summary>An option, or a member of an options file, that the emulator cannot accept. The message is one line.</summary>
public sealed class EmulatorOptionsException : Exception
{
    internal EmulatorOptionsException(string message)
        : base(message)
    {
    }

    internal EmulatorOptionsException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
