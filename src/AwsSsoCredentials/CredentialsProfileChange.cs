namespace AwsSsoCredentials;

/// <summary>One key of a credentials profile that would change.</summary>
public sealed class CredentialsProfileChange
{
    internal CredentialsProfileChange(string key, string? oldValue, string? newValue)
    {
        Key = key;
        OldValue = oldValue;
        NewValue = newValue;
    }

    /// <summary>Gets the key.</summary>
    public string Key { get; }

    /// <summary>Gets what stands there, secrets replaced by asterisks; null when nothing does.</summary>
    public string? OldValue { get; }

    /// <summary>Gets what would stand there, secrets replaced by asterisks; null when the key would go.</summary>
    public string? NewValue { get; }

    /// <summary>Shows the change as in a diff.</summary>
    /// <returns>Sign, key and values, without secrets.</returns>
    public override string ToString() => OneLine.Of((OldValue, NewValue) switch
    {
        (null, _) => $"+ {Key} = {NewValue}",
        (_, null) => $"- {Key} = {OldValue}",
        _ => $"~ {Key} = {OldValue} -> {NewValue}",
    });
}
