namespace AwsSsoCredentials.Config;

/// <summary>A profile, SSO session or services section, merged from all the places it stands in.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Header">The text between the brackets where it stands first.</param>
/// <param name="Path">The file where it stands first; the config file comes before the credentials file.</param>
/// <param name="Properties">Its properties; names compare without regard to case.</param>
internal sealed record ConfigSection(string Name, string Header, string Path, IReadOnlyDictionary<string, ConfigProperty> Properties)
{
    /// <summary>Gets what stands in the section and is no setting: a call that needs the section must not go on without it.</summary>
    public IReadOnlyList<ConfigIssue> Defects { get; init; } = [];

    /// <summary>Gets the keys to which one file gives two different values.</summary>
    public IReadOnlyList<ConfigConflict> Conflicts { get; init; } = [];

    /// <summary>Gets the place for a message.</summary>
    public string Place => $"[{OneLine.Of(Header)}] of {Path}";

    /// <summary>Finds a property that has a value; an empty one counts as missing.</summary>
    /// <param name="name">The key.</param>
    /// <returns>The property, or null.</returns>
    public ConfigProperty? Find(string name) =>
        Properties.TryGetValue(name, out ConfigProperty? property) && property.Value.Length > 0 ? property : null;

    /// <summary>Sees that every line of the section could be read.</summary>
    /// <exception cref="SsoConfigurationException">One could not: it may be the very setting that is asked for.</exception>
    public void RequireReadable()
    {
        if (Defects is [var first, ..])
        {
            throw new SsoConfigurationException(first.Message);
        }
    }

    /// <summary>Tells whether a property has a value.</summary>
    /// <param name="name">The key.</param>
    /// <returns>True when it has.</returns>
    public bool Has(string name) => Find(name) is not null;

    /// <summary>A section may hold secrets: only its place is shown.</summary>
    /// <returns>The place.</returns>
    public override string ToString() => Place;
}
