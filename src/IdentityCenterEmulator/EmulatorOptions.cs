using System.Net;
using System.Text.Json.Serialization;
using IdentityCenterEmulator.Options;
using IdentityCenterEmulator.State;

namespace IdentityCenterEmulator;

/// <summary>How an emulator starts. The server copies the options: later changes to them have no effect (see <see cref="EmulatorFaults"/> for those at run time).</summary>
public sealed class EmulatorOptions
{
    /// <summary>The port; 0 (default) takes a free one.</summary>
    public int Port { get; set; }

    /// <summary>The address to listen at, 127.0.0.1 by default. Anything but a loopback address is refused.</summary>
    [JsonConverter(typeof(IPAddressConverter))]
    public IPAddress Address { get; set; } = IPAddress.Loopback;

    /// <summary>
    /// Whether it can also be reached by TLS and AWS's own host names, for clients that know no endpoint variables
    /// (<see cref="EmulatorServer.WriteCertificate"/>). Default: false.
    /// </summary>
    public bool Https { get; set; }

    /// <summary>The port for TLS; 0 (default) takes a free one. It matters to clients that use no proxy: they go to 443.</summary>
    public int HttpsPort { get; set; }

    /// <summary>
    /// The host names by which the services answer beside loopback names (<c>localhost</c>, <c>127.0.0.1</c>, <c>::1</c>) and, with
    /// <see cref="Https"/>, AWS's own; for instance the one of a port that is forwarded here. Empty by default: a web page whose name leads to
    /// 127.0.0.1 is refused. The control endpoints answer loopback names only.
    /// </summary>
    [JsonInclude]
    public IList<string> HostNames { get; private set; } = [];

    /// <summary>Who answers the sign-in page. Default: <see cref="EmulatorSignIn.Page"/>.</summary>
    public EmulatorSignIn SignIn
    {
        get => Live.SignIn;
        set => Live = Live with { SignIn = value };
    }

    /// <summary>The name of the one user; it ends the ARN that STS names. Default: <c>dev.user@example.com</c>.</summary>
    public string UserName { get; set; } = "dev.user@example.com";

    /// <summary>The accepted start URLs; empty (default) accepts any.</summary>
    [JsonInclude]
    public IList<string> StartUrls { get; private set; } = [];

    /// <summary>How long an access token lives. Default: 1 hour.</summary>
    public TimeSpan AccessTokenLifetime
    {
        get => Live.AccessTokenLifetime;
        set => Live = Live with { AccessTokenLifetime = value };
    }

    /// <summary>How long a device code lives. Default: 10 minutes.</summary>
    public TimeSpan DeviceCodeLifetime
    {
        get => Live.DeviceCodeLifetime;
        set => Live = Live with { DeviceCodeLifetime = value };
    }

    /// <summary>How long to wait between two polls; a faster poll of a pending code is answered with <c>slow_down</c>. Whole seconds. Default: 5 s; 0 switches the check off.</summary>
    public TimeSpan PollInterval
    {
        get => Live.PollInterval;
        set => Live = Live with { PollInterval = value };
    }

    /// <summary>How long a client registration lives. Default: 90 days.</summary>
    public TimeSpan ClientRegistrationLifetime
    {
        get => Live.ClientRegistrationLifetime;
        set => Live = Live with { ClientRegistrationLifetime = value };
    }

    /// <summary>How long role credentials live. Default: 1 hour.</summary>
    public TimeSpan RoleCredentialsLifetime
    {
        get => Live.RoleCredentialsLifetime;
        set => Live = Live with { RoleCredentialsLifetime = value };
    }

    /// <summary>What a refresh says about the refresh token. Default: <see cref="RefreshTokenMode.Rotate"/>.</summary>
    public RefreshTokenMode RefreshTokenMode
    {
        get => Live.RefreshTokenMode;
        set => Live = Live with { RefreshTokenMode = value };
    }

    /// <summary>The longest page of the list operations, 1 to 100. Default: 100.</summary>
    public int PageSize { get; set; } = 100;

    /// <summary>The accounts and roles. Default: three accounts, one with a leading zero, one role with unusual characters.</summary>
    [JsonInclude]
    public IList<EmulatorAccount> Accounts { get; private set; } =
    [
        new("111122223333", "Development", "aws-development@example.com", ["Developer", "Power+User@dev", "ReadOnly"]),
        new("444455556666", "Staging", "aws-staging@example.com", ["Deployer", "ReadOnly"]),
        new("012345678901", "Sandbox", "aws-sandbox@example.com", ["Administrator"]),
    ];

    /// <summary>The clock by which everything expires. Default: the system's.</summary>
    [JsonIgnore]
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    internal LiveSettings Live { get; private set; } = new();

    /// <summary>Reads options from a JSON file: the names of this class in camelCase, durations as <c>"hh:mm:ss"</c>; what the file does not name keeps its default.</summary>
    /// <exception cref="EmulatorOptionsException">The file cannot be read, is no JSON, or holds a member or value that is unknown.</exception>
    public static EmulatorOptions FromJsonFile(string path) => OptionsFile.Read(path);

    internal EmulatorOptions Clone()
    {
        var copy = (EmulatorOptions)MemberwiseClone();
        copy.HostNames = [.. HostNames];
        copy.StartUrls = [.. StartUrls];
        copy.Accounts = [.. Accounts.Select(account => account with { Roles = [.. account.Roles] })];
        return copy;
    }
}
