using Amazon.Runtime;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using AwsSsoCredentials.Services.Contracts;
using AwsSsoCredentials.Services.Http;

namespace AwsSsoCredentials.Services;

/// <summary>The Security Token Service on top of the AWS SDK.</summary>
internal sealed class StsClient(ServiceChannel channel) : IStsClient
{
    public async Task<CallerIdentity> GetCallerIdentityAsync(
        string accessKeyId, string secretAccessKey, string sessionToken, CancellationToken cancellationToken)
    {
        // An SDK client belongs to one key triple; its connections are the channel's.
        AmazonSecurityTokenServiceClient? client = null;
        try
        {
            return await channel.RunAsync(
                "GetCallerIdentity",
                [secretAccessKey, sessionToken],
                stop =>
                {
                    client = new AmazonSecurityTokenServiceClient(
                        new SessionAWSCredentials(accessKeyId, secretAccessKey, sessionToken),
                        channel.Configure(new AmazonSecurityTokenServiceConfig()));
                    return client.GetCallerIdentityAsync(new GetCallerIdentityRequest(), stop);
                },
                answer => new CallerIdentity(
                    UnusableAnswerException.Require(answer.Account, "Account"),
                    UnusableAnswerException.Require(answer.Arn, "Arn"),
                    UnusableAnswerException.Require(answer.UserId, "UserId")),
                cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            client?.Dispose();
        }
    }

    public void Dispose() => channel.Dispose();
}
