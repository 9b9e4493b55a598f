namespace AwsSsoCredentials.Config;

/// <summary>A section while its places in the files are merged.</summary>
/// <param name="name">Its name.</param>
/// <param name="header">The text between the brackets where it stands first.</param>
/// <param name="path">The file where it stands first.</param>
internal sealed class SectionBuilder(string name, string header, string path)
{
    private readonly Dictionary<string, ConfigProperty> _properties = new(StringComparer.OrdinalIgnoreCase);
    private List<ConfigConflict>? _conflicts;
    private List<ConfigIssue>? _defects;

    /// <summary>Gets its name.</summary>
    public string Name => name;

    /// <summary>Gets its lines that are no settings.</summary>
    public List<ConfigIssue> Defects => _defects ??= [];

    /// <summary>Gets or sets the file that was added last and has the section.</summary>
    public string? LastPath { get; set; }

    /// <summary>Adds a setting; the later one counts, and two values in one file are noted.</summary>
    /// <param name="property">The setting.</param>
    public void Set(ConfigProperty property)
    {
        if (_properties.TryGetValue(property.Name, out ConfigProperty? first))
        {
            Compare(first, property);
            property = Replacing(first, property);
        }

        _properties[property.Name] = property;
    }

    /// <summary>Notes where a section that does not count says something else than this one.</summary>
    /// <param name="block">That section.</param>
    public void Contradict(ConfigBlock block)
    {
        foreach (ConfigProperty property in block.Properties)
        {
            if (_properties.TryGetValue(property.Name, out ConfigProperty? own))
            {
                Compare(own, property);
            }
        }
    }

    /// <summary>Adds the settings that a file gives to all its sections, where this one lacks them in that file.</summary>
    /// <param name="defaults">The settings.</param>
    /// <param name="defaultsPath">The file.</param>
    public void Complete(IReadOnlyList<ConfigProperty> defaults, string defaultsPath)
    {
        foreach (ConfigProperty property in defaults)
        {
            if (!_properties.TryGetValue(property.Name, out ConfigProperty? own) || own.Path != defaultsPath)
            {
                _properties[property.Name] = own is null ? property : Replacing(own, property);
            }
        }
    }

    /// <summary>Gives the merged section.</summary>
    /// <returns>The section.</returns>
    public ConfigSection Build() => new(name, header, path, _properties) { Defects = _defects ?? [], Conflicts = _conflicts ?? [] };

    private static ConfigProperty Replacing(ConfigProperty former, ConfigProperty property) =>
        property with { Replaced = former.Path == property.Path ? former.Replaced : former };

    private void Compare(ConfigProperty first, ConfigProperty second)
    {
        bool haveValues = first.Value.Length > 0 && second.Value.Length > 0;
        if (haveValues && first.Path == second.Path && first.Value != second.Value)
        {
            (_conflicts ??= []).Add(new ConfigConflict(first, second));
        }
    }
}
