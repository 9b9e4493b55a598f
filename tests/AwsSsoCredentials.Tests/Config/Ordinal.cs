namespace AwsSsoCredentials.Tests.Config;

/// <summary>Asserts on messages, byte for byte; xunit's own would go by the culture.</summary>
internal static class Ordinal
{
    public static void Contains(string expected, string? message) => Assert.Contains(expected, message, StringComparison.Ordinal);

    public static void StartsWith(string expected, string? message) => Assert.StartsWith(expected, message, StringComparison.Ordinal);

    public static void Lacks(string unexpected, string? message) => Assert.DoesNotContain(unexpected, message, StringComparison.Ordinal);
}
