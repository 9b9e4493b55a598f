namespace AwsSsoCredentials.Tests;

public sealed class SentenceTests
{
    [Theory]
    [InlineData("It broke", "It broke.")]
    [InlineData("It broke.", "It broke.")]
    [InlineData("Is the clock right?", "Is the clock right?")]
    [InlineData("Stop! ", "Stop!")]
    [InlineData("and so on…", "and so on…")]
    [InlineData("", ".")]
    public void Words_of_others_end_with_one_mark(string text, string expected) => Assert.Equal(expected, Sentence.Ended(text));

    [Theory]
    [InlineData("It broke. ", "It broke")]
    [InlineData("right?", "right?")]
    public void Words_of_others_that_go_on_have_no_full_stop(string text, string expected) => Assert.Equal(expected, Sentence.Open(text));
}
