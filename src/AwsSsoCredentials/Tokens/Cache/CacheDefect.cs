namespace AwsSsoCredentials.Tokens.Cache;

/// <summary>Why the bytes of a cache file are of no use.</summary>
/// <param name="Reason">What is wrong, to follow the path in a message; shows nothing of the content.</param>
/// <param name="IsPassing">Whether it may be different in a moment, because a writer is busy.</param>
internal sealed record CacheDefect(string Reason, bool IsPassing = false);
