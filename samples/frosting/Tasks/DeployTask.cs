using Amazon;
using Amazon.Runtime.CredentialManagement;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using Cake.Common.Diagnostics;
using Cake.Core;
using Cake.Frosting;

namespace Build.Tasks;

/// <summary>Stands for the deployment: asks AWS, with the keys of the profile, who it is.</summary>
[TaskName("Deploy")]
[TaskDescription("Deploys with the keys.")]
[IsDependentOn(typeof(WriteCredentialsProfileTask))]
public sealed class DeployTask : AsyncFrostingTask<BuildContext>
{
    public override async Task RunAsync(BuildContext context)
    {
        if (!new CredentialProfileStoreChain().TryGetAWSCredentials(context.KeysProfile, out var keys))
        {
            throw new CakeException($"No profile {context.KeysProfile} in ~/.aws/credentials.");
        }

        var region = RegionEndpoint.GetBySystemName(context.SsoCredentials?.Region ?? "us-east-1");
        using var sts = new AmazonSecurityTokenServiceClient(keys, new AmazonSecurityTokenServiceConfig { RegionEndpoint = region });
        var caller = await sts.GetCallerIdentityAsync(new GetCallerIdentityRequest());
        context.Information("Deploying as {0}", caller.Arn);
    }
}
