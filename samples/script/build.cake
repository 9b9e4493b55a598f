// What a team's build.cake looks like: log in once, then every run turns the session into keys and deploys with them.
//
//   dotnet cake --target=Login                 a person signs in (or: aws sso login)
//   dotnet cake --target=Deploy                generates keys, writes them as [dev-keys], deploys with them
//   dotnet cake --target=ClearSsoCache         logs out: every build and tool of this machine that shares ~/.aws must log in again
//
// --aws-profile=NAME names the SSO profile of ~/.aws/config (default: dev).
#addin nuget:?package=Cake.AwsSsoCredentials&version=0.1.0

// Only for the deploy step below, which asks AWS who it is. Yours calls Terraform, Ansible, dotnet lambda …
#addin nuget:?package=AWSSDK.SecurityToken&version=4.0.101.9&loaddependencies=true

using Amazon.Runtime.CredentialManagement;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;

var ssoProfile = Argument("aws-profile", "dev");

// Not the SSO profile's own name: AWS CLI, boto3, .NET, Java and Ruby would go on using its SSO settings instead of the keys.
const string KeysProfile = "dev-keys";

Task("ClearSsoCache")
    .Description("Removes cached SSO tokens.")
    .Does(() => ClearSsoCache());

Task("Login")
    .Description("Signs in to AWS IAM Identity Center.")
    .Does(() => LoginSso(ssoProfile));

Task("WriteCredentialsProfile")
    .Description("Turns the SSO token into keys in ~/.aws/credentials.")
    .Does(() => WriteCredentialsProfile(GenerateSsoCredentials(ssoProfile), KeysProfile));

Task("Deploy")
    .Description("Deploys with the keys.")
    .IsDependentOn("WriteCredentialsProfile")
    .Does(async () =>
{
    if (!new CredentialProfileStoreChain().TryGetAWSCredentials(KeysProfile, out var keys))
    {
        throw new CakeException($"No profile {KeysProfile} in ~/.aws/credentials.");
    }

    using var sts = new AmazonSecurityTokenServiceClient(keys, new AmazonSecurityTokenServiceConfig { RegionEndpoint = Amazon.RegionEndpoint.EUCentral1 });
    var caller = await sts.GetCallerIdentityAsync(new GetCallerIdentityRequest());
    Information("Deploying as {0}", caller.Arn);
});

RunTarget(Argument("target", "Deploy"));
