using System.Globalization;

namespace AwsSsoCredentials.Tokens.Cache;

/// <summary>Instants in the files of the SSO cache.</summary>
/// <remarks>
/// The AWS CLI writes <c>yyyy-MM-ddTHH:mm:ssZ</c>; before 2.1.14 it wrote <c>UTC</c> for <c>Z</c>. The JavaScript SDK adds milliseconds,
/// the .NET SDK up to seven fraction digits, other tools an offset. Reading takes all of them, writing only the first.
/// </remarks>
internal static class CacheTime
{
    private static readonly string[] Forms =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
        "yyyy-MM-dd' 'HH:mm:ss.FFFFFFFK",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz",
        "yyyy-MM-dd' 'HH:mm:ss.FFFFFFFzzz",
    ];

    /// <summary>Reads an instant.</summary>
    /// <param name="text">The text.</param>
    /// <param name="instant">The instant, in UTC.</param>
    /// <param name="zoneMissing">Whether no zone was given, so that UTC had to be assumed.</param>
    /// <returns>False when the text is no instant.</returns>
    public static bool TryParse(string text, out DateTimeOffset instant, out bool zoneMissing)
    {
        var normal = text.Trim().ToUpperInvariant();
        if (normal.EndsWith("UTC", StringComparison.Ordinal))
        {
            normal = string.Concat(normal.AsSpan(0, normal.Length - 3).TrimEnd(), "Z");
        }

        // The time of day starts behind the date, whose own hyphens are no sign of an offset.
        zoneMissing = !normal.EndsWith('Z') && (normal.Length <= 10 || normal.AsSpan(10).IndexOfAny('+', '-') < 0);
        return DateTimeOffset.TryParseExact(
            normal,
            Forms,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out instant);
    }

    /// <summary>Writes an instant as the AWS CLI does; fractions of a second are cut off.</summary>
    public static string Format(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
