namespace EndToEnd.Worker;

/// <summary>Lets processes that took different times to start begin at the same instant.</summary>
internal static class Barrier
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Says that this process is ready, and waits for the file that starts all of them.</summary>
    public static void Await(string path)
    {
        Console.WriteLine("ready");
        var waited = System.Diagnostics.Stopwatch.StartNew();
        while (!File.Exists(path))
        {
            if (waited.Elapsed > Patience)
            {
                throw new TimeoutException($"{path} did not appear.");
            }

            Thread.Sleep(5);
        }
    }
}
