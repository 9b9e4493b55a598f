namespace EndToEnd.Support;

/// <summary>Tests that run when all others have ended: what they count depends on all their processes getting their turn within a minute.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneGroup
{
    public const string Name = "alone";
}
