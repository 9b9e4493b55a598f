using System.ComponentModel;
using Cake.Cli;
using Cake.Core.Diagnostics;
using Cake.Core.IO;
using Spectre.Console.Cli;

namespace Cake.Frosting.Hosting;

/// <summary>The command line of a build. All else on it are arguments for the tasks.</summary>
internal sealed class RunSettings : CommandSettings
{
    [CommandOption("-t|--target <TASK>")]
    [Description("The task to run; may be given several times. Without it: Default.")]
    public string[]? Targets { get; init; }

    [CommandOption("-v|--verbosity <LEVEL>")]
    [Description("How much is printed: quiet, minimal, normal, verbose or diagnostic.")]
    [TypeConverter(typeof(VerbosityConverter))]
    [DefaultValue(Verbosity.Normal)]
    public Verbosity Verbosity { get; init; }

    [CommandOption("-w|--working <FOLDER>")]
    [Description("The folder to run in.")]
    [TypeConverter(typeof(Cake.Cli.DirectoryPathConverter))]
    public DirectoryPath? Folder { get; init; }

    [CommandOption("-e|--exclusive")]
    [Description("Runs the target without the tasks it depends on.")]
    public bool Exclusive { get; init; }

    [CommandOption("--dryrun|--noop|--whatif")]
    [Description("Lists the tasks that would run.")]
    public bool DryRun { get; init; }

    [CommandOption("--tree|--showtree")]
    [Description("Shows which task depends on which.")]
    public bool Tree { get; init; }

    [CommandOption("--description|--descriptions|--showdescription|--showdescriptions")]
    [Description("Shows what each task does.")]
    public bool Describe { get; init; }

    [CommandOption("--version|--ver")]
    [Description("Shows the version of Cake.")]
    public bool ShowVersion { get; init; }

    [CommandOption("--info")]
    [Description("Shows more about Cake.")]
    public bool ShowInfo { get; init; }
}
