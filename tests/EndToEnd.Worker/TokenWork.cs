using System.Globalization;
using AwsSsoCredentials;
using AwsSsoCredentials.Flows;
using AwsSsoCredentials.Machine;

namespace EndToEnd.Worker;

/// <summary>Work on one token that others use, too. Home and endpoints come from the process's own environment.</summary>
internal static class TokenWork
{
    /// <summary>Generates keys for several profiles at the same time, again and again; says <c>keys</c> after each round.</summary>
    /// <param name="profiles">The profiles <c>p0</c>, <c>p1</c> …, whose roles are <c>Role0</c>, <c>Role1</c> …</param>
    /// <param name="rounds">How often.</param>
    /// <param name="barrier">The file that starts a round, without its number.</param>
    public static async Task<int> GenerateInRoundsAsync(int profiles, int rounds, string barrier)
    {
        for (int round = 0; round < rounds; round++)
        {
            Barrier.Await(string.Create(CultureInfo.InvariantCulture, $"{barrier}{round}"));
            await Task.WhenAll(Enumerable.Range(0, profiles).Select(number => Task.Run(() => GenerateAsync(number))));
            Console.WriteLine("keys");
        }

        return 0;
    }

    /// <summary>Generates keys for one profile.</summary>
    public static async Task<int> GenerateAsync(string profile)
    {
        await KeysAsync(profile);
        return 0;
    }

    private static async Task GenerateAsync(int number)
    {
        string digits = number.ToString(CultureInfo.InvariantCulture);
        SsoCredentials keys = await KeysAsync("p" + digits);
        if (keys.RoleName != "Role" + digits || keys.Expiration <= DateTimeOffset.UtcNow)
        {
            throw new InvalidOperationException($"p{digits} got keys of {keys.RoleName} until {keys.Expiration:u}.");
        }
    }

    // As one call of the alias does: with an environment, a token cache and clients of its own.
    private static Task<SsoCredentials> KeysAsync(string profile) =>
        new GenerateFlow(new FlowRooms(AwsEnvironment.Capture(Environment.GetEnvironmentVariable), new SilentLog()))
            .RunAsync(profile, new GenerateSsoCredentialsSettings(), CancellationToken.None);
}
