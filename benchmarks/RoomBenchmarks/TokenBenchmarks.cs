using AwsSsoCredentials.Files;
using AwsSsoCredentials.Profiles;
using AwsSsoCredentials.Tokens;
using AwsSsoCredentials.Tokens.Cache;
using BenchmarkDotNet.Attributes;
using Benchmarks;

namespace RoomBenchmarks;

/// <summary>The SSO token.</summary>
[MemoryDiagnoser]
public class TokenBenchmarks
{
    private readonly SsoSession _session = new("corp", "https://d-0123456789.awsapps.com/start", "eu-central-1", []);

    private DirectoryInfo? _folder;
    private TokenCache? _cache;

    [GlobalSetup]
    public void SetUp()
    {
        _folder = Directory.CreateTempSubdirectory("cake-aws-sso-rooms-");
        _cache = new TokenCache(Path.Combine(_folder.FullName, "cache"), new SafeFiles(), TimeProvider.System, new ConsoleLog());
        _cache.Save(_session, new SsoToken
        {
            StartUrl = _session.StartUrl,
            Region = _session.Region,
            AccessToken = new string('a', 400),
            ExpiresAt = DateTimeOffset.UnixEpoch.AddYears(70),
            ClientId = new string('c', 22),
            ClientSecret = new string('s', 800),
            RegistrationExpiresAt = DateTimeOffset.UnixEpoch.AddYears(70),
            RefreshToken = new string('r', 400),
        });
    }

    [GlobalCleanup]
    public void CleanUp() => _folder?.Delete(recursive: true);

    /// <summary>Finds the token of a session in the cache folder and reads it.</summary>
    [Benchmark]
    public async Task<object> Read() => await _cache!.FindAsync(_session, CancellationToken.None) is TokenLookup.Found found
        ? found
        : throw new InvalidOperationException("The token was not found.");
}
