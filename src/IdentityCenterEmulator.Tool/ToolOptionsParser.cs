using System.Globalization;
using System.Net;

namespace IdentityCenterEmulator.Tool;

/// <summary>Reads the command line: <c>--name value</c> or <c>--name=value</c>.</summary>
internal static class ToolOptionsParser
{
    public const string Help = """
        A loopback AWS IAM Identity Center: portal, OIDC, sign-in page and STS at one port. Not AWS: its keys are good for itself alone.

        Usage: identity-center-emulator [options]

          --port PORT            listen on this port of 127.0.0.1 (default: a free one)
          --accounts FILE        take accounts, roles and settings from a JSON file
          --auto-approve         allow every sign-in at once, without the page
          --certificate PATH     be reachable by TLS and AWS's own host names, too, and write the certificate to trust (PEM) there
          --https-port PORT      with --certificate: listen with TLS on this port (default: a free one)
          --host-name NAME       answer under this host name, too; may be given again (default: loopback names alone)
          --ready-file PATH      write the URL to this file as soon as it listens
          --parent PID           end when that process has ended
          --stop-on-stdin-end    end when standard input ends
          --help                 show this text
          --version              show the version

        Exit codes: 0 ended as asked; 1 could not start; 2 unknown option or value.
        """;

    public static ToolOptions Parse(IReadOnlyList<string> arguments)
    {
        var options = new ToolOptions();
        var rest = new Queue<string>(arguments);
        while (rest.TryDequeue(out var argument))
        {
            var equals = argument.IndexOf('=', StringComparison.Ordinal);
            var name = equals < 0 ? argument : argument[..equals];
            var value = equals < 0 ? null : argument[(equals + 1)..];
            options = name switch
            {
                "--port" => options with { Port = Number(name, Value(name, value, rest), IPEndPoint.MinPort, IPEndPoint.MaxPort) },
                "--accounts" => options with { AccountsFile = Value(name, value, rest) },
                "--certificate" => options with { CertificateFile = Value(name, value, rest) },
                "--https-port" => options with { HttpsPort = Number(name, Value(name, value, rest), IPEndPoint.MinPort, IPEndPoint.MaxPort) },
                "--host-name" => options with { HostNames = [.. options.HostNames, Value(name, value, rest)] },
                "--ready-file" => options with { ReadyFile = Value(name, value, rest) },
                "--parent" => options with { ParentId = Number(name, Value(name, value, rest), 1, int.MaxValue) },
                "--auto-approve" => options with { AutoApprove = Flag(name, value) },
                "--stop-on-stdin-end" => options with { StopOnStdinEnd = Flag(name, value) },
                "--help" or "-h" or "-?" => options with { Help = Flag(name, value) },
                "--version" => options with { Version = Flag(name, value) },
                _ => throw new ToolUsageException($"Unknown option '{name}'."),
            };
        }

        return options is { HttpsPort: not null, CertificateFile: null }
            ? throw new ToolUsageException("Option '--https-port' needs '--certificate', too.")
            : options;
    }

    private static string Value(string name, string? value, Queue<string> rest)
    {
        if (value is null && (!rest.TryPeek(out var next) || !next.StartsWith("--", StringComparison.Ordinal)))
        {
            rest.TryDequeue(out value);
        }

        return string.IsNullOrEmpty(value) ? throw new ToolUsageException($"Option '{name}' needs a value.") : value;
    }

    private static bool Flag(string name, string? value) => value is null ? true : throw new ToolUsageException($"Option '{name}' takes no value.");

    private static int Number(string name, string value, int least, int most) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new ToolUsageException($"Option '{name}' needs a number between {least} and {most}, not '{value}'.");
}
