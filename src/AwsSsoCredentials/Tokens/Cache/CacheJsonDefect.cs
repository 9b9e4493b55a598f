namespace AwsSsoCredentials.Tokens.Cache;

/// <summary>How the bytes of a file can disappoint.</summary>
internal enum CacheJsonDefect
{
    /// <summary>They do not.</summary>
    None,

    /// <summary>Not JSON at all, perhaps half a file.</summary>
    NotJson,

    /// <summary>JSON, but an array, a text or another value that has no members.</summary>
    NotAnObject,

    /// <summary>A text that cannot be expressed in Unicode (half a surrogate pair).</summary>
    NotUnicode,
}
