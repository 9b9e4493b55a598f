using AwsSsoCredentials;
using Cake.Core.Diagnostics;

namespace Cake.AwsSsoCredentials;

/// <summary>Cake's log as the rooms see it.</summary>
internal sealed class CakeLog(ICakeLog log) : ISsoLog
{
    // The message goes in as an argument: braces in it are text.
    public void Warning(string message) => log.Warning("{0}", message);

    public void Information(string message) => log.Information("{0}", message);

    public void Verbose(string message) => log.Verbose("{0}", message);
}
