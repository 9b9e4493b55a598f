using AwsSsoCredentials;
using AwsSsoCredentials.Flows;
using AwsSsoCredentials.Machine;
using Benchmarks;

// One profile, as the ready-made tasks do it: generate, or take again what is still valid; write, unless the target holds it already.
// OneProfile PROFILE TARGET
var rooms = new FlowRooms(AwsEnvironment.Capture(Environment.GetEnvironmentVariable), new ConsoleLog());
SsoCredentials credentials = new GenerateFlow(rooms)
    .RunAsync(args[0], new GenerateSsoCredentialsSettings { ReuseFrom = args[1] }, CancellationToken.None)
    .GetAwaiter().GetResult();
var write = new WriteFlow(rooms);
if (!write.IsWritten(credentials, args[1]))
{
    write.Run(credentials, new WriteCredentialsProfileSettings { TargetProfile = args[1] });
}
