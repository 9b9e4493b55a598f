namespace AwsSsoCredentials.Login;

/// <summary>Opens pages in front of the person who runs the build.</summary>
internal interface IBrowser
{
    /// <summary>Gets whether there probably is a browser on this very machine, one that reaches its loopback address.</summary>
    bool CanOpen { get; }

    /// <summary>Tries to open a page. The page's URL was printed before, so failing is no error.</summary>
    /// <returns>Whether something was started.</returns>
    bool TryOpen(Uri page);
}
