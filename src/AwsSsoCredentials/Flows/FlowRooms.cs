using AwsSsoCredentials.Config;
using AwsSsoCredentials.Credentials;
using AwsSsoCredentials.Files;
using AwsSsoCredentials.Login;
using AwsSsoCredentials.Machine;
using AwsSsoCredentials.Portal;
using AwsSsoCredentials.Profiles;
using AwsSsoCredentials.Services.Contracts;
using AwsSsoCredentials.Services.Endpoints;
using AwsSsoCredentials.Services.Loading;
using AwsSsoCredentials.Services.Resilience;
using AwsSsoCredentials.Tokens;
using AwsSsoCredentials.Tokens.Cache;

namespace AwsSsoCredentials.Flows;

/// <summary>The rooms, furnished for one call: what a flow needs is made when it is first asked for, and then stays the same.</summary>
internal sealed class FlowRooms
{
    private readonly Action<string> _announce;
    private readonly Lazy<AwsFiles> _locations;
    private readonly Lazy<SharedConfig> _config;
    private readonly Lazy<SsoProfileResolver> _profiles;
    private readonly Lazy<ServiceConnections> _connections;
    private readonly Lazy<IServiceFactory> _plainServices;
    private readonly Lazy<IServiceFactory> _services;
    private readonly Lazy<TokenCache> _tokens;

    /// <summary>Furnishes the rooms.</summary>
    /// <param name="environment">The environment the call sees.</param>
    /// <param name="log">Where progress is reported.</param>
    /// <param name="time">The clock; null for the system's.</param>
    /// <param name="services">Makes the service clients on the first network call; null for those of the package.</param>
    /// <param name="files">The steps that reading and writing files are made of; null for the system's.</param>
    public FlowRooms(
        AwsEnvironment environment,
        ISsoLog log,
        TimeProvider? time = null,
        Func<IServiceFactory>? services = null,
        IFileOperations? files = null)
    {
        Environment = environment;
        var once = new OncePerMessageLog(log);
        _announce = once.InformationOnce;
        Log = log = once;
        Time = time ?? TimeProvider.System;
        Files = new SafeFiles(files ?? new FileOperations(), Time);
        services ??= () => ServicesLoader.Load(Time);
        _locations = new(() => AwsFiles.Locate(environment));
        _config = new(() => SharedConfig.Load(Locations, Files, log));
        _profiles = new(() => new SsoProfileResolver(Config, log));
        _connections = new(() => new ServiceConnections(environment, () => Config, log));
        _plainServices = new(services);
        _services = new(() => new RetryingServiceFactory(_plainServices.Value, new RetryPolicy(Time, log: log)));
        _tokens = new(() => new TokenCache(Locations.SsoCacheDirectory, Files, Time, log));
    }

    public AwsEnvironment Environment { get; }

    public ISsoLog Log { get; }

    public TimeProvider Time { get; }

    public SafeFiles Files { get; }

    public AwsFiles Locations => _locations.Value;

    public SharedConfig Config => _config.Value;

    public SsoProfileResolver Profiles => _profiles.Value;

    public SsoRoleResolver Roles => new(() => Profiles);

    public TokenCache Tokens => _tokens.Value;

    public RoleCredentialsCache RoleCredentialsCache => new(Locations.CliCacheDirectory, Files, Log);

    public CredentialsFile CredentialsFile => new(Locations.CredentialsPath, Files, Time, Log)
    {
        ConfigPaths = [Locations.ConfigPath, Locations.DefaultConfigPath],
        IsSsoProfile = IsSsoProfile,
        FindRivals = FindRivals,
    };

    /// <summary>Gets whether a person can be asked, as far as can be seen: not in a CI system, and not with redirected input.</summary>
    public bool SomebodyIsThere => !Environment.IsCi && !Environment.IsInputRedirected;

