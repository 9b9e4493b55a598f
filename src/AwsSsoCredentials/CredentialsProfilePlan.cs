namespace AwsSsoCredentials;

/// <summary>What <c>WriteCredentialsProfile</c> would change. Shows no secret.</summary>
public sealed class CredentialsProfilePlan
{
    internal CredentialsProfilePlan(string path, string targetProfile, bool isNewProfile, IReadOnlyList<CredentialsProfileChange> changes)
    {
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

    /// <summary>Lists the changes, a line each.</summary>
    /// <returns>Path, profile and changes, without secrets.</returns>
    public override string ToString() => string.Join(Environment.NewLine, Changes.Select(change => $"  {change}").Prepend(OneLine.Of($"{Path} [{TargetProfile}]")));
}
