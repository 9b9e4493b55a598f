using Cake.AwsSsoCredentials;
using IdentityCenterEmulator;
using Microsoft.Extensions.DependencyInjection;

namespace Cake.Frosting.AwsSsoCredentials.Tests.Support;

/// <summary>An emulator and a home, for tests of the three tasks.</summary>
internal sealed class TasksFixture : IAsyncDisposable
{
    private TasksFixture(EmulatorServer emulator) => Emulator = emulator;

    public EmulatorServer Emulator { get; }

    public AwsHome Home { get; } = new();

    /// <summary>What the last build's <see cref="DeployTask"/> noted.</summary>
    public string Deployed { get; private set; } = "";

    public static async Task<TasksFixture> StartAsync(EmulatorSignIn signIn = EmulatorSignIn.Page) =>
        new(await EmulatorServer.StartAsync(new EmulatorOptions { SignIn = signIn, PollInterval = TimeSpan.Zero }));

    /// <summary>Runs a build with a plain context.</summary>
    public BuildResult Run(params string[] arguments) => Run(host => host, arguments);

    /// <summary>Runs a build whose context settles these things.</summary>
    public BuildResult Run(OwnSettings settings, params string[] arguments) => Run(
        host => host.ConfigureServices(services => services.AddSingleton(settings)).UseContext<OwnContext>(), arguments);

    public BuildResult Run(Func<CakeHost, CakeHost> configure, params string[] arguments)
    {
        TestBuild build = new TestBuild(typeof(DeployTask))
            .WithVariables(Home.Variables(Emulator))
            .Configure(host => configure(host.AddSsoCredentialTasks()));
        BuildResult result = build.Run(arguments);
        Deployed = build.Journal.Text;
        return result;
    }

    public int PortalCalls => Emulator.Calls.Count(EmulatorOperation.GetRoleCredentials);

    public async ValueTask DisposeAsync()
    {
        await Emulator.DisposeAsync();
        Home.Dispose();
    }
}
