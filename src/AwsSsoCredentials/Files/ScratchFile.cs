namespace AwsSsoCredentials.Files;

/// <summary>A file that a writer left beside its target.</summary>
/// <param name="Path">Its full path.</param>
/// <param name="Id">The id of the writer.</param>
/// <param name="Kind">What it holds, as in <see cref="ScratchFiles"/>.</param>
internal sealed record ScratchFile(string Path, string Id, string Kind);
