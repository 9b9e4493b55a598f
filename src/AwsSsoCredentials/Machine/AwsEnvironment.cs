namespace AwsSsoCredentials.Machine;

/// <summary>
/// One immutable snapshot of the environment, taken once for each call of an alias. Nothing else in the project reads environment
/// variables, the platform or the home folder.
/// </summary>
/// <remarks>An empty variable counts as one that is not set, as the AWS tools treat it.</remarks>
internal sealed class AwsEnvironment
{
    private readonly Dictionary<string, string> _variables;
    private readonly Func<string, string?>? _readVariable;

    /// <summary>Makes a snapshot out of given facts.</summary>
    /// <param name="variables">The variables.</param>
    /// <param name="isWindows">Whether paths and variable names follow the rules of Windows.</param>
    /// <param name="loginHome">The home folder the platform knows apart from variables, or null.</param>
    /// <param name="isMacOS">Whether the platform is macOS.</param>
    /// <param name="isInputRedirected">Whether standard input is not a terminal.</param>
    /// <param name="readVariable">Gives the value of a variable that a configured path refers to, beyond the given ones; null for none.</param>
    public AwsEnvironment(
        IReadOnlyDictionary<string, string> variables,
        bool isWindows = false,
        string? loginHome = null,
        bool isMacOS = false,
        bool isInputRedirected = false,
        Func<string, string?>? readVariable = null)
    {
        _readVariable = readVariable;
        _variables = new Dictionary<string, string>(isWindows ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
        foreach ((string name, string value) in variables)
        {
            if (!string.IsNullOrWhiteSpace(value))
            {
                _variables[name] = value;
            }
        }

        IsWindows = isWindows;
        IsMacOS = isMacOS;
        LoginHome = loginHome;
        IsInputRedirected = isInputRedirected;
    }

    /// <summary>Gets whether paths and variable names follow the rules of Windows.</summary>
    public bool IsWindows { get; }

    /// <summary>Gets whether the platform is macOS.</summary>
    public bool IsMacOS { get; }

    /// <summary>Gets whether standard input is not a terminal.</summary>
    public bool IsInputRedirected { get; }

    /// <summary>Gets the home folder the platform knows apart from variables, or null.</summary>
    public string? LoginHome { get; }

    /// <summary>Gets whether this runs in a CI system, by the marks these systems leave in the environment.</summary>
    public bool IsCi => CiMarkers.IsCi(this);

    /// <summary>
    /// Gets the variable which names the default profile: <c>AWS_PROFILE</c> before <c>AWS_DEFAULT_PROFILE</c>, as the AWS CLI v2
    /// looks; null when neither is set.
    /// </summary>
    public string? ProfileVariable =>
        this["AWS_PROFILE"] is not null ? "AWS_PROFILE" : this["AWS_DEFAULT_PROFILE"] is not null ? "AWS_DEFAULT_PROFILE" : null;

    /// <summary>Gets the profile to use where none is named.</summary>
    public string ProfileName => ProfileVariable is { } variable ? this[variable]! : "default";

    /// <summary>Gets a variable; null when it is not set, empty, or not one of <see cref="KnownVariables"/>.</summary>
    /// <param name="name">Its name.</param>
    public string? this[string name] => _variables.GetValueOrDefault(name);

#pragma warning disable RS0030 // This is the snapshot that others take instead.
    /// <summary>Takes the snapshot of this process, with the variables as its host sees them.</summary>
    /// <param name="readVariable">Gives the value of a variable, or null.</param>
    /// <returns>The snapshot.</returns>
    public static AwsEnvironment Capture(Func<string, string?> readVariable)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string name in KnownVariables.All)
        {
            if (readVariable(name) is { } value)
            {
                variables[name] = value;
            }
        }

        // Without DoNotVerify the answer is empty for a home that does not exist (yet).
        string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify);
        return new AwsEnvironment(
            variables,
            OperatingSystem.IsWindows(),
            home.Length == 0 ? null : home,
            OperatingSystem.IsMacOS(),
            Console.IsInputRedirected,
            readVariable);
    }
#pragma warning restore RS0030

    /// <summary>Finds a variable that a configured path refers to, whatever its name.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The value; null when it is not set or empty.</returns>
    public string? Find(string name) => this[name] ?? (_readVariable?.Invoke(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value : null);

    /// <summary>
    /// Finds the home folder in the order of the AWS SDK specification: HOME on every platform, on Windows then USERPROFILE, then
    /// HOMEDRIVE with HOMEPATH, else the platform's own.
    /// </summary>
    /// <returns>An absolute path.</returns>
    /// <exception cref="SsoConfigurationException">There is none, or the one that counts is relative.</exception>
    public string GetHomeDirectory()
    {
        (string source, string? home) = HomeCandidate();
        if (home is null)
        {
            string variable = IsWindows ? "USERPROFILE" : "HOME";
            throw new SsoConfigurationException(
                $"The home folder is unknown: set the environment variable {variable} to an absolute path.");
        }

        return IsAbsolute(home)
            ? home
            : throw new SsoConfigurationException(
                $"The home folder '{home}' (from {source}) is not an absolute path: set {source} to an absolute path.");
    }

    /// <summary>Makes the path in a variable or setting absolute; variables and a leading <c>~</c> are expanded.</summary>
    /// <param name="path">The path as configured.</param>
    /// <param name="source">The variable or setting, for messages.</param>
    /// <returns>An absolute path.</returns>
    /// <exception cref="SsoConfigurationException">Something in it cannot be expanded, or it carries its quotes.</exception>
    public string ExpandPath(string path, string source)
    {
        path = PathExpansion.Expand(path.Trim(), source, this);
        return IsAbsolute(path) ? path : Path.GetFullPath(path);
    }

    /// <summary>Joins paths by the rules of the snapshot's platform, which in tests is not the one that runs.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="rest">What stands below it.</param>
    /// <returns>The path.</returns>
    public string Join(string folder, string rest)
    {
        bool hasSeparator = folder.EndsWith('/') || (IsWindows && folder.EndsWith('\\'));
        return hasSeparator ? folder + rest : folder + (IsWindows ? '\\' : '/') + rest;
    }

    /// <summary>Whether a path is absolute by the rules of the snapshot's platform.</summary>
    /// <param name="path">The path.</param>
    public bool IsAbsolute(string path)
    {
        if (!IsWindows)
        {
            return path.StartsWith('/');
        }

        bool drive = path.Length > 2 && char.IsAsciiLetter(path[0]) && path[1] == ':' && (path[2] is '\\' or '/');
        return drive || path.StartsWith(@"\\", StringComparison.Ordinal);
    }

    /// <summary>Variables may hold secrets (a proxy's password): none is shown.</summary>
    /// <returns>The kind of platform.</returns>
    public override string ToString() => $"{_variables.Count} variables, {(IsWindows ? "Windows" : IsMacOS ? "macOS" : "Unix")}";

    private (string Source, string? Home) HomeCandidate()
    {
        if (this["HOME"] is { } home)
        {
            return ("HOME", home);
        }

        if (IsWindows && this["USERPROFILE"] is { } profile)
        {
            return ("USERPROFILE", profile);
        }

        if (IsWindows && this["HOMEDRIVE"] is { } drive && this["HOMEPATH"] is { } path)
        {
            return ("HOMEDRIVE and HOMEPATH", drive + path);
        }

        return ("HOME", string.IsNullOrWhiteSpace(LoginHome) ? null : LoginHome);
    }
}
