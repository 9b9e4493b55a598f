// The same in Cake's newest runner, where a build is a C# file: no #addin and no #load, but a package reference, and the three tasks by one call.
//
//   dotnet cake.cs --target=Login --aws-profile=dev                                      a person signs in (or: aws sso login)
//   dotnet cake.cs --target=Deploy --aws-profile=dev --aws-target-profile=dev-keys       generates keys, writes them as [dev-keys], deploys
//   dotnet cake.cs --target=ClearSsoCache         logs out: every build and tool of this machine that shares ~/.aws must log in again
//
// --aws-profile=NAME            the SSO profile of ~/.aws/config (else AWS_PROFILE, else default)
// --aws-target-profile=NAME     the credentials profile that is written. Not the SSO profile's own name, which is the default: AWS CLI,
//                               boto3, .NET and Java would go on using its SSO settings instead of the keys
// --aws-sso-login=device        signs in first where there is no usable token (or: browser)
#:sdk Cake.Sdk@7.0.0
#:package Cake.AwsSsoCredentials@0.1.0

// ClearSsoCache, GenerateSsoCredentials and WriteCredentialsProfile.
SsoTasks.AddTo(Task);

Task("Login")
    .Description("Signs in to AWS IAM Identity Center.")
    .Does(() => LoginSso(Argument("aws-profile", "dev"), new LoginSsoSettings { MinimumLifetime = TimeSpan.FromHours(1) }));

Task("Deploy")
    .Description("Deploys with the keys.")
    .IsDependentOn("WriteCredentialsProfile")
    .Does<SsoHandOver>((context, sso) =>
{
    // Yours calls Terraform, Ansible, dotnet lambda … with this profile.
    Information("Deploying to account {0} as {1} with profile {2}", sso.Credentials!.AccountId, sso.Credentials.RoleName, sso.TargetProfile!);
});

RunTarget(Argument("target", "Deploy"));
