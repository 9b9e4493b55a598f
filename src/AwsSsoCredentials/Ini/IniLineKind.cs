namespace AwsSsoCredentials.Ini;

/// <summary>What one line of an INI file is.</summary>
internal enum IniLineKind
{
    /// <summary>Nothing but spaces and tabs.</summary>
    Blank,

    /// <summary>Begins with <c>#</c> or <c>;</c>.</summary>
    Comment,

    /// <summary><c>[name]</c>.</summary>
    Header,

    /// <summary><c>key = value</c>.</summary>
    Property,

    /// <summary>Indented deeper than the property above it, whose value or nested block it continues.</summary>
    Continuation,

    /// <summary>None of these: a syntax error, kept as it is.</summary>
    Invalid,
}
