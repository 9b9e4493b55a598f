namespace IdentityCenterEmulator.Tests.Sdk;

/// <summary>Tests that change the environment of the process: one at a time, when all others are through.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ProcessEnvironmentGroup
{
    public const string Name = "process environment";
}
