using AwsSsoCredentials.Machine;
using AwsSsoCredentials.Tests.Config;

namespace AwsSsoCredentials.Tests.Machine;

/// <summary>Paths that no shell has seen: from a file of variables, a compose file, a YAML file.</summary>
public sealed class PathExpansionTests
{
    [Theory]
    [InlineData("$HOME/.aws/c2", "/h/.aws/c2")]
    [InlineData("${HOME}/.aws/c2", "/h/.aws/c2")]
    [InlineData("$ROOT_1/$NAME.ini", "/srv/file.ini")]
    [InlineData("${TILDE}/c2", "/h/c2")] // botocore expands the home last
    [InlineData("/a$/b$${C_}-$", "/a$/b$C-$")] // a sign without a name stands for itself
    [InlineData("/100%/50%", "/100%/50%")]
    public void Variables_are_expanded_as_botocore_does(string path, string expected) =>
        Assert.Equal(expected, Environment().ExpandPath(path, "X"));

    [Theory]
    [InlineData(@"%USERPROFILE%\.aws\c2", @"C:\u\.aws\c2")]
    [InlineData(@"${UserProfile}\c2", @"C:\u\c2")]
    [InlineData(@"%ProgramFiles(x86)%\c2", @"C:\p\c2")]
    public void On_Windows_percent_signs_stand_around_a_variable(string path, string expected) =>
        Assert.Equal(
            expected,
            new AwsEnvironment(new Dictionary<string, string> { ["USERPROFILE"] = @"C:\u", ["ProgramFiles(x86)"] = @"C:\p" }, isWindows: true).ExpandPath(path, "X"));

    [Theory]
    [InlineData("$UNSET/c2", "names the variable UNSET, which is not set")]
    [InlineData("${UNSET}/c2", "names the variable UNSET, which is not set")]
    [InlineData("${HOME/c2", "is not set")]
    [InlineData("%USERPROFILE%/c2", "which only Windows expands")]
    [InlineData("~nobody-of-this-name/c2", "names the home of a user")]
    [InlineData("\"/h/c2\"", "carries its quotes")]
    [InlineData("'/h/c2", "carries its quotes")]
    [InlineData("/h/c2\u200B", "U+200B")]
    public void What_stays_unexpanded_is_refused_with_the_variable_it_comes_from(string path, string problem)
    {
        string message = Assert.Throws<SsoConfigurationException>(() => Environment().ExpandPath(path, "AWS_SHARED_CREDENTIALS_FILE")).Message;

        Ordinal.Contains("in AWS_SHARED_CREDENTIALS_FILE", message);
        Ordinal.Contains(problem, message);
    }

    [Files.UnixFact]
    public void The_home_of_a_user_is_found() => Assert.Equal(RootHome() + "/c2", Environment().ExpandPath("~root/c2", "X"));

    [Theory]
    [InlineData("AWS_CONFIG_FILE")]
    [InlineData("AWS_SHARED_CREDENTIALS_FILE")]
    public void Both_files_are_found_by_an_expanded_path(string variable)
    {
        var files = AwsFiles.Locate(ConfigFixture.Unix(("HOME", "/h"), (variable, "$HOME/c2")));

        Assert.Equal("/h/c2", variable == "AWS_CONFIG_FILE" ? files.ConfigPath : files.CredentialsPath);
    }

    [Fact]
    public void A_variable_that_a_path_names_is_asked_for_only_then()
    {
        var asked = new List<string>();
        var environment = AwsEnvironment.Capture(name =>
        {
            asked.Add(name);
            return name == "MY_FOLDER" ? "/srv" : null;
        });

        Assert.DoesNotContain("MY_FOLDER", asked);
        Assert.Equal("/srv", environment.Find("MY_FOLDER"));
    }

    private static AwsEnvironment Environment() =>
        ConfigFixture.Unix(("HOME", "/h"), ("ROOT_1", "/srv"), ("NAME", "file"), ("TILDE", "~"), ("C_", "C"));

    private static string RootHome() => File.ReadLines("/etc/passwd").Select(line => line.Split(':')).First(entry => entry[0] == "root")[5];
}
