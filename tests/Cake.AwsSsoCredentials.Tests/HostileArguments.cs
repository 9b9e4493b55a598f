using System.Reflection;
using AwsSsoCredentials;
using Cake.Core;

namespace Cake.AwsSsoCredentials.Tests;

/// <summary>Makes the arguments of a verb, of whatever types: each text in them is a hostile one, but for what would end the call at once.</summary>
internal sealed class HostileArguments(ICakeContext context, string text, string startUrl)
{
    public object?[] For(MethodInfo verb) => [.. verb.GetParameters().Select(parameter => Make(parameter.ParameterType, parameter.Name!, 0))];

    private object? Make(Type type, string name, int depth)
    {
        Type plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain switch
        {
            _ when plain == typeof(ICakeContext) => context,
            _ when plain == typeof(string) => Text(name),
            _ when plain == typeof(string[]) => new[] { text },
            _ when plain == typeof(IList<string>) => new List<string> { text },
            _ when plain == typeof(CancellationToken) => CancellationToken.None,
            _ when plain == typeof(SsoCredentials) => Credentials(),
            _ when plain == typeof(SsoRole) => new SsoRole
            {
                AccountId = Text("accountId"),
                RoleName = "Developer",
                Session = text,
                StartUrl = startUrl,
                SsoRegion = "eu-central-1",
                AccountName = text,
            },
            _ when plain == typeof(IList<SsoRole>) => new List<SsoRole> { (SsoRole)Make(typeof(SsoRole), name, depth)! },
            _ when plain == typeof(SsoRoleFilter) => new SsoRoleFilter { Session = text, StartUrl = startUrl, SsoRegion = "eu-central-1" },
            { IsClass: true, Namespace: "AwsSsoCredentials" } when plain.Name.EndsWith("Settings", StringComparison.Ordinal) => Settings(plain, depth),
            _ => throw new NotSupportedException($"{plain} is new here: say which hostile texts it can hold."),
        };
    }

    private object Settings(Type type, int depth)
    {
        object settings = Activator.CreateInstance(type)!;
        foreach (PropertyInfo property in type.GetProperties().Where(property => property.CanWrite))
        {
            if (!property.PropertyType.IsValueType && property.Name != "ReuseFrom" && depth < 2)
            {
                property.SetValue(settings, Make(property.PropertyType, property.Name, depth + 1));
            }
        }

        return settings;
    }

    private SsoCredentials Credentials() =>
        new(text, text, text, text, "ASIAEXAMPLE", "example-secret", "example-session", DateTimeOffset.UtcNow.AddHours(1), text);

    private string Text(string name) => name switch
    {
        "accountId" => "111122223333",
        "TargetName" => "{profile}",
        _ => text,
    };
}
