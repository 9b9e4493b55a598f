using System.Reflection;
using System.Text.Json;
using IdentityCenterEmulator.Options;

namespace IdentityCenterEmulator.Tests;

public sealed class EmulatorOptionsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_option_survives_a_copy()
    {
        var options = AllOther();

        AssertSame(options, options.Clone(), Properties);
    }

    [Fact]
    public void Every_option_but_the_clock_can_stand_in_a_file()
    {
        var options = AllOther();
        var path = _folder.Write("emulator.json", JsonSerializer.Serialize(options, StrictJson.Options));

        AssertSame(options, EmulatorOptions.FromJsonFile(path), Properties.Where(property => property.Name != nameof(EmulatorOptions.TimeProvider)));
    }

    private static PropertyInfo[] Properties => typeof(EmulatorOptions).GetProperties();

    private static EmulatorOptions AllOther()
    {
        var options = new EmulatorOptions();
        foreach (var property in Properties)
        {
            var other = OtherValues.OtherThan(property.GetValue(options), property.PropertyType);
            Assert.NotEqual(property.GetValue(options), other);
            property.SetValue(options, other);
        }

        return options;
    }

    private static void AssertSame(EmulatorOptions expected, EmulatorOptions actual, IEnumerable<PropertyInfo> properties)
    {
        Assert.NotSame(expected, actual);
        Assert.All(properties, property => Assert.Equivalent(property.GetValue(expected), property.GetValue(actual), strict: true));
    }
}
