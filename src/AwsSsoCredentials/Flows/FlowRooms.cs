using AwsSsoCredentials.Config;
using AwsSsoCredentials.Credentials;
using AwsSsoCredentials.Files;
using AwsSsoCredentials.Login;
using AwsSsoCredentials.Machine;
using AwsSsoCredentials.Portal;
using AwsSsoCredentials.Profiles;
using AwsSsoCredentials.Services;
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
    private readonly Lazy<AwsFiles> _locations;
    private readonly Lazy<SharedConfig> _config;
    private readonly Lazy<SsoProfileResolver> _profiles;
    private readonly Lazy<ServiceClients> _services;
    private readonly Lazy<TokenCache> _tokens;
    private readonly Lazy<TokenProvider> _tokenProvider;

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
        Log = log = new OncePerMessageLog(new OneLineLog(log));
        Time = time ?? TimeProvider.System;
        Files = new SafeFiles(files ?? new FileOperations(), Time);
        _locations = new(() => AwsFiles.Locate(environment));
        _config = new(() => SharedConfig.Load(Locations, Files, log));
        _profiles = new(() => new SsoProfileResolver(Config, log));
        _services = new(() => new ServiceClients(
            services ?? (() => ServicesLoader.Load(Time)), new ServiceConnections(environment, () => Config, log), new RetryPolicy(Time, log: log)));
        _tokens = new(() => new TokenCache(Locations.SsoCacheDirectory, Files, Time, log));
        _tokenProvider = new(() => new TokenProvider(Tokens, Services, Time, log));
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

    public TokenProvider TokenProvider => _tokenProvider.Value;

    public ServiceClients Services => _services.Value;

    public SsoLogin Login => new(
        Tokens,
        new RegistrationCache(Locations.SsoCacheDirectory, Files, Time, Log),
        TokenProvider,
        Services,
        new VanityStartUrl(Services, Time, Log),
        new Browser(BrowserFacts.Of(Environment), new ProgramSearch(Environment), Log),
        Time,
        Log);

    public RoleCredentialsCache RoleCredentialsCache => new(Locations.CliCacheDirectory, Files, Log);

    public CredentialsFile CredentialsFile => new(Locations.CredentialsPath, Files, Time, Log)
    {
        ConfigPaths = [Locations.ConfigPath, Locations.DefaultConfigPath],
        FindRivals = FindRivals,
        NamesakeOf = NamesakeOf,
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

    /// <summary>The portals for one call of a verb.</summary>
    /// <param name="pace">How fast to ask, and how often again; null for single requests.</param>
    /// <param name="login">How to log in where there is no usable token; null where nobody is to be asked.</param>
    public PortalSessions Portals(PortalPace? pace = null, LoginSsoSettings? login = null) => new(
        Services,
        (session, profile) => new SharedToken((rejected, cancellationToken) => ObtainTokenAsync(session, profile, login, rejected, cancellationToken)),
        pace);

    private async Task<string> ObtainTokenAsync(
        SsoSession session, string? profile, LoginSsoSettings? login, string? rejected, CancellationToken cancellationToken)
    {
        SsoToken token;
        try
        {
            token = await TokenProvider.GetAsync(session, profile, TimeSpan.Zero, rejected, cancellationToken).ConfigureAwait(false);
        }
        catch (SsoLoginRequiredException reason) when (login is not null)
        {
            Log.Verbose(reason.Message);
            token = await Login.LoginAsync(session, profile, login, SomebodyIsThere, rejected, cancellationToken).ConfigureAwait(false);
        }

        if (rejected is null)
        {
            Log.Information(FormattableString.Invariant(
                $"Access token acquired from the AWS cache: session {session.Key}, valid until {token.ExpiresAt:u}."));
        }

        return token.AccessToken;
    }

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

    // Only hints and the region hang on this: a config file that cannot be read is no reason not to write keys. It may hold a region.
    private ConfigNamesake NamesakeOf(string name)
    {
        try
        {
            bool mayHideRegion = Config.Issues.Any(issue => issue.IsSyntax && issue.Path == Locations.ConfigPath && issue.Concerns(ConfigSectionKind.Profile, name));
            return new ConfigNamesake(Profiles.FindSsoProfile(name), mayHideRegion || Config.ConfigFileHas(name, "region"));
        }
        catch (SsoException error)
        {
            Log.Verbose(error.Message);
            return new ConfigNamesake(null, HasRegion: true);
        }
    }
}
