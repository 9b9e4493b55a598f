using System.Runtime.CompilerServices;

namespace AwsSsoCredentials;

/// <summary>Argument checks that keep an alias one line.</summary>
internal static class Guard
{
    public static T NotNull<T>(this T? value, [CallerArgumentExpression(nameof(value))] string? name = null)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(value, name);
        return value;
    }

    public static string NotBlank(this string? value, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value, name);
        return value;
    }
}
