using AwsSsoCredentials.Login;

namespace AwsSsoCredentials.Tests.Login;

/// <summary>A person at a browser.</summary>
internal sealed class TestBrowser : IBrowser
{
    public bool CanOpen { get; set; }

    public List<Uri> Opened { get; } = [];

    /// <summary>Gets or sets what the person does with an opened page.</summary>
    public Func<Uri, Task>? OnOpen { get; set; }

    /// <summary>Gets what the person's doing comes to.</summary>
    public Task Done { get; private set; } = Task.CompletedTask;

    public bool TryOpen(Uri page)
    {
        Opened.Add(page);
        if (OnOpen is { } onOpen)
        {
            Done = Task.Run(() => onOpen(page));
        }

        return true;
    }
}
