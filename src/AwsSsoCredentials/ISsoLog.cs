namespace AwsSsoCredentials;

/// <summary>Where the rooms report progress; the root gives them Cake's log. Messages hold no secret at any level.</summary>
internal interface ISsoLog
{
    void Warning(string message);

    void Information(string message);

    void Verbose(string message);
}
