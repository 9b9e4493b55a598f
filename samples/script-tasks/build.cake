// The shortest build.cake: the three tasks come ready-made with the package.
//
//   dotnet cake --target=Deploy --aws-profile=dev --aws-target-profile=dev-keys
//
// --aws-profile=NAME            the SSO profile of ~/.aws/config (else AWS_PROFILE, else default)
// --aws-target-profile=NAME     the credentials profile that is written. Not the SSO profile's own name, which is the default: AWS CLI,
//                               boto3, .NET, Java and Ruby would go on using its SSO settings instead of the keys
// --aws-sso-login=device        signs in first where there is no usable token (or: browser)
#addin nuget:?package=Cake.AwsSsoCredentials&version=0.1.0
#load nuget:?package=Cake.AwsSsoCredentials&version=0.1.0

Task("Deploy")
    .Description("Deploys with the keys.")
    .IsDependentOn("WriteCredentialsProfile")
    .Does<SsoHandOver>((context, sso) =>
{
    // Yours calls Terraform, Ansible, dotnet lambda … with this profile.
    Information("Deploying to account {0} as {1} with profile {2}", sso.Credentials.AccountId, sso.Credentials.RoleName, sso.TargetProfile);
});

RunTarget(Argument("target", "Deploy"));
