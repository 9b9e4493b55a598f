namespace AwsSsoCredentials.Config;

/// <summary>Something in a file that was left out: a line that is no setting, a section or a property without a usable name.</summary>
/// <param name="Path">The file.</param>
/// <param name="Line">The line number.</param>
/// <param name="Problem">What was left out, why, and what mends it; holds no value.</param>
/// <param name="Kind">What it was probably meant to be part of.</param>
/// <param name="Subject">The name its author probably had in mind; empty when none can be guessed.</param>
internal sealed record ConfigIssue(string Path, int Line, string Problem, ConfigSectionKind Kind, string Subject)
{
    /// <summary>Gets whether the AWS CLI and boto3 read nothing of a file with such a line.</summary>
    public bool IsSyntax { get; init; }

    /// <summary>Gets whether a section with SSO settings was left out, so that a profile may be missed.</summary>
    public bool HidesSsoProfile { get; init; }

    /// <summary>Gets the whole message.</summary>
    public string Message => $"{Path}, line {Line}: {Problem}";

    /// <summary>Tells whether somebody who asked for this name should hear of it.</summary>
    /// <param name="kind">The kind asked for.</param>
    /// <param name="name">The name asked for.</param>
    /// <returns>True when it is to do with the name.</returns>
    public bool Concerns(ConfigSectionKind kind, string name) =>
        Kind == kind && (Subject == name || Subject.Split(' ', '\t').Contains(name));
}
