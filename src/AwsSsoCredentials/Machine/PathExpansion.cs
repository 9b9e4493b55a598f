using System.Text;
using AwsSsoCredentials.Files.Native;

namespace AwsSsoCredentials.Machine;

/// <summary>
/// Expands a configured path as botocore does, by Python's <c>expandvars</c> and <c>expanduser</c>: no shell has seen it where it comes from a
/// file of variables. What stays unexpanded is refused, where botocore would take it for the name of a folder below the current one.
/// </summary>
internal static class PathExpansion
{
    /// <summary>Expands variables and a leading tilde.</summary>
    /// <param name="path">The path as configured.</param>
    /// <param name="source">The variable or setting it comes from, for messages.</param>
    /// <param name="environment">Knows the variables and the home.</param>
    /// <returns>The path; it may be relative.</returns>
    /// <exception cref="SsoConfigurationException">Something in it cannot be expanded, or it carries its quotes.</exception>
    public static string Expand(string path, string source, AwsEnvironment environment)
    {
        if (Quotes.Around(path))
        {
            throw Refusal("carries its quotes", "remove them");
        }

        if (InvisibleCharacters.Name(path) is { } invisible)
        {
            throw Refusal($"contains {invisible}", "remove it");
        }

        return WithHome(WithVariables());

        string WithVariables()
        {
            var expanded = new StringBuilder();
            for (int i = 0; i < path.Length;)
            {
                (int length, string? name) = Reference(path.AsSpan(i), environment.IsWindows);
                if (name is null)
                {
                    expanded.Append(path[i++]);
                    continue;
                }

                if (path[i] == '%' && !environment.IsWindows)
                {
                    throw Refusal($"has {path.Substring(i, length)}, which only Windows expands", $"write ${{{name}}}");
                }

                expanded.Append(environment.Find(name) ?? throw Refusal($"names the variable {OneLine.Of(name)}, which is not set", "set it, or write the path out"));
                i += length;
            }

            return expanded.ToString();
        }

        string WithHome(string text)
        {
            if (!text.StartsWith('~'))
            {
                return text;
            }

            int end = text.AsSpan().IndexOfAny('/', environment.IsWindows ? '\\' : '/');
            string user = end < 0 ? text[1..] : text[1..end];
            string home = user.Length == 0 ? environment.GetHomeDirectory()
                : (environment.IsWindows || OperatingSystem.IsWindows() ? null : UserHomes.Find(user))
                    ?? throw Refusal($"names the home of a user '{OneLine.Of(user)}', which is not known here", "write the path out");
            return end < 0 ? home : environment.Join(home, text[(end + 1)..]);
        }

        SsoConfigurationException Refusal(string what, string remedy) => new($"The path '{OneLine.Of(path)}' in {source} {what}: {remedy}.");
    }

    // Of `$X`, `${X}` and `%X%` its length and name; a sign that begins no reference stands for itself.
    private static (int Length, string? Name) Reference(ReadOnlySpan<char> text, bool isWindows)
    {
        if (text is ['$', '{', ..])
        {
            int end = text.IndexOf('}');
            return end < 0 ? (text.Length, text[2..].ToString()) : (end + 1, text[2..end].ToString());
        }

        if (text is ['$', ..])
        {
            int end = 1;
            while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '_'))
            {
                end++;
            }

            return end == 1 ? default : (end, text[1..end].ToString());
        }

        if (text is not ['%', ..])
        {
            return default;
        }

        int last = text[1..].IndexOf('%');
        string name = last <= 0 ? "" : text[1..(last + 1)].ToString();
        bool isName = name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_' || (isWindows && c is '(' or ')'));
        return isName ? (last + 2, name) : default;
    }
}
