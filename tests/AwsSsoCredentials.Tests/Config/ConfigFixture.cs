using System.Text;
using AwsSsoCredentials.Config;
using AwsSsoCredentials.Files;
using AwsSsoCredentials.Machine;
using AwsSsoCredentials.Profiles;

namespace AwsSsoCredentials.Tests.Config;

/// <summary>A temporary home with the two files, and what the log heard.</summary>
internal sealed class ConfigFixture : IDisposable, ISsoLog
{
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("profiles-");

    public ConfigFixture(string? config = null, string? credentials = null)
        : this(config is null ? null : Encoding.UTF8.GetBytes(config), credentials is null ? null : Encoding.UTF8.GetBytes(credentials))
    {
    }

    public ConfigFixture(byte[]? config, byte[]? credentials = null)
    {
        Directory.CreateDirectory(Path.Combine(Home, ".aws"));
        if (config is not null)
        {
            File.WriteAllBytes(ConfigPath, config);
        }

        if (credentials is not null)
        {
            File.WriteAllBytes(CredentialsPath, credentials);
        }
    }

    public string Home => _home.FullName;

    public string ConfigPath => Path.Combine(Home, ".aws", "config");

    public string CredentialsPath => Path.Combine(Home, ".aws", "credentials");

    public List<string> Warnings { get; } = [];

    public List<string> Details { get; } = [];

    public static AwsEnvironment Unix(params (string Name, string Value)[] variables) =>
        new(variables.ToDictionary(one => one.Name, one => one.Value));

    /// <summary>Gives an environment with this home, on the platform that runs the tests: the files are real.</summary>
    public AwsEnvironment Environment(params (string Name, string Value)[] variables) =>
        new(variables.Append(("HOME", Home)).ToDictionary(one => one.Item1, one => one.Item2), OperatingSystem.IsWindows());

    public SharedConfig Load(params (string Name, string Value)[] variables) =>
        SharedConfig.Load(AwsFiles.Locate(Environment(variables)), new SafeFiles(), this);

    /// <summary>Reads by the cross-SDK specification alone.</summary>
    public SharedConfig LoadStrictly() => SharedConfig.Load(AwsFiles.Locate(Environment()), new SafeFiles(), this, isStrict: true);

    public SsoProfileResolver Resolver() => new(Load(), this);

    /// <summary>Loads or resolves what must fail, and checks what every message owes its reader.</summary>
    public string Refused(Action<SsoProfileResolver> action)
    {
        string message = Assert.Throws<SsoConfigurationException>(() => action(Resolver())).Message;
        Assert.DoesNotContain('\n', message);
        return message;
    }

    /// <summary>As <see cref="Refused"/>, of a strict reading.</summary>
    public string RefusedStrictly()
    {
        string message = Assert.Throws<SsoConfigurationException>(LoadStrictly).Message;
        Assert.DoesNotContain('\n', message);
        return message;
    }

    public void Dispose() => _home.Delete(recursive: true);

    void ISsoLog.Warning(string message) => Warnings.Add(message);

    void ISsoLog.Information(string message) => throw new InvalidOperationException(
        "Nothing here is worth an Information line: " + message);

    void ISsoLog.Verbose(string message) => Details.Add(message);
}
