using System.Reflection;
using System.Xml.Linq;
using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.AwsSsoCredentials.Tests.Architecture;

/// <summary>What Cake's script code generator demands of an alias: one that it cannot re-emit breaks every script that loads the add-in.</summary>
public class AliasTests
{
    private static readonly XDocument Documentation =
        XDocument.Load(Path.ChangeExtension(typeof(AwsSsoCredentialsAliases).Assembly.Location, "xml"));

    public static TheoryData<string> Aliases => new(AllAliases().Select(IdOf));

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

    [Fact]
    public void Every_setting_documents_its_default()
    {
        IEnumerable<string> undocumented =
            from type in typeof(AwsSsoCredentialsAliases).Assembly.GetExportedTypes()
            where type.Name.EndsWith("Settings", StringComparison.Ordinal)
            from property in type.GetProperties()
            let id = $"P:{type.FullName}.{property.Name}"
            where !Documentation.Descendants("member").Any(member =>
                member.Attribute("name")?.Value == id && member.Element("value")?.Value.Contains("The default is", StringComparison.Ordinal) == true)
            select id;

        Assert.Empty(undocumented);
    }

    private static IEnumerable<MethodInfo> AllAliases() => typeof(AwsSsoCredentialsAliases)
        .GetMethods(BindingFlags.Public | BindingFlags.Static)
        .Where(method => method.IsDefined(typeof(CakeMethodAliasAttribute)));

    private static MethodInfo Method(string id) => AllAliases().Single(method => IdOf(method) == id);

    // The member id of the XML documentation: generic arguments are written with braces there.
    private static string IdOf(MethodInfo method) =>
        $"M:{method.DeclaringType!.FullName}.{method.Name}({string.Join(',', method.GetParameters().Select(parameter => NameOf(parameter.ParameterType)))})";

    private static string NameOf(Type type) => type.IsArray
        ? NameOf(type.GetElementType()!) + "[]"
        : type.IsGenericType
            ? $"{type.Namespace}.{type.Name.Split('`')[0]}{{{string.Join(',', type.GetGenericArguments().Select(NameOf))}}}"
            : type.FullName!;
}
