namespace AwsSsoCredentials.Config;

/// <summary>One key to which one file gives two different values.</summary>
/// <param name="First">Where it stands first.</param>
/// <param name="Second">Where it stands again; this value counts by the rules of merging.</param>
internal sealed record ConfigConflict(ConfigProperty First, ConfigProperty Second);
