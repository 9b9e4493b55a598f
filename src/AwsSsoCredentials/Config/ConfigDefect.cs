namespace AwsSsoCredentials.Config;

/// <summary>A line that is neither header nor setting nor comment.</summary>
/// <param name="Line">The line number.</param>
/// <param name="Problem">What is wrong with it and what mends it; never quotes it, for it may hold a secret.</param>
internal sealed record ConfigDefect(int Line, string Problem);
