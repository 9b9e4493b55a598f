using System.Runtime.InteropServices;
using IdentityCenterEmulator.Tool;

using var stop = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
return await new EmulatorTool(Console.In, Console.Out, Console.Error).RunAsync(args, stop.Token);

void Stop(PosixSignalContext signal)
{
    // Handled here: the runtime would end the process with 128 + signal.
    signal.Cancel = true;
    stop.Cancel();
}
