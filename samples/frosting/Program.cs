// What a team's Frosting build looks like:
//
//   dotnet run --project samples/frosting -- --target=Deploy --aws-profile=dev
//
// --aws-profile=NAME         the SSO profile of ~/.aws/config
// --aws-sso-login=device     signs in first where there is no usable token (or: browser)
using Cake.Frosting;

// SAMPLE ONLY: without --aws-profile the build runs on an emulated Identity Center. Leave this line and the folder Emulator out of yours.
await using var emulator = await Build.Emulator.EmulatedIdentityCenter.StartUnlessToldAsync(args);

return new CakeHost()
    .UseContext<Build.BuildContext>()
    .AddSsoCredentialTasks()
    .Run(args);
