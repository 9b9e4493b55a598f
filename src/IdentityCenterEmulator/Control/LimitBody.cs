namespace IdentityCenterEmulator.Control;

/// <summary>How many calls of an operation a second lets through; null lifts the limit.</summary>
internal sealed record LimitBody(int? RequestsPerSecond);
