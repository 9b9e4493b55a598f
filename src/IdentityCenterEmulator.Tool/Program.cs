using System.Runtime.InteropServices;
using IdentityCenterEmulator.Tool;

using var stop = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
#pragma warning disable RS0030 // A program has a console; the rest of it gets a reader and writers.
return await new EmulatorTool(Console.In, Console.Out, Console.Error).RunAsync(args, stop.Token);
#pragma warning restore RS0030

void Stop(PosixSignalContext signal)
{
    // Handled here: the runtime would end the process with 128 + signal.
    signal.Cancel = true;
    stop.Cancel();
}

// Else it would be public.
internal partial class Program;
