namespace IdentityCenterEmulator.Tool;

/// <summary>What the command line asks for.</summary>
internal sealed record ToolOptions
{
    /// <summary>The port; null takes the file's, else a free one.</summary>
    public int? Port { get; init; }

    /// <summary>Where the certificate to trust is written; null for no TLS.</summary>
    public string? CertificateFile { get; init; }

    /// <summary>The port for TLS; null takes the file's, else a free one.</summary>
    public int? HttpsPort { get; init; }

    /// <summary>The host names by which the services answer beside loopback names.</summary>
    public IReadOnlyList<string> HostNames { get; init; } = [];

    public string? AccountsFile { get; init; }

    public bool AutoApprove { get; init; }

    public string? ReadyFile { get; init; }

    public int? ParentId { get; init; }

    public bool StopOnStdinEnd { get; init; }

    public bool Help { get; init; }

    public bool Version { get; init; }
}
