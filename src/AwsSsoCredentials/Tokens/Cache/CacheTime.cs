namespace AwsSsoCredentials.Tokens.Cache;

/// <summary>Instants in the files of the SSO cache.</summary>
/// <remarks>
/// The AWS CLI writes <c>yyyy-MM-ddTHH:mm:ssZ</c>; before 2.1.14 it wrote <c>UTC</c> for <c>Z</c>. The JavaScript SDK adds milliseconds,
/// the .NET SDK up to seven fraction digits, the Java SDK nine, other tools an offset. Reading takes all of them, writing only the first.
/// </remarks>
internal static class CacheTime
{
    /// <inheritdoc cref="Rfc3339.TryParse"/>
    public static bool TryParse(string text, out DateTimeOffset instant, out bool zoneMissing) => Rfc3339.TryParse(text, out instant, out zoneMissing);

    /// <inheritdoc cref="Rfc3339.Format"/>
    public static string Format(DateTimeOffset instant) => Rfc3339.Format(instant);
}
