// Builds write to the console of the process, which the tests capture: one build at a time.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
