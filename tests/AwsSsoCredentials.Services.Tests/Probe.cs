using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using AwsSsoCredentials.Services.Contracts;
using AwsSsoCredentials.Services.Loading;

namespace AwsSsoCredentials.Services.Tests;

/// <summary>
/// What a fresh process does: the tests start this assembly again. Modes: <c>ordinary URL</c>, <c>packaged URL ADD-IN</c>, <c>beside URL
/// ADD-IN</c> (an AWS SDK is in use in the default context already). Prints lines of <c>name=value</c>.
/// </summary>
internal static class Probe
{
    private static async Task<int> Main(string[] args)
    {
        var (mode, url) = (args[0], args[1]);
        var unreadable = 0;
        AppDomain.CurrentDomain.FirstChanceException += (_, e) => unreadable += e.Exception is InvalidDataException ? 1 : 0;
        if (mode == "beside")
        {
            UseSdkOfDefaultContext();
        }

        var addIn = mode == "ordinary"
            ? Assembly.Load("AwsSsoCredentials")
            : new AssemblyLoadContext("add-in").LoadFromAssemblyPath(args[2]);
        Print("before", Sdks());
        try
        {
            Print("accessKeyId", await GetAccessKeyIdAsync(addIn, url));
            if (mode == "ordinary")
            {
                await CallTheOthersAsync(url);
            }
        }
        catch (Exception e)
        {
            Print("error", $"{e.GetType().Name}: {e.Message}");
        }

        Print("after", Sdks());
        Print("unreadable", $"{unreadable}");
        if (mode == "beside")
        {
            Print("monitoring", MonitoringOfDefaultContext());
        }

        return 0;
    }

    // By reflection: an add-in in a context of its own has types of its own.
    private static async Task<string> GetAccessKeyIdAsync(Assembly addIn, string url)
    {
        const BindingFlags Any = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
        var loader = addIn.GetType("AwsSsoCredentials.Services.Loading.ServicesLoader", throwOnError: true)!;
        var connection = Activator.CreateInstance(
            addIn.GetType("AwsSsoCredentials.Services.Contracts.ServiceConnection", throwOnError: true)!, new Uri(url), "eu-west-1", null);
        try
        {
            var factory = loader.GetMethod("Load", Any)!.Invoke(null, [null])!;
            var portal = addIn.GetType("AwsSsoCredentials.Services.Contracts.IServiceFactory", throwOnError: true)!
                .GetMethod("CreatePortal")!.Invoke(factory, [connection])!;
            var call = (Task)addIn.GetType("AwsSsoCredentials.Services.Contracts.ISsoPortal", throwOnError: true)!
                .GetMethod("GetRoleCredentialsAsync")!
                .Invoke(portal, [Environment.GetEnvironmentVariable("PROBE_TOKEN"), "111122223333", "Developer", CancellationToken.None])!;
            await call;
            var credentials = call.GetType().GetProperty("Result")!.GetValue(call)!;
            return (string)credentials.GetType().GetProperty("AccessKeyId", Any)!.GetValue(credentials)!;
        }
        catch (TargetInvocationException e) when (e.InnerException is not null)
        {
            throw e.InnerException;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task CallTheOthersAsync(string url)
    {
        var factory = ServicesLoader.Load();
        var connection = new ServiceConnection(new Uri(url), "eu-west-1");
        using var portal = factory.CreatePortal(connection);
        using var oidc = factory.CreateOidc(connection);
        using var sts = factory.CreateSts(connection);
        var client = await oidc.RegisterClientAsync(new OidcRegistrationRequest("probe", [], [], [], null), CancellationToken.None);
        Print("clientIdLength", $"{client.ClientId.Length}");
        var keys = await portal.GetRoleCredentialsAsync(
            Environment.GetEnvironmentVariable("PROBE_TOKEN")!, "111122223333", "Developer", CancellationToken.None);
        var caller = await sts.GetCallerIdentityAsync(keys.AccessKeyId, keys.SecretAccessKey, keys.SessionToken, CancellationToken.None);
        Print("account", caller.AccountId);
    }

    private static string Sdks() => string.Join(
        ',',
        AppDomain.CurrentDomain.GetAssemblies()
            .Where(a => a.GetName().Name!.StartsWith("AWSSDK.", StringComparison.Ordinal))
            .Select(a => $"{a.GetName().Name}@{AssemblyLoadContext.GetLoadContext(a)!.Name}")
            .Order());

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void UseSdkOfDefaultContext() => Amazon.AWSConfigs.CSMConfig.CSMEnabled = true;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static string MonitoringOfDefaultContext() => $"{Amazon.AWSConfigs.CSMConfig.CSMEnabled}";

    private static void Print(string name, string value) => Console.WriteLine($"{name}={value}");
}
