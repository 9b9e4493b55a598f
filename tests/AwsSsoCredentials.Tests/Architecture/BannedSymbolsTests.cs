using System.Diagnostics;
using System.Reflection;
using AwsSsoCredentials.Tests.Support;
using Microsoft.Win32.SafeHandles;

namespace AwsSsoCredentials.Tests.Architecture;

/// <summary>The compiler holds src/BannedSymbols.txt; it says nothing about a line that names nothing, and nothing about an overload that is missing.</summary>
public class BannedSymbolsTests
{
    private static readonly (string Id, string Advice)[] Bans =
    [
        .. from line in File.ReadLines(Repository.PathOf("src/BannedSymbols.txt"))
           where line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal)
           let parts = line.Split(';')
           select (parts[0], parts.ElementAtOrDefault(1) ?? ""),
    ];

    private static readonly HashSet<string> Banned = [.. Bans.Select(ban => ban.Id)];

    private static readonly Type[] Types =
    [
        .. new[] { typeof(object), typeof(Console), typeof(Process), typeof(System.Timers.Timer) }
            .SelectMany(type => type.Assembly.GetExportedTypes()).Where(type => !type.IsGenericType),
    ];

    private static readonly MethodBase[] Methods =
        [.. Types.SelectMany(type => type.GetMembers(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly)).OfType<MethodBase>()];

    [Fact]
    public void Each_line_names_something_that_exists()
    {
        string[] existing =
        [
            .. Types.Select(DocumentationId.Of), .. Methods.Select(DocumentationId.Of),
            .. Types.SelectMany(type => type.GetProperties()).Select(DocumentationId.Of),
        ];

        Assert.NotEmpty(Banned);
        Assert.Empty(Banned.Except(existing));
    }

    [Fact]
    public void Each_line_says_what_to_do_instead() => Assert.DoesNotContain(Bans, ban => string.IsNullOrWhiteSpace(ban.Advice));

    [Fact]
    public void A_method_is_banned_with_all_its_overloads()
    {
        HashSet<string> names = [.. Banned.Where(id => id.StartsWith("M:", StringComparison.Ordinal)).Select(NameIn)];

        Assert.Empty(Methods.Where(method => !IsHarmless(method)).Select(DocumentationId.Of).Where(id => names.Contains(NameIn(id))).Except(Banned));
    }

    private static string NameIn(string id) => id.Split('(')[0];

    // Tells the time by a TimeProvider or not at all, or works on what is open already.
    private static bool IsHarmless(MethodBase method)
    {
        Type[] parameters = [.. method.GetParameters().Select(parameter => parameter.ParameterType)];
        return parameters.Intersect([typeof(TimeProvider), typeof(Stream), typeof(SafeFileHandle), typeof(nint)]).Any()
            || (method.DeclaringType == typeof(CancellationTokenSource) && parameters.Length == 0)
            || (method.DeclaringType == typeof(Task) && parameters is [var only] && only == typeof(CancellationToken));
    }
}
