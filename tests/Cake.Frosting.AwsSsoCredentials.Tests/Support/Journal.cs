namespace Cake.Frosting.AwsSsoCredentials.Tests.Support;

/// <summary>What tasks of a test noted, in order.</summary>
public sealed class Journal
{
    private readonly List<string> _entries = [];

    public string Text => string.Join(' ', _entries);

    public void Note(string entry) => _entries.Add(entry);
}
