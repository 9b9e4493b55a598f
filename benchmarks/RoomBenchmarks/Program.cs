using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using RoomBenchmarks;

// One table for all rooms. In this process: a project made on the fly would not see the internals of the add-in.
IConfig config = DefaultConfig.Instance
    .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
    .WithOptions(ConfigOptions.JoinSummary);
BenchmarkSwitcher.FromTypes([typeof(CredentialsFileBenchmarks), typeof(SharedConfigBenchmarks), typeof(TokenBenchmarks)]).Run(args.Length == 0 ? ["--filter", "*"] : args, config);
