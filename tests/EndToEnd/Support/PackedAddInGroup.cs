namespace EndToEnd.Support;

/// <summary>Tests that share one packed add-in; they run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class PackedAddInGroup : ICollectionFixture<PackedAddIn>
{
    public const string Name = "packed add-in";
}
