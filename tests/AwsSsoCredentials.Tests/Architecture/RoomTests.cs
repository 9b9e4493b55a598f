using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using AwsSsoCredentials.Tests.Support;

namespace AwsSsoCredentials.Tests.Architecture;

/// <summary>docs/architecture.md as tests: who may know whom.</summary>
public class RoomTests
{
    private const string Root = "AwsSsoCredentials";

    private static readonly Assembly Core = typeof(SsoCredentials).Assembly;

    // Ground floor first: a room may use only those before it.
    private static readonly string[] Rooms =
    [
        "Files", "Ini", "Machine", "Config", "Profiles", "Services", "Tokens", "Login", "Portal", "Credentials", "Pipelines", "Flows",
    ];

    // docs/architecture.md, "Who knows what": beyond the order, who must not know whom.
    private static readonly (string Room, string NotOf)[] Strangers =
    [
        ("Services", "Files"), ("Services", "Ini"), ("Tokens", "Ini"), ("Login", "Ini"), ("Portal", "Files"), ("Portal", "Ini"), ("Portal", "Login"),
        ("Credentials", "Services"), ("Credentials", "Tokens"), ("Credentials", "Login"), ("Credentials", "Portal"),
    ];

    public static TheoryData<string> AllRooms => new(Rooms.Append(Root).Where(room => room == Root || TypesIn(room).Any()));

    [Theory]
    [MemberData(nameof(AllRooms))]
    public void A_room_uses_only_the_rooms_below_it(string room)
    {
        int floor = room == Root ? Rooms.Length : Array.IndexOf(Rooms, room);
        IEnumerable<string> wrong =
            from type in TypesIn(room)
            from used in TypeReferences.TypesOf(type)
            where used.Assembly == Core && !IsCompilers(used)
            let other = RoomOf(used)
            where other == Root ? room != Root && !IsVocabulary(used) : Array.IndexOf(Rooms, other) is var at && (at < 0 || at > floor)
            select $"{type} uses {used}";

        Assert.Empty(wrong.Distinct());
    }

    [Fact]
    public void A_room_does_not_know_its_strangers()
    {
        IEnumerable<string> wrong =
            from pair in Strangers
            from type in TypesIn(pair.Room)
            from used in TypeReferences.TypesOf(type)
            where used.Assembly == Core && RoomOf(used) == pair.NotOf
            select $"{type} uses {used}";

        Assert.Empty(wrong.Distinct());
    }

    [Fact]
    public void The_core_needs_nothing_but_the_framework() =>
        Assert.All(
            Core.GetReferencedAssemblies(),
            name => Assert.True(File.Exists(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), name.Name + ".dll")), $"{name} is no part of .NET"));

    [Fact]
    public void Only_Machine_reads_the_environment()
    {
        // What tells about the process rather than about its environment is free.
        string[] free = ["get_NewLine", "get_ProcessId", "get_ProcessorCount", "get_CurrentManagedThreadId", "get_TickCount64"];
        IEnumerable<string> wrong =
            from type in Core.GetTypes().Concat(ServicesAssembly.GetTypes())
            where RoomOf(type) != "Machine"
            from used in TypeReferences.MembersOf(type)
            where used.DeclaringType == typeof(Environment) || used.DeclaringType == typeof(Console)
            where !free.Contains(used.Name)
            select $"{type} calls {used.DeclaringType!.Name}.{used.Name}";

        Assert.Empty(wrong.Distinct());
    }

    [Fact]
    public void There_is_no_static_mutable_state()
    {
        IEnumerable<string> wrong =
            from type in Core.GetTypes().Concat(ServicesAssembly.GetTypes())
            where !IsCompilers(type)
            from field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            where field is { IsInitOnly: false, IsLiteral: false } && !field.IsDefined(typeof(CompilerGeneratedAttribute))
            select $"{type}.{field.Name}";

        Assert.Empty(wrong);
    }

    [Fact]
    public void The_walker_sees_what_a_method_body_uses()
    {
        // Guards the tests above against a walker that finds nothing.
        IReadOnlySet<Type> used = TypeReferences.TypesOf(typeof(Sample));

        Assert.Contains(typeof(Uri), used);
        Assert.Contains(typeof(TimeSpan), used);
        Assert.Contains(TypeReferences.MembersOf(typeof(Sample)), member => member.DeclaringType == typeof(Environment));
    }

    private static Assembly ServicesAssembly => Assembly.Load("AwsSsoCredentials.Services");

    private static IEnumerable<Type> TypesIn(string room) => Core.GetTypes().Where(type => !IsCompilersOwn(type) && RoomOf(type) == room);

    private static string RoomOf(Type type)
    {
        string space = type.Namespace ?? "";
        return space.StartsWith(Root + ".", StringComparison.Ordinal) ? space[(Root.Length + 1)..].Split('.')[0] : Root;
    }

    // Results, settings, errors and the log of the root: types that know no room may be used by all.
    private static bool IsVocabulary(Type type) =>
        TypeReferences.TypesOf(type).All(used => used.Assembly != Core || RoomOf(used) == Root);

    private static bool IsCompilers(Type type) => type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false);

    // Helpers without a namespace of their own belong to no room; closures and state machines belong to the type around them.
    private static bool IsCompilersOwn(Type type) => type.Namespace is null || (IsCompilers(type) && !type.IsNested);

    private sealed class Sample
    {
        public static object Use() => new Uri("https://example.com/" + Environment.GetEnvironmentVariable("X")).Host.Length > 0
            ? TimeSpan.FromSeconds(1)
            : new object();
    }
}
