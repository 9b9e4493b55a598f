namespace IdentityCenterEmulator.Tls;

/// <summary>AWS's own host names of the services that the emulator stands for.</summary>
internal static class ServedHosts
{
    private static readonly string[] Services = ["portal.sso", "oidc", "oidc-fips", "sts", "sts-fips"];
    private static readonly string[] Domains = ["amazonaws.com", "amazonaws.com.cn", "api.aws", "api.amazonwebservices.com.cn"];

    /// <summary>Whether a name is one of them, in whatever region: <c>sts.amazonaws.com</c>, <c>portal.sso.eu-central-1.amazonaws.com</c>.</summary>
    public static bool Contains(string host) => Array.Exists(Services, service => Array.Exists(Domains, domain => IsOf(service, domain, host)));

    private static bool IsOf(string service, string domain, string host)
    {
        if (host.Equals($"{service}.{domain}", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        var isBetween = host.Length > service.Length + domain.Length + 2
            && host.StartsWith(service + ".", StringComparison.OrdinalIgnoreCase)
            && host.EndsWith("." + domain, StringComparison.OrdinalIgnoreCase);
        return isBetween && host[(service.Length + 1)..^(domain.Length + 1)].All(character => char.IsAsciiLetterOrDigit(character) || character == '-');
    }
}
