namespace IdentityCenterEmulator.Tests.Sdk;

/// <summary>Sets variables of this process and puts the old ones back.</summary>
internal sealed class ProcessEnvironment : IDisposable
{
    private readonly Dictionary<string, string?> _old = [];

    public ProcessEnvironment(IEnumerable<KeyValuePair<string, string>> variables)
    {
        foreach (var (name, value) in variables)
        {
            _old[name] = System.Environment.GetEnvironmentVariable(name);
            System.Environment.SetEnvironmentVariable(name, value);
        }
    }

    public void Dispose()
    {
        foreach (var (name, value) in _old)
        {
            System.Environment.SetEnvironmentVariable(name, value);
        }
    }
}
