using AwsSsoCredentials.Credentials;
using AwsSsoCredentials.Tests.Files;

namespace AwsSsoCredentials.Tests.Credentials;

/// <summary>The region beside the keys: ours where there is no other.</summary>
public sealed class CredentialsRegionTests : IDisposable
{
    private const string Ours = "region = eu-west-1";
    private const string Mark = "x_sso_region = eu-west-1";

    private readonly TemporaryFolder _folder = new();
    private bool _isInConfig;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void It_is_written_where_there_is_none_and_noted() => AssertLines(Write(""), Ours, Mark);

    [Theory]
    [InlineData("region = us-east-1")]
    [InlineData("REGION=us-east-1")]
    [InlineData("region: us-east-1")]
    [InlineData("region = eu-west-1")]
    [InlineData("output = json\n  region = us-east-1")]
    [InlineData("s3 =\n  region = us-east-1")]
    public void An_own_one_stays_and_is_not_noted(string own)
    {
        string written = Write($"[dev]\n{own}\n");
        Assert.Contains($"\n{own}\n", written, StringComparison.Ordinal);
        Assert.Single(written.Split('\n'), line => line.Contains("region", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void One_in_the_config_file_suffices()
    {
        _isInConfig = true;
        AssertLines(Write(""));
    }

    [Fact]
    public void A_later_write_refreshes_it()
    {
        Write("");
        AssertLines(Write(null, "us-east-1"), "region = us-east-1", "x_sso_region = us-east-1");
    }

    [Fact]
    public void A_later_write_drops_it_where_the_profile_has_none_any_more()
    {
        Write("");
        AssertLines(Write(null, region: null));
    }

    [Fact]
    public void A_later_write_drops_it_where_the_config_file_has_one_by_then()
    {
        Write("");
        _isInConfig = true;
        AssertLines(Write(null));
    }

    [Fact]
    public void One_that_somebody_changed_is_an_own_one()
    {
        string written = Write("");
        AssertLines(Write(written.Replace("\n" + Ours, "\nregion = us-east-1", StringComparison.Ordinal)), "region = us-east-1");
    }

    [Fact]
    public void One_that_somebody_removed_is_written_again()
    {
        string written = Write("");
        AssertLines(Write(written.Replace("\n" + Ours + "\n", "\n", StringComparison.Ordinal)), Mark, Ours);
    }

    [Theory]
    [InlineData("eu-west-1 # mine")]
    [InlineData("a]b")]
    [InlineData(" eu-west-1")]
    public void One_that_some_client_would_misread_is_not_written(string region) => AssertLines(Write("", region));

    [Fact]
    public void Removing_the_keys_takes_it_back_and_leaves_what_else_stands_there()
    {
        Write("[dev]\noutput = json\n");
        Assert.True(Sample.File(_folder.At("credentials")).Remove("dev"));
        Assert.Equal("[dev]\noutput = json\n", File.ReadAllText(_folder.At("credentials")));
    }

    [Fact]
    public void Removing_the_keys_leaves_one_that_somebody_changed()
    {
        _folder.Write("credentials", Write("").Replace("\n" + Ours, "\nregion = us-east-1", StringComparison.Ordinal));
        Assert.True(Sample.File(_folder.At("credentials")).Remove("dev"));
        Assert.Equal("[dev]\nregion = us-east-1\n", File.ReadAllText(_folder.At("credentials")));
    }

    private static void AssertLines(string written, params string[] expected) =>
        Assert.Equal(expected, written.Split('\n').Where(line => line.Contains("region", StringComparison.Ordinal)));

    private string Write(string? before, string? region = "eu-west-1")
    {
        if (before is not null)
        {
            _folder.Write("credentials", before);
        }

        var file = new CredentialsFile(_folder.At("credentials"), new AwsSsoCredentials.Files.SafeFiles(), TimeProvider.System, new TestLog())
        {
            NamesakeOf = _ => new ConfigNamesake(null, _isInConfig),
        };
        file.Write(new SsoCredentials("dev", "012345678901", "Deployer", region, "ASIA1", "secret", "token", Sample.Expiration, "corp"), "dev");
        return File.ReadAllText(_folder.At("credentials"));
    }
}
