using System.Diagnostics;

namespace IdentityCenterEmulator.Tool;

/// <summary>Waits for the end of another process, so that the emulator does not outlive the build that started it.</summary>
internal static class ParentWatch
{
    public static async Task WaitForEndAsync(int processId, CancellationToken cancellationToken)
    {
        Process parent;
        try
        {
            parent = Process.GetProcessById(processId);
        }
        catch (ArgumentException)
        {
            // It ended before we looked.
            return;
        }

        using (parent)
        {
            await parent.WaitForExitAsync(cancellationToken);
        }
    }
}
