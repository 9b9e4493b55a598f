using System.Globalization;

namespace AwsSsoCredentials;

/// <summary>
/// Instants as files and services write them: RFC 3339 with any number of fraction digits, and what tools made of it (a blank for <c>T</c>,
/// <c>UTC</c> for <c>Z</c>, <c>+0000</c>, no seconds, no zone).
/// </summary>
/// <remarks>
/// By hand: the framework's exact forms end at seven digits, and Java's <c>ISO_INSTANT</c> writes nine. What is finer than a tick is cut off.
/// </remarks>
internal static class Rfc3339
{
    private const int TickDigits = 7;

    /// <summary>Writes an instant in UTC, with <c>Z</c>, as the AWS CLI does; fractions of a second are cut off.</summary>
    /// <param name="instant">The instant.</param>
    public static string Format(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Reads an instant.</summary>
    /// <param name="text">The text; case and blanks around it do not matter.</param>
    /// <param name="instant">The instant, in UTC.</param>
    /// <param name="zoneMissing">Whether no zone was given, so that UTC had to be assumed.</param>
    /// <returns>False when the text is no instant.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out DateTimeOffset instant, out bool zoneMissing)
    {
        instant = default;
        zoneMissing = false;
        ReadOnlySpan<char> rest = text.Trim();
        if (!Number(ref rest, 4, out int year) || !Skip(ref rest, "-") || !Number(ref rest, 2, out int month) || !Skip(ref rest, "-")
            || !Number(ref rest, 2, out int day) || !Skip(ref rest, "Tt ") || !Number(ref rest, 2, out int hour) || !Skip(ref rest, ":")
            || !Number(ref rest, 2, out int minute))
        {
            return false;
        }

        int second = 0;
        long fraction = 0;
        if (Skip(ref rest, ":") && (!Number(ref rest, 2, out second) || (Skip(ref rest, ".,") && !Fraction(ref rest, out fraction))))
        {
            return false;
        }

        if (!Zone(rest.TrimStart(), out int offset, out zoneMissing)
            || year == 0 || month is 0 or > 12 || day == 0 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59 || second > 60)
        {
            return false;
        }

        // A leap second (:60) is the second after :59.
        long ticks = new DateTime(year, month, day, hour, minute, 0).Ticks + (second * TimeSpan.TicksPerSecond) + fraction
            - (offset * TimeSpan.TicksPerMinute);
        if (ticks < DateTime.MinValue.Ticks || ticks > DateTime.MaxValue.Ticks)
        {
            return false;
        }

        instant = new DateTimeOffset(ticks, TimeSpan.Zero);
        return true;
    }

    // Minutes east of Greenwich.
    private static bool Zone(ReadOnlySpan<char> text, out int offset, out bool isMissing)
    {
        offset = 0;
        isMissing = text.IsEmpty;
        if (isMissing || text.Equals("Z", StringComparison.OrdinalIgnoreCase) || text.Equals("UTC", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        int sign = text[0] == '-' ? -1 : 1;
        if (!Skip(ref text, "+-") || !Number(ref text, 2, out int hours))
        {
            return false;
        }

        int minutes = 0;
        if (!text.IsEmpty)
        {
            Skip(ref text, ":");
            if (!Number(ref text, 2, out minutes))
            {
                return false;
            }
        }

        offset = sign * ((hours * 60) + minutes);
        return text.IsEmpty && hours <= 23 && minutes <= 59;
    }

    private static bool Fraction(ref ReadOnlySpan<char> text, out long ticks)
    {
        ticks = 0;
        int count = 0;
        for (; count < text.Length && char.IsAsciiDigit(text[count]); count++)
        {
            ticks = count < TickDigits ? (ticks * 10) + (text[count] - '0') : ticks;
        }

        for (int i = count; i < TickDigits; i++)
        {
            ticks *= 10;
        }

        text = text[count..];
        return count > 0;
    }

    private static bool Number(ref ReadOnlySpan<char> text, int digits, out int number)
    {
        number = 0;
        if (text.Length < digits)
        {
            return false;
        }

        foreach (char digit in text[..digits])
        {
            if (!char.IsAsciiDigit(digit))
            {
                return false;
            }

            number = (number * 10) + (digit - '0');
        }

        text = text[digits..];
        return true;
    }

    private static bool Skip(ref ReadOnlySpan<char> text, string anyOf)
    {
        bool found = !text.IsEmpty && anyOf.Contains(text[0], StringComparison.Ordinal);
        text = found ? text[1..] : text;
        return found;
    }
}
