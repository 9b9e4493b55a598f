using System.Reflection;
using System.Text;
using AwsSsoCredentials;
using AwsSsoCredentials.Tests.Support;

namespace Cake.AwsSsoCredentials.Tests.Architecture;

/// <summary>Pins the public face: a change of it is a change of PublicApi.txt that a reviewer sees.</summary>
public class PublicApiTests
{
    [Fact]
    public void The_public_face_is_the_one_in_PublicApi_txt()
    {
        string expected = File.ReadAllText(Repository.PathOf("tests/Cake.AwsSsoCredentials.Tests/Architecture/PublicApi.txt"));
        string actual = Dump(typeof(SsoCredentials).Assembly) + Dump(typeof(AwsSsoCredentialsAliases).Assembly);

        Assert.True(
            expected.ReplaceLineEndings("\n") == actual,
            $"The public face changed. If that is meant, make this the content of tests/Cake.AwsSsoCredentials.Tests/Architecture/PublicApi.txt:\n\n{actual}");
    }

    private static string Dump(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (Type type in assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            text.Append(KindOf(type)).Append(' ').Append(type.FullName);
            string[] parents = [.. new[] { type.BaseType }.OfType<Type>().Where(parent => parent != typeof(object)
                && parent != typeof(Enum)).Concat(type.IsEnum ? [] : type.GetInterfaces().Where(parent => !IsInherited(type, parent))).Select(NameOf)];
            text.Append(parents.Length > 0 ? " : " + string.Join(", ", parents) : "").Append('\n');
            foreach (string member in MembersOf(type).Order(StringComparer.Ordinal))
            {
                text.Append("    ").Append(member).Append('\n');
            }
        }

        return text.ToString();
    }

    private static IEnumerable<string> MembersOf(Type type)
    {
        const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;
        var nullability = new NullabilityInfoContext();
        foreach (FieldInfo field in type.GetFields(Declared).Where(field => field.IsPublic && !field.IsSpecialName))
        {
            yield return type.IsEnum ? $"{field.Name} = {Convert.ToInt64(field.GetRawConstantValue(), null)}" : $"field {NameOf(field.FieldType)} {field.Name}";
        }

        foreach (ConstructorInfo constructor in type.GetConstructors(Declared).Where(IsVisible))
        {
            yield return $"new({Parameters(constructor, nullability)})";
        }

        foreach (PropertyInfo property in type.GetProperties(Declared).Where(property => property.GetMethod is { } get && IsVisible(get)))
        {
            string access = property.SetMethod is { } set && IsVisible(set) ? "get; set;" : "get;";
            yield return $"{NameOf(property.PropertyType)}{Mark(nullability.Create(property).ReadState)} {property.Name} {{ {access} }}";
        }

        foreach (MethodInfo method in type.GetMethods(Declared).Where(method => IsVisible(method) && !method.IsSpecialName))
        {
            string aliases = method.GetCustomAttributesData().Any(attribute => attribute.AttributeType.Name == "CakeMethodAliasAttribute") ? "alias " : "";
            yield return $"{aliases}{(method.IsStatic ? "static " : "")}{NameOf(method.ReturnType)}{Mark(nullability.Create(method.ReturnParameter).ReadState)} {method.Name}({Parameters(method, nullability)})";
        }
    }

    private static string Parameters(MethodBase method, NullabilityInfoContext nullability) =>
        string.Join(", ", method.GetParameters().Select(parameter =>
            $"{(parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params " : "")}{NameOf(parameter.ParameterType)}{Mark(nullability.Create(parameter).ReadState)} {parameter.Name}{(parameter.HasDefaultValue ? " = " + (parameter.DefaultValue ?? "null") : "")}"));

    private static string Mark(NullabilityState state) => state == NullabilityState.Nullable ? "?" : "";

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsInherited(Type type, Type parent) => type.BaseType is { } above && parent.IsAssignableFrom(above);

    private static string KindOf(Type type) => type switch
    {
        { IsEnum: true } => "enum",
        { IsInterface: true } => "interface",
        { IsValueType: true } => "struct",
        { IsAbstract: true, IsSealed: true } => "static class",
        { IsAbstract: true } => "abstract class",
        { IsSealed: true } => "sealed class",
        _ => "class",
    };

    private static string NameOf(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
        {
            return NameOf(inner);
        }

        return type.IsArray ? NameOf(type.GetElementType()!) + "[]"
            : type.IsGenericType ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(NameOf))}>"
            : type.Name;
    }
}
