using AwsSsoCredentials;
using AwsSsoCredentials.Flows;
using AwsSsoCredentials.Machine;

namespace EndToEnd.Worker;

/// <summary>A login, for a person who reads what this process prints, and its end. Home, endpoints and browser come from its own environment.</summary>
internal static class LoginWork
{
    /// <summary>Logs in. Exit code 1: that failed, for the reason on standard error.</summary>
    public static async Task<int> LoginAsync(string profile, SsoLoginFlow method, TimeSpan timeout)
    {
        var settings = new LoginSsoSettings { Flow = method, Timeout = timeout, Interactive = true };
        try
        {
            await new LoginFlow(new FlowRooms(AwsEnvironment.Capture(Environment.GetEnvironmentVariable), new ConsoleLog())).RunAsync(profile, settings, CancellationToken.None);
            return 0;
        }
        catch (SsoException error)
        {
            Console.Error.WriteLine($"{error.GetType().Name}: {error.Message}");
            return 1;
        }
    }

    /// <summary>Removes all tokens.</summary>
    public static async Task<int> ClearAsync()
    {
        await new ClearFlow(new FlowRooms(AwsEnvironment.Capture(Environment.GetEnvironmentVariable), new SilentLog())).RunAsync(new ClearSsoCacheSettings(), CancellationToken.None);
        return 0;
    }

    /// <summary>What Cake shows at its normal verbosity.</summary>
    private sealed class ConsoleLog : ISsoLog
    {
        public void Warning(string message) => Console.WriteLine(message);

        public void Information(string message) => Console.WriteLine(message);

        public void Verbose(string message)
        {
        }
    }
}
