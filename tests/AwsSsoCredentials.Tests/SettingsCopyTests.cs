using System.Reflection;
using System.Text.RegularExpressions;
using AwsSsoCredentials.Tests.Support;

namespace AwsSsoCredentials.Tests;

public sealed class SettingsCopyTests
{
    private static readonly Type[] SettingsTypes =
        [.. typeof(SettingsCopy).Assembly.GetExportedTypes().Where(type => type.Name.EndsWith("Settings", StringComparison.Ordinal))];

    public static TheoryData<Type> AllSettings => new(SettingsTypes);

    [Theory]
    [MemberData(nameof(AllSettings))]
    public void Every_setting_survives_a_copy(Type type)
    {
        object settings = Activator.CreateInstance(type)!;
        PropertyInfo[] properties = [.. type.GetProperties().Where(property => property.SetMethod is not null)];
        Assert.NotEmpty(properties);
        Assert.All(properties, property => property.SetValue(settings, OtherThan(property.GetValue(settings), property.PropertyType)));

        object copy = SettingsCopy.Of(settings);

        Assert.IsType(type, copy);
        Assert.NotSame(settings, copy);
        Assert.All(properties, property => Assert.Equal(property.GetValue(settings), property.GetValue(copy)));
    }

    [Fact]
    public void What_is_changed_in_the_copy_leaves_the_original_alone()
    {
        var settings = new GenerateSsoCredentialsSettings { ReuseFrom = "dev-keys" };

        GenerateSsoCredentialsSettings copy = SettingsCopy.Of(settings);
        copy.ReuseFrom = "other";
        copy.Login = new LoginSsoSettings();

        Assert.Equal("dev-keys", settings.ReuseFrom);
        Assert.Null(settings.Login);
    }

    [Fact]
    public void Nothing_copies_settings_property_by_property()
    {
        var copying = new Regex(
            $@"(?:new (?:{string.Join('|', SettingsTypes.Select(type => type.Name))})(?:\(\))?|new\(\))\s*\{{[^{{}}]*\b(\w+) = [\w.?!]+\.\1\b[^{{}}]*\}}");
        Assert.Matches(copying, "new LoginSsoSettings\n{\n    Timeout = settings.Timeout,\n}");

        Assert.Empty(
            from path in Directory.GetFiles(Repository.PathOf("src"), "*.cs", SearchOption.AllDirectories)
            from Match match in copying.Matches(File.ReadAllText(path))
            select $"{path}: {match.Value}");
    }

    // A value that a copy which forgets the property could not have.
    private static object OtherThan(object? value, Type type)
    {
        Type plain = Nullable.GetUnderlyingType(type) ?? type;
        object other = plain switch
        {
            _ when plain == typeof(string) => "other",
            _ when plain == typeof(bool) => value is not true,
            _ when plain == typeof(int) => 4711,
            _ when plain == typeof(double) => 47.11,
            _ when plain == typeof(TimeSpan) => TimeSpan.FromSeconds(4711),
            _ when plain.IsEnum => Enum.GetValues(plain).Cast<object>().First(one => !one.Equals(value)),
            _ when plain == typeof(IList<string>) => new List<string> { "other" },
            _ when plain == typeof(IList<SsoRole>) => new List<SsoRole> { new() { AccountId = "111122223333", RoleName = "Developer" } },
            _ => Activator.CreateInstance(plain)!,
        };
        Assert.NotEqual(value, other);
        return other;
    }
}