    /// <summary>Looks up something by a profile: the one that was named, else the one of the environment.</summary>
    /// <param name="name">The name, or null.</param>
    /// <param name="find">Looks it up.</param>
    /// <exception cref="SsoConfigurationException">From <paramref name="find"/>; it says so when a variable chose the profile.</exception>
    public T OfProfile<T>(string? name, Func<SsoProfileResolver, string, T> find)
    {
        try
        {
            return find(Profiles, name ?? Environment.ProfileName);
        }
        catch (SsoConfigurationException error) when (name is null && Environment.ProfileVariable is { } variable)
        {
            throw new SsoConfigurationException($"{error.Message} (The environment variable {variable} chose this profile.)", error);
        }
    }

    /// <summary>The services of sessions, with the endpoint settings of a profile.</summary>
    /// <param name="profile">The profile, or null for the settings of the environment alone.</param>
    public SessionServices SessionServices(string? profile) => new(
        () => _services.Value,
        session => _connections.Value.ForOidc(session, profile),
        session => _connections.Value.ForPortal(session, profile));

    /// <summary>Where the portal of a session is reached.</summary>
    /// <param name="session">The session.</param>
    /// <param name="profile">The profile whose endpoint settings count, or null for the settings of the environment alone.</param>
    public ServiceConnection PortalConnection(SsoSession session, string? profile) => _connections.Value.ForPortal(session, profile);

    /// <summary>Opens the portal of a session for many requests.</summary>
    /// <param name="connection">Where it is reached.</param>
    /// <param name="token">The session's token.</param>
    /// <param name="pacer">Gives the requests their turns.</param>
    /// <param name="policy">When and how often requests are repeated.</param>
    public PortalSession OpenPortal(ServiceConnection connection, SharedToken token, RequestPacer pacer, RetryPolicy policy) =>
        new(new RetryingServiceFactory(_plainServices.Value, policy, pacer).CreatePortal(connection), token);

    /// <summary>The token of a session for many requests.</summary>
    /// <param name="session">The session.</param>
    /// <param name="profile">The profile whose endpoint settings count, and which messages name; or null.</param>
    public SharedToken SharedToken(SsoSession session, string? profile)
    {
        TokenProvider provider = TokenProvider(SessionServices(profile));
        return new SharedToken(async (rejected, cancellationToken) =>
        {
            SsoToken token = await provider.GetAsync(session, profile, TimeSpan.Zero, rejected, cancellationToken).ConfigureAwait(false);
            Announce(session, token);
            return token.AccessToken;
        });
    }

    /// <summary>Says, once for each token, which one serves the call.</summary>
    public void Announce(SsoSession session, SsoToken token) =>
        _announce(FormattableString.Invariant($"Access token acquired from the AWS cache: session {session.Key}, valid until {token.ExpiresAt:u}."));

    public TokenProvider TokenProvider(SessionServices services) => new(Tokens, services, Time, Log);

    public SsoLogin Login(SessionServices services, TokenProvider provider) => new(
        Tokens,
        new RegistrationCache(Locations.SsoCacheDirectory, Files, Time, Log),
        provider,
        services,
        new VanityStartUrl(services, Time, Log),
        new Browser(BrowserFacts.Of(Environment), Log),
        Time,
        Log);

    private IReadOnlyList<string> FindRivals(string target)
    {
        try
        {
            return RivalSettings.Find(target, Config.Profiles.GetValueOrDefault(target), Config.CredentialsDefaults, Locations.CredentialsPath);
        }
        catch (SsoException error)
        {
            Log.Verbose(error.Message); // said once more where a call needs the file
            return [];
        }
    }

    // Only a hint hangs on this, and the keys are written: a config file that cannot be read is no reason to fail now.
    private bool IsSsoProfile(string name)
    {
        try
        {
            return Profiles.IsSsoProfile(name);
        }
        catch (SsoException error)
        {
            Log.Verbose(error.Message);
            return false;
        }
    }
}
