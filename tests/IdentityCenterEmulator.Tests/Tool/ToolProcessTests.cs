using System.Diagnostics;
using System.Globalization;

namespace IdentityCenterEmulator.Tests.Tool;

/// <summary>The tool as a process of its own, as builds start it.</summary>
public sealed class ToolProcessTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [UnixFact]
    public Task SIGTERM_ends_it_with_0() => SignalEndsItAsync("TERM");

    [InterruptFact]
    public Task SIGINT_ends_it_with_0() => SignalEndsItAsync("INT");

    [Fact]
    public async Task It_ends_with_its_parent()
    {
        using var parent = await StartAsync();
        File.Delete(_folder.File("ready"));
        using var tool = await StartAsync("--parent", parent.Id.ToString(CultureInfo.InvariantCulture));

        parent.StandardInput.Close();
        await parent.WaitForExitAsync();
        await tool.WaitForExitAsync();

        Assert.Equal(0, tool.ExitCode);
    }

    [Fact]
    public async Task A_parent_that_is_gone_already_ends_it_at_once()
    {
        using var parent = await StartAsync();
        parent.StandardInput.Close();
        await parent.WaitForExitAsync();

        using var tool = Start("--parent", parent.Id.ToString(CultureInfo.InvariantCulture));
        await tool.WaitForExitAsync();

        Assert.Equal(0, tool.ExitCode);
    }

    private async Task SignalEndsItAsync(string signal)
    {
        using var tool = await StartAsync();

        using var kill = Process.Start("kill", ["-" + signal, tool.Id.ToString(CultureInfo.InvariantCulture)]);
        await tool.WaitForExitAsync();

        Assert.Equal(0, tool.ExitCode);
    }

    private async Task<Process> StartAsync(params string[] arguments)
    {
        var tool = Start(["--ready-file", _folder.File("ready"), .. arguments]);
        while (!File.Exists(_folder.File("ready")))
        {
            Assert.False(tool.HasExited, "The tool ended before it was ready.");
            await Task.Delay(10);
        }

        return tool;
    }

    private static Process Start(params string[] arguments)
    {
        // Standard input ends with the test run: nothing outlives it, whatever fails.
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "IdentityCenterEmulator.Tool.dll"), "--stop-on-stdin-end", .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return Process.Start(start)!;
    }
}
