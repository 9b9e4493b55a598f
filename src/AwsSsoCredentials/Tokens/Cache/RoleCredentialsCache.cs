using AwsSsoCredentials.Files;
using AwsSsoCredentials.Profiles;

namespace AwsSsoCredentials.Tokens.Cache;

/// <summary>The AWS CLI's cache of role credentials, <c>~/.aws/cli/cache</c>; only cleared here, as <c>aws sso logout</c> does.</summary>
/// <param name="directory">The full path of the folder.</param>
/// <param name="files">Access to the files.</param>
/// <param name="log">Where oddities are reported.</param>
internal sealed class RoleCredentialsCache(string directory, SafeFiles files, ISsoLog log)
{
    private const string ProviderType = "ProviderType";

    private static readonly string[] Names = [ProviderType];

    private readonly SafeFiles _files = files.ForSecrets();

    /// <summary>Removes all role credentials that came out of an SSO token; those of other origin stay.</summary>
    /// <returns>The full paths of the removed files.</returns>
    public IReadOnlyList<string> RemoveAll() => Remove(CacheFolder.JsonFiles(directory));

    /// <summary>Removes the role credentials of some SSO profiles.</summary>
    /// <returns>The full paths of the removed files.</returns>
    public IReadOnlyList<string> RemoveOf(IEnumerable<SsoProfile> profiles) =>
        Remove(profiles
            .Select(profile => Path.Combine(
                directory,
                CacheFileNames.RoleCredentials(profile.AccountId, profile.RoleName, profile.Session.StartUrl, profile.Session.Name)))
            .Distinct(StringComparer.Ordinal));

    private List<string> Remove(IEnumerable<string> paths)
    {
        var removed = new List<string>();
        foreach (var path in paths)
        {
            try
            {
                if (_files.TryRead(path) is { } content
                    && CacheJson.TryRead(content, Names, out var json) is null
                    && json!.Text(ProviderType) == "sso")
                {
                    _files.Delete(path);
                    removed.Add(path);
                }
            }
            catch (SsoFileException error)
            {
                log.Warning(error.Message);
            }
        }

        return removed;
    }
}
