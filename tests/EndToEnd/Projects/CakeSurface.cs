// What Cake.Sdk's generator makes of Cake and of the packages that a program references, as far as the programs of these tests use it: static
// members of Program, and the aliases of an assembly in a class of its own. Compiled by those programs, on Cake's public types alone.
global using static global::Program.Cake_AwsSsoCredentials;
global using static global::Program.Cake_Common;
global using Cake.Core;

using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Cake.AwsSsoCredentials;
using Cake.Common;
using Cake.Common.Diagnostics;
using Cake.Core.Configuration;
using Cake.Core.Diagnostics;
using Cake.Core.IO;
using Cake.Core.Scripting;
using Cake.Core.Tooling;

public static partial class Program
{
    public static IScriptHost ScriptHost { get; } = new SurfaceScriptHost(MakeContext());

    public static ICakeContext Context => ScriptHost.Context;

    public static CakeTaskBuilder Task(string name) => ScriptHost.Task(name);

    public static CakeReport RunTarget(string target) => ScriptHost.RunTarget(target);

    private static CakeContext MakeContext()
    {
        var files = new FileSystem();
        var environment = new CakeEnvironment(new CakePlatform(), new CakeRuntime());
        var log = new CakeBuildLog(new CakeConsole(environment));
        var configuration = new CakeConfiguration(new Dictionary<string, string>());
        var globber = new Globber(files, environment);
        var tools = new ToolLocator(
            environment, new ToolRepository(environment), new ToolResolutionStrategy(files, environment, globber, configuration, log));
        ILookup<string, string> arguments = Environment.GetCommandLineArgs()
            .Where(argument => argument.StartsWith("--", StringComparison.Ordinal))
            .Select(argument => argument[2..].Split('=', 2))
            .ToLookup(parts => parts[0], parts => parts[1], StringComparer.OrdinalIgnoreCase);
        return new CakeContext(
            files, environment, globber, log, new CakeArguments(arguments), new ProcessRunner(files, environment, log, tools, configuration),
            new WindowsRegistry(), tools, new CakeDataService(), configuration, new ToolInstaller(environment, tools, configuration, log, []), new NoServices());
    }

    public static class Cake_Common
    {
        public static T Argument<T>(string name, T defaultValue) => ArgumentAliases.Argument(Context, name, defaultValue);

        public static void Information(string format, params object[] args) => LoggingAliases.Information(Context, format, args);
    }

    public static class Cake_AwsSsoCredentials
    {
        public static void LoginSso(string profile, LoginSsoSettings settings) => AwsSsoCredentialsAliases.LoginSso(Context, profile, settings);

        public static SsoCredentials GenerateSsoCredentials(string profile) => AwsSsoCredentialsAliases.GenerateSsoCredentials(Context, profile);

        public static void WriteCredentialsProfile(SsoCredentials credentials, string targetProfile) =>
            AwsSsoCredentialsAliases.WriteCredentialsProfile(Context, credentials, targetProfile);
    }

    private sealed class SurfaceScriptHost(ICakeContext context) : ScriptHost(new CakeEngine((ICakeDataService)context.Data, context.Log), context)
    {
        private readonly CakeReportPrinter _printer = new(new CakeConsole(context.Environment), context);

        public override async Task<CakeReport> RunTargetAsync(string target)
        {
            Settings.SetTarget(target);
            return await Engine.RunTargetAsync(Context, new DefaultExecutionStrategy(Context.Log, _printer), Settings);
        }

        public override async Task<CakeReport> RunTargetsAsync(IEnumerable<string> targets)
        {
            Settings.SetTargets(targets);
            return await Engine.RunTargetAsync(Context, new DefaultExecutionStrategy(Context.Log, _printer), Settings);
        }
    }

    private sealed class NoServices : IServiceProvider
    {
        public object? GetService(Type serviceType) => null;
    }
}
