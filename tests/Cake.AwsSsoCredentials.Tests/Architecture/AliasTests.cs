using System.Reflection;
using System.Xml.Linq;
using AwsSsoCredentials.Tests.Support;
using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.AwsSsoCredentials.Tests.Architecture;

/// <summary>What Cake's script code generator demands of an alias: one that it cannot re-emit breaks every script that loads the add-in.</summary>
public class AliasTests
{
    private static readonly XDocument Documentation =
        XDocument.Load(Path.ChangeExtension(typeof(AwsSsoCredentialsAliases).Assembly.Location, "xml"));

    public static TheoryData<string> Aliases => new(AllAliases().Select(DocumentationId.Of));

    [Theory]
    [MemberData(nameof(Aliases))]
    public void An_alias_has_mandatory_parameters_only(string alias) =>
        Assert.DoesNotContain(Method(alias).GetParameters(), parameter => parameter.IsOptional);

    [Theory]
    [MemberData(nameof(Aliases))]
    public void An_alias_extends_the_Cake_context(string alias) =>
        Assert.Equal(typeof(ICakeContext), Method(alias).GetParameters()[0].ParameterType);

    [Theory]
    [MemberData(nameof(Aliases))]
    public void An_alias_is_documented_with_an_example(string alias)
    {
        XElement member = Assert.Single(Documentation.Descendants("member"), member => member.Attribute("name")?.Value == alias);

        Assert.False(string.IsNullOrWhiteSpace(member.Element("summary")?.Value));
        Assert.False(string.IsNullOrWhiteSpace(member.Element("example")?.Element("code")?.Value));
        Assert.All(
            Method(alias).GetParameters(),
            parameter => Assert.Contains(member.Elements("param"), element => element.Attribute("name")?.Value == parameter.Name));
    }

    [Fact]
    public void Every_public_method_of_the_class_is_an_alias() =>
        Assert.All(
            typeof(AwsSsoCredentialsAliases).GetMethods(BindingFlags.Public | BindingFlags.Static),
            method => Assert.True(method.IsDefined(typeof(CakeMethodAliasAttribute)), method.Name));

    private static IEnumerable<MethodInfo> AllAliases() => typeof(AwsSsoCredentialsAliases)
        .GetMethods(BindingFlags.Public | BindingFlags.Static)
        .Where(method => method.IsDefined(typeof(CakeMethodAliasAttribute)));

    private static MethodInfo Method(string id) => AllAliases().Single(method => DocumentationId.Of(method) == id);
}
