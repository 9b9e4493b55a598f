using System.Diagnostics;
using EndToEnd.Support;

namespace EndToEnd;

/// <summary>The emulator as a process of its own.</summary>
public sealed class EmulatorToolTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly string Tool = Path.Combine(AppContext.BaseDirectory, "IdentityCenterEmulator.Tool.dll");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("emulator-tool-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task It_ends_when_its_parent_is_gone()
    {
        // Something that lives until its input ends.
        using Process parent = Start(Tool, "--stop-on-stdin-end");
        using Process emulator = Start(Tool, "--parent", parent.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), "--ready-file", ReadyFile);
        await WaitUntilAsync(() => File.Exists(ReadyFile));

        parent.StandardInput.Close();

        await EndedAsync(parent);
        await EndedAsync(emulator);
        Assert.Equal(0, emulator.ExitCode);
    }

    [Fact]
    public async Task Its_ready_file_holds_the_URL_that_answers()
    {
        using Process emulator = Start(Tool, "--stop-on-stdin-end", "--ready-file", ReadyFile);
        await WaitUntilAsync(() => File.Exists(ReadyFile));

        using var client = new HttpClient();
        using HttpResponseMessage answer = await client.GetAsync(new Uri(new Uri((await File.ReadAllTextAsync(ReadyFile)).Trim()), "/device"));

        Assert.True(answer.IsSuccessStatusCode);
        emulator.StandardInput.Close();
        await EndedAsync(emulator);
    }

    [Fact]
    public async Task An_unknown_option_is_refused_with_exit_code_2()
    {
        ProcessResult result = await ChildProcess.RunAsync("dotnet", ["exec", Tool, "--nonsense"], _folder.FullName);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("--nonsense", result.Error, StringComparison.Ordinal);
    }

    private string ReadyFile => Path.Combine(_folder.FullName, "url");

    private Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", .. arguments])
        {
            WorkingDirectory = _folder.FullName,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        Process process = Process.Start(start)!;
        process.BeginOutputReadLine();
        return process;
    }

    private static async Task WaitUntilAsync(Func<bool> condition)
    {
        using var timeout = new CancellationTokenSource(Patience);
        while (!condition())
        {
            await Task.Delay(20, timeout.Token);
        }
    }

    private static async Task EndedAsync(Process process)
    {
        using var timeout = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(timeout.Token);
    }
}
