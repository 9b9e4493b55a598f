using System.Text;

namespace AwsSsoCredentials.Tests;

public sealed class OneLineTests
{
    [Theory]
    [InlineData("Logged in to SSO session 'corp' (https://d-x.awsapps.com/start#/), until 12:34:56.")]
    [InlineData("größe, 東京, C:\\Users\\x, a::b, # 1, 50 %, [dev] → [prod]")]
    [InlineData("tools \U0001F6E0 and \u2764\uFE0F")]
    [InlineData("")]
    public void What_harms_nobody_stays_as_it_is(string text) => Assert.Equal(text, OneLine.Of(text));

    [Theory]
    [InlineData("a\r\nb", "a\uFFFD\uFFFDb")]
    [InlineData("a\u001b[2Jb", "a\uFFFD[2Jb")]
    [InlineData("a\u009b2Jb", "a\uFFFD2Jb")]
    [InlineData("a\u0085b\u2028c\u2029d", "a\uFFFDb\uFFFDc\uFFFDd")]
    [InlineData("a\u202eb\u2066c\u200fd", "a\uFFFDb\uFFFDc\uFFFDd")]
    [InlineData("a\u200bb\u00adc\ufeffd", "a\uFFFDb\uFFFDc\uFFFDd")]
    [InlineData("a\U000E0041b", "a\uFFFDb")]
    public void What_acts_without_being_seen_is_replaced(string text, string expected) => Assert.Equal(expected, OneLine.Of(text));

    [Fact]
    public void Half_a_surrogate_pair_is_replaced() => Assert.Equal("a\uFFFDb", OneLine.Of("a\ud83db"));

    [Theory]
    [InlineData("##vso[task.x]", "#\uFFFD#vso[task.x]")]
    [InlineData("a ##[group]b", "a #\uFFFD#[group]b")]
    [InlineData("##teamcity[x]", "#\uFFFD#teamcity[x]")]
    [InlineData("###", "#\uFFFD#\uFFFD#")]
    [InlineData("\uFF03#vso[x]", "\uFF03\uFFFD#vso[x]")]
    [InlineData("::error::x", ":\uFFFD:error::x")]
    [InlineData(" \u00a0\t::x", " \u00a0\uFFFD:\uFFFD:x")]
    [InlineData(":::x", ":\uFFFD::x")]
    [InlineData(":\uFF1Ax", ":\uFFFD\uFF1Ax")]
    public void What_opens_a_command_of_a_CI_system_is_broken(string text, string expected)
    {
        Assert.Equal(expected, OneLine.Of(text));
        Assert.Equal(expected, OneLine.Of(expected));
    }

    [Fact]
    public void Breaking_outlasts_what_viewers_do_to_text()
    {
        string shown = OneLine.Of("##vso[x]");

        Assert.DoesNotContain("##", shown.Normalize(NormalizationForm.FormKC), StringComparison.Ordinal);
        Assert.DoesNotContain("##", Encoding.ASCII.GetString(Encoding.ASCII.GetBytes(shown)), StringComparison.Ordinal);
        Assert.DoesNotContain("##", string.Concat(shown.Where(c => !char.IsControl(c))), StringComparison.Ordinal);
    }

    [Fact]
    public void Line_ends_that_are_meant_stay()
    {
        string text = string.Join(Environment.NewLine, "first", "::second", "   at ##third\u001b");

        Assert.Equal(string.Join(Environment.NewLine, "first", ":\uFFFD:second", "   at #\uFFFD#third\uFFFD"), OneLine.OfEach(text));
    }
}
