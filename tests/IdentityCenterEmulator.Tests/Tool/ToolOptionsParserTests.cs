using IdentityCenterEmulator.Tool;

namespace IdentityCenterEmulator.Tests.Tool;

public class ToolOptionsParserTests
{
    [Fact]
    public void No_arguments_mean_a_free_port_and_the_sign_in_page()
    {
        Assert.Equal(new ToolOptions(), ToolOptionsParser.Parse([]));
    }

    [Fact]
    public void Every_option_is_understood()
    {
        var options = ToolOptionsParser.Parse(["--port", "18080", "--accounts", "a.json", "--auto-approve", "--certificate", "c.pem", "--https-port", "8443", "--ready-file", "r", "--parent", "42", "--stop-on-stdin-end"]);

        var expected = new ToolOptions { Port = 18080, AccountsFile = "a.json", AutoApprove = true, CertificateFile = "c.pem", HttpsPort = 8443, ReadyFile = "r", ParentId = 42, StopOnStdinEnd = true };
        Assert.Equal(expected, options);
    }

    [Fact]
    public void Host_names_add_up()
    {
        Assert.Equal(["emulator", "other.internal"], ToolOptionsParser.Parse(["--host-name", "emulator", "--host-name=other.internal"]).HostNames);
    }

    [Fact]
    public void A_value_may_follow_an_equals_sign_and_contain_one()
    {
        Assert.Equal(new ToolOptions { Port = 0, AccountsFile = "a=b.json" }, ToolOptionsParser.Parse(["--port=0", "--accounts=a=b.json"]));
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("-?")]
    public void Help_has_the_usual_spellings(string argument)
    {
        Assert.True(ToolOptionsParser.Parse([argument]).Help);
    }

    [Theory]
    [InlineData("Unknown option '--prot'.", "--prot", "80")]
    [InlineData("Unknown option 'serve'.", "serve")]
    [InlineData("Option '--port' needs a value.", "--port")]
    [InlineData("Option '--https-port' needs '--certificate', too.", "--https-port", "8443")]
    [InlineData("Option '--port' needs a value.", "--port", "--auto-approve")]
    [InlineData("Option '--ready-file' needs a value.", "--ready-file=")]
    [InlineData("Option '--port' needs a number between 0 and 65535, not '65536'.", "--port", "65536")]
    [InlineData("Option '--parent' needs a number between 1 and 2147483647, not '0'.", "--parent", "0")]
    [InlineData("Option '--parent' needs a number between 1 and 2147483647, not 'me'.", "--parent", "me")]
    [InlineData("Option '--auto-approve' takes no value.", "--auto-approve=no")]
    public void A_mistake_is_named(string message, params string[] arguments)
    {
        Assert.Equal(message, Assert.Throws<ToolUsageException>(() => ToolOptionsParser.Parse(arguments)).Message);
    }
}
