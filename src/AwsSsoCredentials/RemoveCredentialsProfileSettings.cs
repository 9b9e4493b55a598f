namespace AwsSsoCredentials;

/// <summary>What <c>RemoveCredentialsProfile</c> may remove.</summary>
public sealed class RemoveCredentialsProfileSettings
{
    /// <summary>Gets or sets whether the whole profile is removed whoever wrote it, with keys and settings of others in it.</summary>
    /// <value>The default is false: only what this add-in wrote is removed, and keys that somebody else put there are refused with an error.</value>
    public bool Force { get; set; }
}
