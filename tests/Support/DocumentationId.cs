using System.Reflection;

namespace AwsSsoCredentials.Tests.Support;

/// <summary>The ids by which XML documentation, and BannedSymbols.txt, name members.</summary>
internal static class DocumentationId
{
    public static string Of(MethodBase method)
    {
        string parameters = string.Join(',', method.GetParameters().Select(parameter => NameOf(parameter.ParameterType)));
        return $"M:{NameOf(method.DeclaringType!)}.{(method.IsConstructor ? "#ctor" : method.Name)}{(parameters.Length > 0 ? $"({parameters})" : "")}";
    }

    public static string Of(PropertyInfo property) => $"P:{NameOf(property.DeclaringType!)}.{property.Name}";

    public static string Of(Type type) => $"T:{NameOf(type)}";

    // Generic arguments are written with braces there, and nested types with a dot.
    private static string NameOf(Type type) => type switch
    {
        { IsArray: true } => NameOf(type.GetElementType()!) + "[]",
        { IsGenericType: true } =>
            $"{type.Namespace}.{type.Name.Split('`')[0]}{{{string.Join(',', type.GetGenericArguments().Select(NameOf))}}}",
        _ => (type.FullName ?? type.Name).Replace('+', '.'),
    };
}
