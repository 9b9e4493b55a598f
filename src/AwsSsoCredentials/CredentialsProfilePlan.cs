namespace AwsSsoCredentials;

/// <summary>What <c>WriteCredentialsProfile</c> would change. Shows no secret.</summary>
public sealed class CredentialsProfilePlan
{
    internal CredentialsProfilePlan(
        string path, string targetProfile, bool isNewProfile, IReadOnlyList<CredentialsProfileChange> changes, IReadOnlyList<string>? warnings = null)
    {
        Warnings = warnings ?? [];
        Path = path;
        TargetProfile = targetProfile;
        IsNewProfile = isNewProfile;
        Changes = changes;
    }

    /// <summary>Gets the full path of the credentials file.</summary>
    public string Path { get; }

    /// <summary>Gets the credentials profile.</summary>
    public string TargetProfile { get; }

    /// <summary>Gets whether there is no such profile yet.</summary>
    public bool IsNewProfile { get; }

    /// <summary>Gets the keys that would change, in the order of writing; empty when all stands there already.</summary>
    public IReadOnlyList<CredentialsProfileChange> Changes { get; }

    /// <summary>
    /// Gets why clients would not use the keys although they stand there, each in one line with file, line, who, and the remedy: settings
    /// under the same name that beat keys, such as <c>role_arn</c>. Empty when there are none.
    /// </summary>
    public IReadOnlyList<string> Warnings { get; }

    /// <summary>Lists the changes, a line each, and the warnings.</summary>
    /// <returns>Path, profile, changes and warnings, without secrets.</returns>
    public override string ToString() => string.Join(Environment.NewLine, (string[])[$"{Path} [{TargetProfile}]", .. Changes.Select(change => $"  {change}"), .. Warnings.Select(warning => $"  ! {warning}")]);
}
