namespace AwsSsoCredentials;

/// <summary>What <c>ClearSsoCache</c> removed.</summary>
public sealed class ClearSsoCacheResult
{
    internal ClearSsoCacheResult(IReadOnlyList<string> tokenFiles, IReadOnlyList<string> roleCredentialFiles)
    {
        TokenFiles = tokenFiles;
        RoleCredentialFiles = roleCredentialFiles;
    }

    /// <summary>Gets the full paths of the SSO token files that were removed from <c>~/.aws/sso/cache</c>.</summary>
    public IReadOnlyList<string> TokenFiles { get; }

    /// <summary>Gets the full paths of the AWS CLI's cached SSO role credentials that were removed from <c>~/.aws/cli/cache</c>.</summary>
    public IReadOnlyList<string> RoleCredentialFiles { get; }
}
