using System.Diagnostics;
using System.Globalization;
using EndToEnd.Support;
using Xunit.Abstractions;

namespace EndToEnd;

/// <summary>The credentials file among many processes, some of which know no lock or are killed.</summary>
public sealed class CredentialsFileProcessTests(ITestOutputHelper output) : IDisposable
{
    private const int Processes = 50;
    private const int ProfilesEach = 20;

    private const string ByHand = """
        # long-lived, for the legacy pipeline
        [legacy-ci]
        aws_access_key_id=AKIAIOSFODNN7EXAMPLE
        aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY   ; do not rotate before May

        [default]
        region   =   eu-central-1
        # end of what is written by hand

        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("credentials-processes-");

    private string CredentialsPath => Path.Combine(_folder.FullName, "credentials");

    private string StartSignal => Path.Combine(_folder.FullName, "start");

    private string StopSignal => Path.Combine(_folder.FullName, "stop");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Fifty_processes_with_twenty_profiles_each_lose_none_and_change_nothing_else()
    {
        await File.WriteAllTextAsync(CredentialsPath, ByHand);

        await WriteFromManyProcessesAsync();

        string text = await File.ReadAllTextAsync(CredentialsPath);
        Assert.StartsWith(ByHand, text, StringComparison.Ordinal);
        Assert.Equal(Processes * ProfilesEach, HeadersOfOurs(text).Distinct().Count());
        Assert.Equal(Processes * ProfilesEach, HeadersOfOurs(text).Count());
        AssertNoLineIsGlued(text[ByHand.Length..]);
        Assert.All(text[ByHand.Length..].Split("\n\n"), AssertIsOneProfile);
        AssertNothingIsLeft();
        await WriteOnceAsync();
    }

    [Fact]
    public async Task A_process_that_ignores_the_lock_makes_none_of_ours_fail_and_glues_no_line()
    {
        await File.WriteAllTextAsync(CredentialsPath, ByHand);
        using Process unlocked = WorkerProcess.Start("rewrite-without-lock", CredentialsPath, "unlocked", StopSignal);
        await WorkerProcess.ReadyAsync(unlocked);

        // Each worker checks after each of its renames that what stood complete when it read the file stands there now.
        await WriteFromManyProcessesAsync();
        await File.WriteAllTextAsync(StopSignal, "");
        await unlocked.WaitForExitAsync();

        string text = await File.ReadAllTextAsync(CredentialsPath);
        AssertNoLineIsGlued(text.Replace(ByHand, "", StringComparison.Ordinal));
        int present = HeadersOfOurs(text).Distinct().Count();
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{present} of {Processes * ProfilesEach} profiles stand in the file; {(Processes * ProfilesEach) - present} were overwritten by the process without lock."));
        Assert.Equal(0, unlocked.ExitCode);
    }

    [Fact]
    public async Task A_writer_killed_at_any_instant_leaves_the_file_before_or_after_one_commit()
    {
        const int Kills = 500;
        const string Profile = "victim";
        await File.WriteAllTextAsync(CredentialsPath, ByHand);
        int seed = Environment.TickCount;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {seed}"));
        var random = new Random(seed);
        int leftTemporary = 0;

        Process next = WorkerProcess.Start("write-forever", CredentialsPath, Profile);
        try
        {
            for (int kill = 0; kill < Kills; kill++)
            {
                using Process victim = next;
                await WorkerProcess.ReadyAsync(victim);
                long until = Stopwatch.GetTimestamp() + (long)(random.NextDouble() * 0.02 * Stopwatch.Frequency);
                while (Stopwatch.GetTimestamp() < until)
                {
                    Thread.SpinWait(50);
                }

                victim.Kill();
                await victim.WaitForExitAsync();
                leftTemporary += Leftovers().Any() ? 1 : 0;
                AssertIsOneCommit(await File.ReadAllTextAsync(CredentialsPath), Profile);

                // The next victim's first write is the writer after this one.
                next = WorkerProcess.Start("write-forever", CredentialsPath, Profile);
            }

            await WorkerProcess.ReadyAsync(next);
        }
        finally
        {
            next.Kill();
            await next.WaitForExitAsync();
            next.Dispose();
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{leftTemporary} of {Kills} kills left a temporary file."));
        Assert.True(leftTemporary >= 50, $"Only {leftTemporary} kills left a temporary file: the test hits too few instants.");
        await WriteOnceAsync();
        AssertNothingIsLeft();
    }

    private static IEnumerable<string> HeadersOfOurs(string text) =>
        text.Split('\n').Where(line => line.StartsWith("[worker", StringComparison.Ordinal));

    // Every line is a header, one of the keys we write with one value, or blank.
    private static void AssertNoLineIsGlued(string text) => Assert.All(
        text.Split('\n'),
        line => Assert.Matches(
            @"^(|\[[a-z0-9-]+\]|(aws_access_key_id|aws_secret_access_key|aws_session_token|x_security_token_expires|x_sso_account_id|x_sso_role_name|x_sso_session|x_sso_access_key_id|x_sso_digest) = [A-Za-z0-9:-]+)$",
            line));

    private static void AssertIsOneCommit(string text, string profile)
    {
        Assert.StartsWith(ByHand, text, StringComparison.Ordinal);
        string section = text[ByHand.Length..];
        AssertIsOneProfile(section);
        Assert.Contains($"[{profile}]\n", section, StringComparison.Ordinal);
        Assert.EndsWith("\n", section, StringComparison.Ordinal);
    }

    // All values of a profile come from one number.
    private static void AssertIsOneProfile(string section)
    {
        string[] numbers = [.. System.Text.RegularExpressions.Regex.Matches(section, "(?:ASIA|Role|secret-|token-)([0-9]{8})").Select(match => match.Groups[1].Value)];
        Assert.Equal(5, numbers.Length);
        Assert.Single(numbers.Distinct());
    }

    private async Task WriteFromManyProcessesAsync()
    {
        Process[] workers = [.. Enumerable.Range(0, Processes).Select(i => WorkerProcess.Start(
            "write-profiles",
            CredentialsPath,
            string.Create(CultureInfo.InvariantCulture, $"worker{i}"),
            ProfilesEach.ToString(CultureInfo.InvariantCulture),
            StartSignal))];
        try
        {
            foreach (Process worker in workers)
            {
                await WorkerProcess.ReadyAsync(worker);
            }

            await File.WriteAllTextAsync(StartSignal, "");
            foreach (Process worker in workers)
            {
                string error = await worker.StandardError.ReadToEndAsync();
                await worker.WaitForExitAsync();
                Assert.True(worker.ExitCode == 0, $"exit code {worker.ExitCode}: {error}");
            }
        }
        finally
        {
            foreach (Process worker in workers)
            {
                worker.Kill();
                worker.Dispose();
            }
        }
    }

    private async Task WriteOnceAsync()
    {
        await File.WriteAllTextAsync(StartSignal, "");
        using Process worker = WorkerProcess.Start("write-profiles", CredentialsPath, "after", "1", StartSignal);
        string error = await worker.StandardError.ReadToEndAsync();
        await worker.WaitForExitAsync();
        Assert.True(worker.ExitCode == 0, error);
    }

    private IEnumerable<string> Leftovers() => Directory.EnumerateFiles(_folder.FullName)
        .Where(path => path != CredentialsPath && path != StartSignal && path != StopSignal && !path.EndsWith(".lock", StringComparison.Ordinal));

    // The lock file stays for ever, by design; it holds nothing and blocks nobody.
    private void AssertNothingIsLeft() => Assert.Empty(Leftovers());
}
