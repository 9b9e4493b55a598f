// The ready-made tasks of Cake.AwsSsoCredentials. Load them beside the add-in, with the same version:
//
//   #addin nuget:?package=Cake.AwsSsoCredentials&version=…
//   #load nuget:?package=Cake.AwsSsoCredentials&version=…
//
//   Task("Deploy").IsDependentOn("WriteCredentialsProfile").Does(() => …);
//
// --aws-profile=NAME            the SSO profile of ~/.aws/config (else AWS_PROFILE, else default)
// --aws-target-profile=NAME     the credentials profile that is written (else the same name)
// --aws-sso-login=device        signs in first where there is no usable token (or: browser)

SsoTasks.AddTo(Task);
