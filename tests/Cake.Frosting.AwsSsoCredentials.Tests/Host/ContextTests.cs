using Cake.Core;
using Cake.Frosting.AwsSsoCredentials.Tests.Support;

namespace Cake.Frosting.AwsSsoCredentials.Tests.Host;

/// <summary>What Cake.Frosting promises about contexts and lifetimes; the stand-in must keep it, too.</summary>
public class ContextTests
{
    [Fact]
    public void A_task_on_any_context_gets_the_builds_own()
    {
        var build = new TestBuild(typeof(TellContext)).Configure(host => host.UseContext<OwnContext>());

        build.Run("--target=TellContext").AssertSucceeded();

        Assert.Equal("OwnContext", build.Journal.Text);
    }

    [Fact]
    public void A_task_on_the_builds_own_context_sees_its_members()
    {
        var build = new TestBuild(typeof(TellName)).Configure(host => host.UseContext<OwnContext>());

        build.Run("--target=TellName").AssertSucceeded();

        Assert.Equal("a name", build.Journal.Text);
    }

    [Fact]
    public void A_build_without_a_context_of_its_own_gets_a_plain_one()
    {
        var build = new TestBuild(typeof(TellContext));

        build.Run("--target=TellContext").AssertSucceeded();

        Assert.Equal("FrostingContext", build.Journal.Text);
    }

    [Fact]
    public void A_task_on_another_context_is_left_out_with_a_warning()
    {
        var build = new TestBuild(typeof(TellName), typeof(TellContext));

        BuildResult result = build.Run("--target=TellContext");

        result.AssertSucceeded();
        Assert.Contains(nameof(OwnContext), result.All, StringComparison.Ordinal);
        build.Run("--target=TellName").AssertFailed();
    }

    [Fact]
    public void Setup_runs_before_the_first_task_and_teardown_after_the_last()
    {
        var build = new TestBuild(typeof(TellContext)).Configure(host => host.UseLifetime<Lifetime>());

        build.Run("--target=TellContext").AssertSucceeded();

        Assert.Equal("setup:TellContext FrostingContext teardown:True", build.Journal.Text);
    }

    [Fact]
    public void Teardown_runs_after_a_failure_and_knows_of_it()
    {
        var build = new TestBuild(typeof(Broken)).Configure(host => host.UseContext<OwnContext>().UseLifetime<OwnLifetime>());

        build.Run("--target=Broken").AssertFailed();

        Assert.Equal("setup:a name teardown:False", build.Journal.Text);
    }

    public sealed class OwnContext(ICakeContext context) : FrostingContext(context)
    {
        public string Name { get; } = "a name";
    }

    public sealed class TellContext(Journal journal) : FrostingTask
    {
        public override void Run(ICakeContext context) => journal.Note(context.GetType().Name);
    }

    public sealed class TellName(Journal journal) : FrostingTask<OwnContext>
    {
        public override void Run(OwnContext context) => journal.Note(context.Name);
    }

    public sealed class Broken : FrostingTask
    {
        public override void Run(ICakeContext context) => throw new CakeException("broken");
    }

    public sealed class Lifetime(Journal journal) : FrostingLifetime
    {
        public override void Setup(ICakeContext context, ISetupContext info) => journal.Note($"setup:{info.TargetTask.Name}");

        public override void Teardown(ICakeContext context, ITeardownContext info) => journal.Note($"teardown:{info.Successful}");
    }

    public sealed class OwnLifetime(Journal journal) : FrostingLifetime<OwnContext>
    {
        public override void Setup(OwnContext context, ISetupContext info) => journal.Note($"setup:{context.Name}");

        public override void Teardown(OwnContext context, ITeardownContext info) => journal.Note($"teardown:{info.Successful}");
    }
}
