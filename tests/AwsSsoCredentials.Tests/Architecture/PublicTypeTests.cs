using System.Reflection;
using System.Xml.Linq;
using AwsSsoCredentials.Tests.Support;

namespace AwsSsoCredentials.Tests.Architecture;

/// <summary>What PublicAPI.*.txt do not say of the public types.</summary>
public class PublicTypeTests
{
    private static readonly Type[] PublicTypes = typeof(SsoException).Assembly.GetExportedTypes();

    private static readonly XDocument Documentation = XDocument.Load(Path.ChangeExtension(typeof(SsoException).Assembly.Location, "xml"));

    [Fact]
    public void Nobody_can_derive_from_them() => Assert.All(PublicTypes, type => Assert.True(type.IsSealed || type == typeof(SsoException), type.Name));

    [Fact]
    public void Every_error_is_an_SsoException()
    {
        Type[] errors = [.. PublicTypes.Where(type => type.IsSubclassOf(typeof(Exception)) && type != typeof(SsoException))];

        Assert.NotEmpty(errors);
        Assert.All(errors, type => Assert.Equal(typeof(SsoException), type.BaseType));
    }

    [Fact]
    public void Every_setting_documents_its_default()
    {
        PropertyInfo[] settings =
            [.. PublicTypes.Where(type => type.Name.EndsWith("Settings", StringComparison.Ordinal)).SelectMany(type => type.GetProperties())];
        HashSet<string?> documented =
        [
            .. from member in Documentation.Descendants("member")
               where member.Element("value")?.Value.Contains("The default is", StringComparison.Ordinal) == true
               select member.Attribute("name")?.Value,
        ];

        Assert.NotEmpty(settings);
        Assert.All(settings.Select(DocumentationId.Of), id => Assert.Contains(id, documented));
    }
}
