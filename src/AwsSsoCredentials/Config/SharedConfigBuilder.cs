using AwsSsoCredentials.Machine;

namespace AwsSsoCredentials.Config;

/// <summary>Merges sections: what comes later wins, key by key. Add the config file first.</summary>
/// <param name="isStrict">Whether to read by the cross-SDK specification alone, and to end at the first line that is wrong.</param>
internal sealed class SharedConfigBuilder(bool isStrict)
{
    // Python's configparser gives the keys of this section to every other one of the file.
    private const string Defaults = "DEFAULT";

    private readonly OrderedDictionary<string, SectionBuilder> _profiles = new(StringComparer.Ordinal);
    private readonly OrderedDictionary<string, SectionBuilder> _ssoSessions = new(StringComparer.Ordinal);
    private readonly OrderedDictionary<string, SectionBuilder> _services = new(StringComparer.Ordinal);
    private readonly List<ConfigProperty> _credentialsDefaults = [];
    private readonly List<ConfigIssue> _issues = [];

    /// <summary>Gets what was left out so far.</summary>
    public IReadOnlyList<ConfigIssue> Issues => _issues;

    /// <summary>Adds the config file.</summary>
    /// <param name="bytes">Its content.</param>
    /// <param name="path">Its path.</param>
    /// <exception cref="SsoConfigurationException">It cannot be read.</exception>
    public void AddConfigFile(byte[] bytes, string path)
    {
        List<ConfigBlock> blocks = Read(bytes, path, isCredentials: false);
        List<ConfigHeader> headers = [.. blocks.Select(block => ConfigHeader.OfConfigFile(block.Text, isStrict))];
        bool hasPrefixedDefault = false;
        for (int i = 0; i < blocks.Count; i++)
        {
            hasPrefixedDefault |= blocks[i].Defect is null && headers[i] is { IsDefault: true, HasPrefix: true };
        }

        var shadowed = new List<ConfigBlock>();
        for (int i = 0; i < blocks.Count; i++)
        {
            if (hasPrefixedDefault && headers[i] is { IsDefault: true, HasPrefix: false })
            {
                headers[i] = headers[i] with { Problem = "[profile default] stands in the same file and counts instead" };
                shadowed.Add(blocks[i]);
            }

            Add(blocks[i], headers[i], path);
        }

        // botocore goes by the later of the two: where they differ it is another profile to the AWS CLI.
        foreach (ConfigBlock block in shadowed)
        {
            _profiles["default"].Contradict(block);
        }

        Spread(DefaultsOf(blocks), path);
    }

    /// <summary>Adds the credentials file.</summary>
    /// <param name="bytes">Its content.</param>
    /// <param name="path">Its path.</param>
    /// <exception cref="SsoConfigurationException">It cannot be read.</exception>
    public void AddCredentialsFile(byte[] bytes, string path)
    {
        List<ConfigBlock> blocks = Read(bytes, path, isCredentials: true);
        foreach (ConfigBlock block in blocks)
        {
            var header = ConfigHeader.OfCredentialsFile(block.Text, isStrict);
            Add(block, IsDefaults(block) ? header with { Problem = "botocore gives its keys to every other profile, and no tool reads it as one; write [default] if that is meant" } : header, path);
        }

        _credentialsDefaults.AddRange(DefaultsOf(blocks));
        Spread(_credentialsDefaults, path);
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
        missingFiles)
    {
        CredentialsDefaults = _credentialsDefaults,
    };

    private static OrderedDictionary<string, ConfigSection> Build(OrderedDictionary<string, SectionBuilder> builders)
    {
        var sections = new OrderedDictionary<string, ConfigSection>(builders.Count, StringComparer.Ordinal);
        foreach (SectionBuilder one in builders.Values)
        {
            sections.Add(one.Name, one.Build());
        }

        return sections;
    }

    private static bool IsSsoSetting(ConfigProperty property) => property.Name.StartsWith("sso_", StringComparison.OrdinalIgnoreCase);

    private List<ConfigProperty> DefaultsOf(List<ConfigBlock> blocks)
    {
        var properties = new List<ConfigProperty>();
        foreach (ConfigBlock block in blocks.FindAll(IsDefaults))
        {
            properties.AddRange(block.Properties);
        }

        return properties;
    }

    private bool IsDefaults(ConfigBlock block) => !isStrict && block is { Text: Defaults, Defect: null };

    private List<ConfigBlock> Read(byte[] bytes, string path, bool isCredentials)
    {
        var reader = ConfigBlockReader.Read(path, bytes, isCredentials, isStrict);
        _issues.AddRange(reader.Loose.Select(defect => Syntax(defect, path, ConfigSectionKind.Profile, "")));
        return reader.Blocks;
    }

    private static ConfigIssue Syntax(ConfigDefect defect, string path, ConfigSectionKind kind, string subject) =>
        new(path, defect.Line, defect.Problem, kind, subject) { IsSyntax = true };

    private void Add(ConfigBlock block, ConfigHeader header, string path)
    {
        if (block.Defect is { } defect)
        {
            _issues.Add(Syntax(defect, path, header.Kind, header.Name) with { HidesSsoProfile = HidesSsoProfile(block, header) });
            return;
        }

        if (header.Problem is not null)
        {
            string problem = $"[{block.Text}] is ignored: {header.Problem}.";
            _issues.Add(new ConfigIssue(path, block.Line, problem, header.Kind, header.Name) { HidesSsoProfile = !header.IsDefault && HidesSsoProfile(block, header) });
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
            target = new SectionBuilder(header.Name, block.Text, path);
            sections.Add(header.Name, target);
        }

        foreach (ConfigDefect line in block.Defects)
        {
            ConfigIssue issue = Syntax(line, path, header.Kind, header.Name);
            _issues.Add(issue);
            target.Defects.Add(issue);
        }

        foreach (ConfigProperty property in block.Properties)
        {
            if (isStrict && !ConfigName.IsValid(property.Name))
            {
                // The name is not shown: of `secret: a=b` it is half the secret.
                string problem = $"a property of [{block.Text}] is ignored: {ConfigName.Rule}.";
                _issues.Add(new ConfigIssue(path, property.Line, problem, header.Kind, header.Name));
                continue;
            }

            target.Set(property);
        }

        target.LastPath = path;
    }

    private static bool HidesSsoProfile(ConfigBlock block, ConfigHeader header) =>
        header.Kind == ConfigSectionKind.Profile && block.Properties.Exists(IsSsoSetting);

    private void Spread(List<ConfigProperty> defaults, string path)
    {
        if (defaults.Count == 0)
        {
            return;
        }

        foreach (SectionBuilder section in _profiles.Values.Concat(_ssoSessions.Values).Concat(_services.Values).Where(section => section.LastPath == path))
        {
            section.Complete(defaults, path);
        }
    }
}
