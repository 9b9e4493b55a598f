using Cake.AwsSsoCredentials.Ini;

namespace Cake.AwsSsoCredentials.Profiles;

/// <summary>Merges sections by the cross-SDK specification: what comes later wins, key by key. Add the config file first.</summary>
internal sealed class SharedConfigBuilder
{
    private readonly Dictionary<ConfigSectionKind, OrderedDictionary<string, SectionBuilder>> _sections = new()
    {
        [ConfigSectionKind.Profile] = new(StringComparer.Ordinal),
        [ConfigSectionKind.SsoSession] = new(StringComparer.Ordinal),
        [ConfigSectionKind.Services] = new(StringComparer.Ordinal),
    };

    private readonly List<ConfigIssue> _issues = [];

    /// <summary>Gets what was left out so far.</summary>
    public IReadOnlyList<ConfigIssue> Issues => _issues;

    /// <summary>Adds the config file.</summary>
    /// <param name="document">Its content.</param>
    /// <param name="path">Its path.</param>
    public void AddConfigFile(IniDocument document, string path)
    {
        List<(IniSection Section, ConfigHeader Header)> sections =
            [.. document.Sections().Select(section => (section, ConfigHeader.OfConfigFile(section.Name)))];
        bool hasPrefixedDefault = sections.Any(one => one.Header.IsDefault && one.Header.HasPrefix);
        foreach ((IniSection section, ConfigHeader header) in sections)
        {
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
        Build(ConfigSectionKind.Profile),
        Build(ConfigSectionKind.SsoSession),
        Build(ConfigSectionKind.Services),
        _issues,
        missingFiles);

    private OrderedDictionary<string, ConfigSection> Build(ConfigSectionKind kind) =>
        new(
            _sections[kind].Values
                .Select(one => new ConfigSection(one.Name, one.Header, one.Path, one.Properties))
                .Select(one => KeyValuePair.Create(one.Name, one)),
            StringComparer.Ordinal);

    private void Add(IniSection section, ConfigHeader header, string path)
    {
        if (header.Problem is not null)
        {
            string problem = $"[{OneLine.Of(section.Name)}] is ignored: {OneLine.Of(header.Problem)}.";
            _issues.Add(new ConfigIssue(path, section.Header.Number, problem, header.Kind, header.Name));
            return;
        }

        OrderedDictionary<string, SectionBuilder> sections = _sections[header.Kind];
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

            IEnumerable<string> continuations = section.Lines
                .Skip(i + 1)
                .TakeWhile(next => next.Kind != IniLineKind.Property)
                .Where(next => next.Kind == IniLineKind.Continuation)
                .Select(next => next.Value);
            string value = string.Join('\n', continuations.Prepend(line.Value));
            target.Properties[line.Name] = new ConfigProperty(line.Name, value, path, line.Number, section.Name);
        }
    }

    private sealed record SectionBuilder(string Name, string Header, string Path)
    {
        public Dictionary<string, ConfigProperty> Properties { get; } = new(StringComparer.OrdinalIgnoreCase);
    }
}
