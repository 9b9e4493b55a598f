namespace AwsSsoCredentials.Services.Contracts;

/// <summary>The Security Token Service. Every method raises <see cref="ServiceFailureException"/>.</summary>
internal interface IStsClient : IDisposable
{
    /// <summary>Asks who the keys belong to.</summary>
    Task<CallerIdentity> GetCallerIdentityAsync(
        string accessKeyId, string secretAccessKey, string sessionToken, CancellationToken cancellationToken);
}
