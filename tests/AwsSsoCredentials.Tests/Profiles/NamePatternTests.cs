using AwsSsoCredentials.Profiles;

namespace AwsSsoCredentials.Tests.Profiles;

public sealed class NamePatternTests
{
    [Theory]
    [InlineData("*", "anything", true)]
    [InlineData("lab*", "lab", true)]
    [InlineData("lab*", "lab-1", true)]
    [InlineData("lab*", "my-lab", false)]
    [InlineData("lab-?", "lab-1", true)]
    [InlineData("lab-?", "lab-12", false)]
    [InlineData("*-prod-*", "eu-prod-web", true)]
    [InlineData("Lab*", "lab-1", false)]
    [InlineData("lab", "lab", true)]
    [InlineData("lab", "lab-1", false)]
    [InlineData("a.b*", "a.b.c", true)]
    [InlineData("a.b*", "axb", false)]
    [InlineData(@"team\*", @"team\dev", true)]
    [InlineData("[ab]*", "a", false)]
    [InlineData("[ab]*", "[ab]c", true)]
    public void A_pattern_matches_whole_names(string pattern, string name, bool matches) =>
        Assert.Equal(matches, NamePattern.Matches(pattern, name));

    [Theory]
    [InlineData("lab*", true)]
    [InlineData("lab-?", true)]
    [InlineData("lab.[1]", false)]
    public void Only_asterisk_and_question_mark_are_wildcards(string text, bool has) => Assert.Equal(has, NamePattern.HasWildcards(text));
}
