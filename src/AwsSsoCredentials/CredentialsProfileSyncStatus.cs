namespace AwsSsoCredentials;

/// <summary>What <c>SyncCredentialsProfiles</c> did with a profile.</summary>
public enum CredentialsProfileSyncStatus
{
    /// <summary>Nothing: the batch ended before its turn.</summary>
    NotRun = 0,

    /// <summary>New keys were obtained and written.</summary>
    Written = 1,

    /// <summary>The keys that stood there live long enough and were kept.</summary>
    StillValid = 2,

    /// <summary>No keys were written; <see cref="CredentialsProfileSyncResult.Error"/> says why.</summary>
    Failed = 3,
}
