using Cake.Core;
using Cake.Frosting.AwsSsoCredentials.Tests.Support;

namespace Cake.Frosting.AwsSsoCredentials.Tests.Host;

/// <summary>What Cake.Frosting promises to tasks; the stand-in must keep it, too.</summary>
public class TaskTests
{
    [Fact]
    public void A_task_runs_after_the_tasks_it_depends_on()
    {
        var build = new TestBuild(typeof(Last), typeof(Middle), typeof(First));

        build.Run("--target=Last").AssertSucceeded();

        Assert.Equal("First Middle Last", build.Journal.Text);
    }

    [Fact]
    public void A_dependee_runs_before_the_task_that_does_not_know_of_it()
    {
        var build = new TestBuild(typeof(First), typeof(BeforeFirst));

        build.Run("--target=First").AssertSucceeded();

        Assert.Equal("BeforeFirst First", build.Journal.Text);
    }

    [Fact]
    public void A_task_goes_by_the_name_of_its_attribute()
    {
        var build = new TestBuild(typeof(Named));

        build.Run("--target=By-Another-Name").AssertSucceeded();

        Assert.Equal("Named", build.Journal.Text);
    }

    [Fact]
    public void A_task_that_has_nothing_to_do_is_skipped_with_its_message()
    {
        var build = new TestBuild(typeof(AfterIdle), typeof(Idle));

        BuildResult result = build.Run("--target=AfterIdle", "--verbosity=diagnostic");

        result.AssertSucceeded();
        Assert.Equal("AfterIdle", build.Journal.Text);
        Assert.Contains("nothing to do today", result.All, StringComparison.Ordinal);
    }

    [Fact]
    public void A_failing_task_stops_the_build_with_its_message_and_an_exit_code()
    {
        var build = new TestBuild(typeof(AfterFailing), typeof(Failing));

        BuildResult result = build.Run("--target=AfterFailing");

        result.AssertFailed();
        Assert.Equal("Failing", build.Journal.Text);
        Assert.Contains("Error: it broke {0}\n", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.All, StringComparison.Ordinal);
    }

    [Fact]
    public void A_failing_task_that_may_fail_does_not_stop_the_build()
    {
        var build = new TestBuild(typeof(AfterTolerated), typeof(Tolerated));

        build.Run("--target=AfterTolerated").AssertSucceeded();

        Assert.Equal("AfterTolerated", build.Journal.Text);
    }

    [Fact]
    public void A_task_that_handles_its_error_does_not_stop_the_build_and_cleans_up()
    {
        var build = new TestBuild(typeof(Careful));

        build.Run("--target=Careful").AssertSucceeded();

        Assert.Equal("handled:mine finally", build.Journal.Text);
    }

    [Fact]
    public void A_task_that_only_cleans_up_still_fails()
    {
        var build = new TestBuild(typeof(Tidy));

        build.Run("--target=Tidy").AssertFailed();

        Assert.Equal("finally", build.Journal.Text);
    }

    [Fact]
    public void A_dependency_that_is_not_registered_is_named()
    {
        BuildResult result = new TestBuild(typeof(Middle)).Run("--target=Middle");

        result.AssertFailed();
        Assert.Contains("First", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_dependency_that_is_no_task_stops_the_build()
    {
        BuildResult result = new TestBuild(typeof(Misled)).Run("--target=Misled");

        result.AssertFailed();
        Assert.Contains("String", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_task_that_does_not_derive_from_the_base_classes_stops_the_build()
    {
        BuildResult result = new TestBuild(typeof(First), typeof(Bare)).Run("--target=First");

        result.AssertFailed();
        Assert.Contains("FrostingTask", result.Error, StringComparison.Ordinal);
    }

    public sealed class First(Journal journal) : FrostingTask
    {
        public override void Run(ICakeContext context) => journal.Note(nameof(First));
    }

    [IsDependentOn(typeof(First))]
    public sealed class Middle(Journal journal) : AsyncFrostingTask
    {
        public override async Task RunAsync(ICakeContext context)
        {
            await Task.Yield();
            journal.Note(nameof(Middle));
        }
    }

    [IsDependentOn(typeof(Middle))]
    [IsDependentOn(typeof(First))]
    public sealed class Last(Journal journal) : FrostingTask<ICakeContext>
    {
        public override void Run(ICakeContext context) => journal.Note(nameof(Last));
    }

    [IsDependeeOf(typeof(First))]
    public sealed class BeforeFirst(Journal journal) : FrostingTask
    {
        public override void Run(ICakeContext context) => journal.Note(nameof(BeforeFirst));
    }

    [TaskName("By-Another-Name")]
    public sealed class Named(Journal journal) : FrostingTask
    {
        public override void Run(ICakeContext context) => journal.Note(nameof(Named));
    }

    public sealed class Idle(Journal journal) : FrostingTask, IFrostingTask
    {
        string IFrostingTask.SkippedMessage => "nothing to do today";

        public override bool ShouldRun(ICakeContext context) => false;

        public override void Run(ICakeContext context) => journal.Note(nameof(Idle));
    }

    [IsDependentOn(typeof(Idle))]
    public sealed class AfterIdle(Journal journal) : FrostingTask
    {
        public override void Run(ICakeContext context) => journal.Note(nameof(AfterIdle));
    }

    public sealed class Failing(Journal journal) : FrostingTask
    {
        public override void Run(ICakeContext context)
        {
            journal.Note(nameof(Failing));
            throw new CakeException("it broke {0}");
        }
    }

    [IsDependentOn(typeof(Failing))]
    public sealed class AfterFailing(Journal journal) : FrostingTask
    {
        public override void Run(ICakeContext context) => journal.Note(nameof(AfterFailing));
    }

    [ContinueOnError]
    public sealed class Tolerated : FrostingTask
    {
        public override void Run(ICakeContext context) => throw new CakeException("never mind");
    }

    [IsDependentOn(typeof(Tolerated))]
    public sealed class AfterTolerated(Journal journal) : FrostingTask
    {
        public override void Run(ICakeContext context) => journal.Note(nameof(AfterTolerated));
    }

    public sealed class Careful(Journal journal) : AsyncFrostingTask
    {
        public override Task RunAsync(ICakeContext context) => throw new CakeException("mine");

        public override void OnError(Exception exception, ICakeContext context) => journal.Note($"handled:{exception.Message}");

        public override void Finally(ICakeContext context) => journal.Note("finally");
    }

    public sealed class Tidy(Journal journal) : FrostingTask
    {
        public override void Run(ICakeContext context) => throw new CakeException("not mine");

        public override void Finally(ICakeContext context) => journal.Note("finally");
    }

    [IsDependentOn(typeof(string))]
    public sealed class Misled : FrostingTask;

    public sealed class Bare : IFrostingTask
    {
        public Task RunAsync(ICakeContext context) => Task.CompletedTask;

        public bool ShouldRun(ICakeContext context) => true;

        public void OnError(Exception exception, ICakeContext context) => throw exception;

        public void Finally(ICakeContext context)
        {
        }
    }
}
