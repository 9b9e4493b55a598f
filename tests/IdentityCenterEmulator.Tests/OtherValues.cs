using System.Net;

namespace IdentityCenterEmulator.Tests;

/// <summary>Makes values that a copy which forgets them could not have, for tests that go over all settings.</summary>
internal static class OtherValues
{
    public static object OtherThan(object? value, Type type) => type switch
    {
        _ when type == typeof(string) => "other",
        _ when type == typeof(int) => 47,
        _ when value is bool flag => !flag,
        _ when type == typeof(TimeSpan) => TimeSpan.FromSeconds(47),
        _ when type == typeof(IPAddress) => IPAddress.IPv6Loopback,
        _ when type == typeof(TimeProvider) => new FakeClock(),
        _ when type == typeof(IList<string>) => new List<string> { "d-1111111111.awsapps.com" },
        _ when type == typeof(IList<EmulatorAccount>) => new List<EmulatorAccount> { new("000000000001", "One", "one@example.com", ["A", "B+C"]) },
        _ when type.IsEnum => Enum.GetValues(type).Cast<object>().First(one => !one.Equals(value)),
        _ => throw new ArgumentException($"No value of a {type.Name} is known: add one.", nameof(type)),
    };
}
