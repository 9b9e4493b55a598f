using System.Globalization;
using Cake.Core.Diagnostics;

namespace Cake.AwsSsoCredentials.Tests;

/// <summary>Keeps what was logged, formatted, at any verbosity.</summary>
internal sealed class RecordingCakeLog : ICakeLog
{
    public Verbosity Verbosity { get; set; } = Verbosity.Diagnostic;

    public List<string> Lines { get; } = [];

    public void Write(Verbosity verbosity, LogLevel level, string format, params object[] args) =>
        Lines.Add($"{level}: {string.Format(CultureInfo.InvariantCulture, format, args)}");
}
