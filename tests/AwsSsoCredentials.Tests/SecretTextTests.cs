namespace AwsSsoCredentials.Tests;

public sealed class SecretTextTests
{
    [Theory]
    [InlineData("aoaAAAAAGh:MGUCMQDx+/=:MGQC")] // the form of real access tokens: RFC 6750 does not list the colon
    [InlineData("eyJraWQiOiJ.e30.c2ln_-~!")]
    public void Visible_ASCII_can_be_used(string text) => Assert.True(SecretText.IsUsable(text));

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a\r\n\r\nPOST /logout HTTP/1.1")]
    [InlineData("a\tb")]
    [InlineData("a\0")]
    [InlineData("a\u007f")]
    [InlineData("é")]
    [InlineData("\uFF21")]
    public void Anything_else_cannot(string text) => Assert.False(SecretText.IsUsable(text));
}
