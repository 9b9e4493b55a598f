using System.Reflection;

namespace IdentityCenterEmulator.Tool;

/// <summary>The command: starts an emulator, says where it is, and keeps it until something asks for its end.</summary>
internal sealed class EmulatorTool(TextReader input, TextWriter output, TextWriter error)
{
    private const int Ended = 0;
    private const int CouldNotStart = 1;
    private const int BadUsage = 2;

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken stop)
    {
        ToolOptions options;
        try
        {
            options = ToolOptionsParser.Parse(arguments);
        }
        catch (ToolUsageException exception)
        {
            await error.WriteLineAsync($"{exception.Message} Run identity-center-emulator --help for the options.");
            return BadUsage;
        }

        if (options.Help || options.Version)
        {
            await output.WriteLineAsync(options.Help ? ToolOptionsParser.Help : Version());
            return Ended;
        }

        try
        {
            await using var server = await EmulatorServer.StartAsync(ServerOptions(options), stop);
            await AnnounceAsync(server, options);
            await WaitForEndAsync(options, stop);
            return Ended;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return Ended;
        }
        catch (Exception exception) when (exception is EmulatorOptionsException or IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync($"The emulator cannot start: {exception.Message.ReplaceLineEndings(" ")}");
            return CouldNotStart;
        }
    }

    private static EmulatorOptions ServerOptions(ToolOptions options)
    {
        var server = options.AccountsFile is null ? new EmulatorOptions() : EmulatorOptions.FromJsonFile(options.AccountsFile);
        server.Port = options.Port ?? server.Port;
        server.Https = server.Https || options.CertificateFile is not null;
        server.HttpsPort = options.HttpsPort ?? server.HttpsPort;
        foreach (var name in options.HostNames)
        {
            server.HostNames.Add(name);
        }

        server.SignIn = options.AutoApprove ? EmulatorSignIn.AutoApprove : server.SignIn;
        return server;
    }

    private async Task AnnounceAsync(EmulatorServer server, ToolOptions options)
    {
        var url = server.Url.GetLeftPart(UriPartial.Authority);
        await output.WriteLineAsync($"Listening on {url}");
        await output.WriteLineAsync("Aim the AWS tools at it (bash; in PowerShell write $env:NAME = 'VALUE'):");
        await ExportAsync(server.Environment);
        if (options.CertificateFile is { } certificate)
        {
            await output.WriteLineAsync("Or, for tools that know no such variables, by AWS's own host names:");
            await ExportAsync(server.WriteCertificate(certificate));
            await output.WriteLineAsync($"TLS listens on {server.HttpsUrl!.GetLeftPart(UriPartial.Authority)}");
        }

        await output.FlushAsync();
        if (options.ReadyFile is not null)
        {
            ReadyFile.Write(options.ReadyFile, url);
        }
    }

    private async Task ExportAsync(IReadOnlyDictionary<string, string> variables)
    {
        foreach (var (name, value) in variables)
        {
            await output.WriteLineAsync($"  export {name}={value}");
        }
    }

    private async Task WaitForEndAsync(ToolOptions options, CancellationToken stop)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var reasons = new List<Task> { Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, end.Token) };
        if (options.ParentId is { } parentId)
        {
            reasons.Add(ParentWatch.WaitForEndAsync(parentId, end.Token));
        }

        if (options.StopOnStdinEnd)
        {
            // Reading a console cannot be cancelled: leave it to a thread of its own, which does not keep the process.
            reasons.Add(Task.Factory.StartNew(ReadToEnd, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default));
        }

        await Task.WhenAny(reasons);
        await end.CancelAsync();
    }

    private void ReadToEnd()
    {
        while (input.ReadLine() is not null)
        {
        }
    }

    private static string Version() =>
        typeof(EmulatorTool).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
}
