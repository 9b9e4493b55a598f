namespace AwsSsoCredentials.Tests;

public sealed class SsoExceptionTests
{
    [Fact]
    public void The_message_is_one_line_that_commands_nobody() =>
        Assert.Equal(":\uFFFD:error::a\uFFFD#\uFFFD#[x]", new SsoFileException("::error::a\n##[x]").Message);

    [Fact]
    public void The_description_holds_no_command_of_an_inner_error_either()
    {
        string text = new SsoServiceException("It failed.", new IOException($"no{Environment.NewLine}::error::a\u001b[2J ##vso[x]")).ToString();

        Assert.Contains($"{Environment.NewLine}:\uFFFD:error::a\uFFFD[2J #\uFFFD#vso[x]", text, StringComparison.Ordinal);
        Assert.StartsWith("AwsSsoCredentials.SsoServiceException: It failed.", text, StringComparison.Ordinal);
    }
}
