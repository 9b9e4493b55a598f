using Cake.Common.Diagnostics;
using Cake.Core;
using Cake.Core.IO;
using Cake.Frosting.AwsSsoCredentials.Tests.Support;

namespace Cake.Frosting.AwsSsoCredentials.Tests.Host;

/// <summary>What Cake.Frosting does with a command line; the stand-in must do it, too.</summary>
public class CommandLineTests
{
    [Fact]
    public void Without_a_target_the_task_Default_runs()
    {
        TestBuild build = Build();

        build.Run().AssertSucceeded();

        Assert.Equal("Prepare Default", build.Journal.Text);
    }

    [Theory]
    [InlineData("--target=Other")]
    [InlineData("-t", "Other")]
    public void A_target_can_be_named(params string[] arguments)
    {
        TestBuild build = Build();

        build.Run(arguments).AssertSucceeded();

        Assert.Equal("Other", build.Journal.Text);
    }

    [Fact]
    public void Several_targets_run_one_after_the_other()
    {
        TestBuild build = Build();

        build.Run("--target=Other", "--target=Default").AssertSucceeded();

        Assert.Equal("Other Prepare Default", build.Journal.Text);
    }

    [Fact]
    public void An_unknown_target_fails_and_is_named()
    {
        BuildResult result = Build().Run("--target=Nope");

        result.AssertFailed();
        Assert.Contains("Error: The target 'Nope' was not found.", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_exclusive_target_runs_without_what_it_depends_on()
    {
        TestBuild build = Build();

        build.Run("--exclusive").AssertSucceeded();

        Assert.Equal("Default", build.Journal.Text);
    }

    [Fact]
    public void A_dry_run_lists_the_tasks_in_order_and_runs_none()
    {
        TestBuild build = Build();

        BuildResult result = build.Run("--dryrun");

        result.AssertSucceeded();
        Assert.Equal("", build.Journal.Text);
        Assert.True(
            result.Output.IndexOf("1. Prepare", StringComparison.Ordinal) is > 0 and var first
            && result.Output.IndexOf("2. Default", StringComparison.Ordinal) > first,
            result.All);
    }

    [Fact]
    public void The_tree_shows_what_depends_on_what_and_runs_nothing()
    {
        TestBuild build = Build();

        BuildResult result = build.Run("--tree");

        result.AssertSucceeded();
        Assert.Equal("", build.Journal.Text);
        Assert.Contains("Default\n└─Prepare\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_description_shows_names_and_descriptions_and_runs_nothing()
    {
        TestBuild build = Build();

        BuildResult result = build.Run("--description");

        result.AssertSucceeded();
        Assert.Equal("", build.Journal.Text);
        Assert.Matches("Prepare +Lays the table.", result.Output);
        Assert.Matches("Other", result.Output);
    }

    [Theory]
    [InlineData("quiet", false, false)]
    [InlineData("normal", true, false)]
    [InlineData("diagnostic", true, true)]
    public void The_verbosity_decides_what_is_printed(string verbosity, bool information, bool debug)
    {
        BuildResult result = Build().Run("--target=Other", $"--verbosity={verbosity}");

        result.AssertSucceeded();
        Assert.Equal(information, result.Output.Contains("for everybody", StringComparison.Ordinal));
        Assert.Equal(debug, result.Output.Contains("for the curious", StringComparison.Ordinal));
    }

    [Fact]
    public void Arguments_of_the_builds_own_reach_the_tasks_with_all_their_values()
    {
        TestBuild build = new(typeof(TellArguments));

        build.Run("--target=TellArguments", "--colour=red", "--colour=blue", "--flag").AssertSucceeded();

        Assert.Equal("red,blue True False", build.Journal.Text);
    }

    [Fact]
    public void The_build_can_choose_its_working_directory()
    {
        DirectoryPath before = new TestEnvironment(new Dictionary<string, string>()).WorkingDirectory;
        DirectoryInfo folder = Directory.CreateTempSubdirectory("cake-aws-sso-frosting-");
        TestBuild build = new TestBuild(typeof(TellFolder)).Configure(host => host.UseWorkingDirectory(folder.FullName));
        try
        {
            build.Run("--target=TellFolder").AssertSucceeded();

            Assert.Equal(folder.Name, build.Journal.Text);
        }
        finally
        {
            new TestEnvironment(new Dictionary<string, string>()).WorkingDirectory = before;
            folder.Delete();
        }
    }

    [Fact]
    public void A_working_directory_that_does_not_exist_fails_and_is_named()
    {
        TestBuild build = new TestBuild(typeof(TellFolder)).Configure(host => host.UseWorkingDirectory("/no/such/folder"));

        BuildResult result = build.Run("--target=TellFolder");

        result.AssertFailed();
        Assert.Contains("/no/such/folder", result.Error, StringComparison.Ordinal);
    }

    private static TestBuild Build() => new(typeof(Main), typeof(Prepare), typeof(Other));

    [IsDependentOn(typeof(Prepare))]
    [TaskName("Default")]
    public sealed class Main(Journal journal) : FrostingTask
    {
        public override void Run(ICakeContext context) => journal.Note("Default");
    }

    [TaskDescription("Lays the table.")]
    public sealed class Prepare(Journal journal) : FrostingTask
    {
        public override void Run(ICakeContext context) => journal.Note(nameof(Prepare));
    }

    public sealed class Other(Journal journal) : FrostingTask
    {
        public override void Run(ICakeContext context)
        {
            journal.Note(nameof(Other));
            context.Information("for everybody");
            context.Debug("for the curious");
        }
    }

    public sealed class TellArguments(Journal journal) : FrostingTask
    {
        public override void Run(ICakeContext context) => journal.Note(
            $"{string.Join(',', context.Arguments.GetArguments("colour"))} {context.Arguments.HasArgument("flag")} {context.Arguments.HasArgument("other")}");
    }

    public sealed class TellFolder(Journal journal) : FrostingTask
    {
        public override void Run(ICakeContext context) => journal.Note(context.Environment.WorkingDirectory.GetDirectoryName());
    }
}
