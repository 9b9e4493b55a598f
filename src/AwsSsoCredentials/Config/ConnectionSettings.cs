using AwsSsoCredentials.Machine;

namespace AwsSsoCredentials.Config;

/// <summary>
/// What environment and profile say about reaching services. A variable comes before the profile's key of the same meaning.
/// </summary>
/// <param name="environment">The environment.</param>
/// <param name="config">The merged files; may be null where no profile counts.</param>
/// <param name="profileName">The profile whose keys count, or null for none.</param>
internal sealed class ConnectionSettings(AwsEnvironment environment, SharedConfig? config, string? profileName)
{
    private readonly ConfigSection? _profile = profileName is null ? null : config?.Profiles.GetValueOrDefault(profileName);

    /// <summary>Gets whether FIPS endpoints are wanted.</summary>
    public bool UseFips => Flag("AWS_USE_FIPS_ENDPOINT", "use_fips_endpoint");

    /// <summary>Gets whether dual-stack endpoints are wanted.</summary>
    public bool UseDualStack => Flag("AWS_USE_DUALSTACK_ENDPOINT", "use_dualstack_endpoint");

    /// <summary>Gets the full path of the PEM file with the trusted certificate authorities, or null for the system's.</summary>
    /// <exception cref="SsoConfigurationException">The path runs over several lines, or something in it cannot be expanded.</exception>
    public string? CaBundle
    {
        get
        {
            if (environment["AWS_CA_BUNDLE"] is { } path)
            {
                return environment.ExpandPath(path, "AWS_CA_BUNDLE");
            }

            if (_profile?.Find("ca_bundle") is not { } property)
            {
                return null;
            }

            return property.Value.Contains('\n', StringComparison.Ordinal)
                ? throw new SsoConfigurationException(
                    $"{property.Name} in {property.Place}, runs over several lines: write the path on one line.")
                : environment.ExpandPath(property.Value, $"{property.Name} in {property.Place}");
        }
    }

    private bool IgnoresConfiguredEndpoints => Flag("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "ignore_configured_endpoint_urls");

    /// <summary>
    /// Finds the endpoint that is configured for a service, in the SDKs' order: the service's variable, the variable for all services,
    /// the profile's <c>services</c> section, the profile's <c>endpoint_url</c>.
    /// </summary>
    /// <param name="serviceId">The service id as a services section writes it, e.g. <c>sso_oidc</c>.</param>
    /// <returns>The endpoint, or null where AWS's own is to be used.</returns>
    /// <exception cref="SsoConfigurationException">
    /// The first that is configured is no http(s) URL, or the services section does not exist or cannot be read.
    /// </exception>
    public ConfiguredEndpoint? FindEndpoint(string serviceId)
    {
        if (IgnoresConfiguredEndpoints)
        {
            return null;
        }

        string serviceVariable = "AWS_ENDPOINT_URL_" + serviceId.ToUpperInvariant();
        return FromVariable(serviceVariable) ?? FromVariable("AWS_ENDPOINT_URL") ?? FromServicesSection(serviceId) ?? FromProfile();
    }

    private static ConfiguredEndpoint Endpoint(string value, string source)
    {
        // Uri quietly drops or escapes a line feed, so that is looked for in the text.
        bool usable = Uri.TryCreate(value, UriKind.Absolute, out Uri? url)
            && !value.Any(char.IsControl)
            && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp)
            && url.Host.Length > 0
            && url.UserInfo.Length == 0;

        // The value is not shown: user info in it would be a secret.
        return usable
            ? new ConfiguredEndpoint(url!, source)
            : throw new SsoConfigurationException(
                $"{source} is not an absolute http or https URL without user info: {(Quotes.Around(value) ? "remove the quotes, which are part of the value" : "correct it")}, or remove it to use AWS's own endpoint.");
    }

    private ConfiguredEndpoint? FromVariable(string name) => environment[name] is { } value ? Endpoint(value, name) : null;

    private ConfiguredEndpoint? FromProfile() =>
        _profile?.Find("endpoint_url") is { } property ? Endpoint(property.Value, $"endpoint_url in {property.Place}") : null;

    private ConfiguredEndpoint? FromServicesSection(string serviceId)
    {
        if (_profile?.Find("services") is not { } named)
        {
            return null;
        }

        // Where there is a profile there is a config.
        if (!config!.Services.TryGetValue(named.Value, out ConfigSection? section))
        {
            throw new SsoConfigurationException(
                $"{named.Name} in {named.Place}, names a section [services {OneLine.Of(named.Value)}] that does not exist: " +
                $"add it to {config.Files.ConfigPath}, or delete the line.");
        }

        section.RequireReadable();
        if (section.Find(serviceId) is not { } service)
        {
            return null;
        }

        // This block is ours: what is wrong in it must not pass for AWS's own endpoint.
        IReadOnlyList<KeyValuePair<string, string>> settings = service.ReadNested()
            ?? throw new SsoConfigurationException(
                $"{service.Name} in {service.Place}, is not a block of settings: " +
                $"write 'endpoint_url = URL' indented on the line below '{service.Name} ='.");
        string? url = settings.LastOrDefault(pair => pair.Key.Equals("endpoint_url", StringComparison.OrdinalIgnoreCase)).Value;
        return string.IsNullOrEmpty(url) ? null : Endpoint(url, $"endpoint_url of {serviceId} in {service.Place}");
    }

    private bool Flag(string variable, string key)
    {
        ConfigProperty? property = _profile?.Find(key);
        string? value = environment[variable] ?? property?.Value;
        string source = environment[variable] is not null ? variable : $"{key} in {property?.Place}";
        return value?.Trim().ToUpperInvariant() switch
        {
            null or "FALSE" => false,
            "TRUE" => true,

            // Reading a misspelt "true" as false would quietly go around FIPS.
            _ => throw new SsoConfigurationException($"{source} is '{OneLine.Of(value)}': write true or false{(Quotes.Around(value) ? ", without quotes" : "")}."),
        };
    }
}
