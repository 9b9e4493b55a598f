using System.Globalization;
using Cake.Core.Diagnostics;

namespace Cake.AwsSsoCredentials.Tests;

/// <summary>Keeps what was logged, formatted, at any verbosity.</summary>
internal sealed class RecordingCakeLog : ICakeLog
{
    public Verbosity Verbosity { get; set; } = Verbosity.Diagnostic;

    public List<string> Lines { get; } = [];

    /// <summary>The same without the level before it.</summary>
    public IEnumerable<string> Messages => Lines.Select(line => line[(line.IndexOf(": ", StringComparison.Ordinal) + 2)..]);

    public void Write(Verbosity verbosity, LogLevel level, string format, params object[] args)
    {
        lock (Lines)
        {
            Lines.Add($"{level}: {string.Format(CultureInfo.InvariantCulture, format, args)}");
        }
    }
}
