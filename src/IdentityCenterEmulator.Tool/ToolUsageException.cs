namespace IdentityCenterEmulator.Tool;

/// <summary>A command line that the tool does not understand.</summary>
internal sealed class ToolUsageException(string message) : Exception(message);
