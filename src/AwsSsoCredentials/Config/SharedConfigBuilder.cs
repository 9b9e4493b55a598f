using AwsSsoCredentials.Ini;
using AwsSsoCredentials.Machine;

namespace AwsSsoCredentials.Config;

/// <summary>Merges sections by the cross-SDK specification: what comes later wins, key by key. Add the config file first.</summary>
internal sealed class SharedConfigBuilder
{
    private readonly OrderedDictionary<string, SectionBuilder> _profiles = new(StringComparer.Ordinal);
    private readonly OrderedDictionary<string, SectionBuilder> _ssoSessions = new(StringComparer.Ordinal);
    private readonly OrderedDictionary<string, SectionBuilder> _services = new(StringComparer.Ordinal);
    private readonly List<ConfigIssue> _issues = [];

    /// <summary>Gets what was left out so far.</summary>
    public IReadOnlyList<ConfigIssue> Issues => _issues;

    /// <summary>Adds the config file.</summary>
    /// <param name="document">Its content.</param>
    /// <param name="path">Its path.</param>
    public void AddConfigFile(IniDocument document, string path)
    {
        List<IniSection> sections = [.. document.Sections()];
        bool hasPrefixedDefault = sections.Any(section => ConfigHeader.OfConfigFile(section.Name) is { IsDefault: true, HasPrefix: true });
        foreach (IniSection section in sections)
        {
            var header = ConfigHeader.OfConfigFile(section.Name);
            bool shadowed = hasPrefixedDefault && header.IsDefault && !header.HasPrefix;
            Add(section, shadowed ? header with { Problem = "[profile default] stands in the same file and counts instead" } : header, path);
        }
    }

    /// <summary>Adds the credentials file.</summary>
    /// <param name="document">Its content.</param>
    /// <param name="path">Its path.</param>
    public void AddCredentialsFile(IniDocument document, string path)
    {
        foreach (IniSection section in document.Sections())
        {
            Add(section, ConfigHeader.OfCredentialsFile(section.Name), path);
        }
    }

    /// <summary>Gives the merged content.</summary>
    /// <param name="files">Where the files lie.</param>
    /// <param name="missingFiles">The paths of those that do not exist.</param>
    /// <returns>The content.</returns>
    public SharedConfig Build(AwsFiles files, IReadOnlyList<string> missingFiles) => new(
        files,
        Build(_profiles),
        Build(_ssoSessions),
        Build(_services),
        _issues,
        missingFiles);

    private static OrderedDictionary<string, ConfigSection> Build(OrderedDictionary<string, SectionBuilder> builders)
    {
        var sections = new OrderedDictionary<string, ConfigSection>(builders.Count, StringComparer.Ordinal);
        foreach (SectionBuilder one in builders.Values)
        {
            sections.Add(one.Name, new ConfigSection(one.Name, one.Header, one.Path, one.Properties));
        }

        return sections;
    }

    private void Add(IniSection section, ConfigHeader header, string path)
    {
        if (header.Problem is not null)
        {
            string problem = $"[{OneLine.Of(section.Name)}] is ignored: {OneLine.Of(header.Problem)}.";
            _issues.Add(new ConfigIssue(path, section.Header.Number, problem, header.Kind, header.Name));
            return;
        }

        OrderedDictionary<string, SectionBuilder> sections = header.Kind switch
        {
            ConfigSectionKind.Profile => _profiles,
            ConfigSectionKind.SsoSession => _ssoSessions,
            _ => _services,
        };
        if (!sections.TryGetValue(header.Name, out SectionBuilder? target))
        {
            target = new SectionBuilder(header.Name, section.Name, path);
            sections.Add(header.Name, target);
        }

        for (int i = 0; i < section.Lines.Count; i++)
        {
            IniLine line = section.Lines[i];
            if (line.Kind != IniLineKind.Property)
            {
                continue;
            }

            if (!ConfigName.IsValid(line.Name))
            {
                // The name is not shown: of `secret: a=b` it is half the secret.
                string problem = $"a property of [{OneLine.Of(section.Name)}] is ignored: {ConfigName.Rule}.";
                _issues.Add(new ConfigIssue(path, line.Number, problem, header.Kind, header.Name));
                continue;
            }

            string value = line.Value;
            for (int next = i + 1; next < section.Lines.Count && section.Lines[next].Kind != IniLineKind.Property; next++)
            {
                value += section.Lines[next].Kind == IniLineKind.Continuation ? '\n' + section.Lines[next].Value : "";
            }

            ConfigProperty? former = target.Properties.GetValueOrDefault(line.Name);
            target.Properties[line.Name] = new ConfigProperty(line.Name, value, path, line.Number, section.Name)
            {
                Replaced = former?.Path == path ? former.Replaced : former,
            };
        }
    }

    private sealed record SectionBuilder(string Name, string Header, string Path)
    {
        public Dictionary<string, ConfigProperty> Properties { get; } = new(StringComparer.OrdinalIgnoreCase);
    }
}
