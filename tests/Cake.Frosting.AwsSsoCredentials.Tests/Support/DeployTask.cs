using Cake.AwsSsoCredentials;
using Cake.Core;

namespace Cake.Frosting.AwsSsoCredentials.Tests.Support;

/// <summary>A user's task: notes what was handed on to it.</summary>
[TaskName("Deploy")]
[IsDependentOn(typeof(WriteCredentialsProfileTask))]
public sealed class DeployTask(Journal journal) : FrostingTask
{
    public override void Run(ICakeContext context)
    {
        SsoHandOver handOver = context.Data.Get<SsoHandOver>();
        journal.Note($"{handOver.Credentials?.AccountId}/{handOver.Credentials?.RoleName} -> {handOver.TargetProfile}");
    }
}
