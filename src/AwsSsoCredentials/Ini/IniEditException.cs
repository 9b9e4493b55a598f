namespace AwsSsoCredentials.Ini;

/// <summary>An edit that cannot be made so that all readers agree on the outcome. Nothing was changed.</summary>
internal sealed class IniEditException : Exception
{
    /// <summary>Makes the error.</summary>
    /// <param name="message">What is wrong and what mends it, without quoting values.</param>
    /// <param name="line">The line to look at, from 1; null when it is no line but an argument.</param>
    public IniEditException(string message, int? line = null)
        : base(message) => Line = line;

    /// <summary>Gets the line to look at, from 1; null when it is no line but an argument.</summary>
    public int? Line { get; }
}
