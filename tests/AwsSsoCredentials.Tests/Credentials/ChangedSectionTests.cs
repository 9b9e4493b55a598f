using AwsSsoCredentials.Credentials;
using AwsSsoCredentials.Tests.Files;

namespace AwsSsoCredentials.Tests.Credentials;

/// <summary>What becomes of a written section that a person or another tool changes: its keys are used again, asked for anew, or refused.</summary>
public sealed class ChangedSectionTests : IDisposable
{
    private const string KeyId = "aws_access_key_id = ASIAIOSFODNN7EXAMPLE";
    private const string SecretKey = "aws_secret_access_key = " + Sample.Secret;
    private const string Token = "aws_session_token = " + Sample.Token;

    private readonly TemporaryFolder _folder = new();
    private readonly CredentialsFile _file;

    public ChangedSectionTests()
    {
        _file = Sample.File(_folder.At("credentials"));
        _folder.Write("credentials", "[other]\nregion = x\n");
        _file.Write(Sample.Credentials(), "dev");
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("\nregion = eu-west-1", "\nregion = us-east-1")]
    [InlineData("\nregion = eu-west-1\n", "\n")]
    [InlineData("\nregion = eu-west-1", "\nregion = \"eu-west-1\"")]
    [InlineData("x_sso_region = eu-west-1\n", "")]
    [InlineData(SecretKey + "\n", "# mine\n\n" + SecretKey + "\n; and this\n")]
    [InlineData("[dev]\n", "[dev]\noutput = json\ncredential_process = other\n")]
    [InlineData(SecretKey, "aws_secret_access_key=" + Sample.Secret + "  ")]
    [InlineData(KeyId + "\n" + SecretKey + "\n", SecretKey + "\n" + KeyId + "\n")]
    [InlineData("\n", "\r\n")]
    [InlineData(Token, Token + "\naws_security_token = " + Sample.Token)]
    [InlineData("[other]\nregion = x\n", "[other]\nregion = y\naws_secret_access_key = z\n")]
    public void What_changes_nothing_about_the_keys_leaves_them_to_be_used_again(string old, string now)
    {
        Replace(old, now);
        Assert.Equal(Sample.Secret, _file.Read("dev")!.ToSsoCredentials("dev", null)?.SecretAccessKey);
        Assert.NotNull(_file.ReadMany(["dev"])["dev"].ToSsoCredentials("dev", null));
    }

    [Theory]
    [InlineData(SecretKey, "aws_secret_access_key = garbage")]
    [InlineData(SecretKey, "aws_secret_access_key = \"" + Sample.Secret + "\"")]
    [InlineData(SecretKey, SecretKey + " # mine")]
    [InlineData(SecretKey, SecretKey + "\n  more")]
    [InlineData(SecretKey, SecretKey + "\n# mine\n  more")]
    [InlineData(SecretKey, SecretKey + "\n" + SecretKey)]
    [InlineData(SecretKey, "aws_secret_access_key = other\n" + SecretKey)]
    [InlineData(SecretKey, SecretKey + "\nAWS_SECRET_ACCESS_KEY = other")]
    [InlineData("[dev]\n", "[dev]\noutput = json\noutput = text\n")]
    [InlineData("aws_secret_access_key", "AWS_SECRET_ACCESS_KEY")]
    [InlineData(SecretKey + "\n", "")]
    [InlineData(Token, "aws_session_token = garbage")]
    [InlineData(Token + "\n", "")]
    [InlineData(Token, Token + "\naws_security_token = old")]
    [InlineData(Token, "AWS_Security_Token = old\n" + Token)]
    [InlineData("2030-01-02T03:04:05Z", "2031-01-02T03:04:05Z")]
    [InlineData("x_sso_account_id = 012345678901", "x_sso_account_id = 111122223333")]
    [InlineData("x_sso_role_name = Deployer", "x_sso_role_name = Administrator")]
    [InlineData("x_sso_session = corp\n", "")]
    [InlineData("x_sso_digest = ", "x_sso_digest = 0")]
    [InlineData("[dev]\n" + KeyId, "[dev]\n[dev]\n" + KeyId)]
    public void What_may_spoil_the_keys_makes_them_be_asked_for_anew(string old, string now)
    {
        Replace(old, now);
        Assert.True(_file.Read("dev")!.IsOurs);
        AssertAskedAnew();
        _file.Write(Sample.Credentials("ASIANEW"), "dev");
        Assert.Equal("ASIANEW", _file.Read("dev")!.ToSsoCredentials("dev", null)?.AccessKeyId);
    }

    [Theory]
    [InlineData("role_arn = arn:aws:iam::012345678901:role/x\nsource_profile = other")]
    [InlineData("web_identity_token_file = /token")]
    [InlineData("sso_session = corp")]
    [InlineData("SSO_Account_Id = 012345678901")]
    public void What_wins_over_the_keys_makes_them_be_asked_for_anew_for_as_long_as_it_stands_there(string winner)
    {
        Replace("[dev]\n", $"[dev]\n{winner}\n");
        AssertAskedAnew();
        _file.Write(Sample.Credentials(), "dev");
        AssertAskedAnew();
        Replace($"[dev]\n{winner}\n", "[dev]\n");
        Assert.NotNull(_file.Read("dev")!.ToSsoCredentials("dev", null));
    }

    [Fact]
    public void A_section_of_a_version_without_digest_is_ours_and_asked_for_anew()
    {
        RemoveDigest();
        Assert.True(_file.Read("dev")!.IsOurs);
        AssertAskedAnew();
        Assert.True(_file.Remove("dev"));
        Assert.Equal("[other]\nregion = x\n", File.ReadAllText(_file.Path));
    }

    [Fact]
    public void Another_temporary_key_id_is_somebody_elses_replaced_but_not_removed()
    {
        Replace(KeyId, "aws_access_key_id = ASIASOMEBODYELSES");
        AssertAskedAnew();
        Assert.Throws<SsoConfigurationException>(() => _file.Remove("dev"));
        _file.Write(Sample.Credentials(), "dev");
        Assert.True(_file.Read("dev")!.IsOurs);
    }

    [Fact]
    public void A_long_lived_key_id_is_refused()
    {
        Replace(KeyId, "aws_access_key_id = AKIAIOSFODNN7EXAMPLE");
        Assert.Null(_file.Read("dev")!.ToSsoCredentials("dev", null));
        Assert.NotNull(_file.Refusal("dev", _file.Read("dev")));
        Assert.Throws<SsoConfigurationException>(() => _file.Write(Sample.Credentials(), "dev"));
    }

    private void AssertAskedAnew()
    {
        StoredCredentials stored = _file.Read("dev")!;
        Assert.Null(stored.ToSsoCredentials("dev", null));
        Assert.Null(_file.ReadMany(["dev"])["dev"].ToSsoCredentials("dev", null));
        Assert.Null(_file.Refusal("dev", stored));
    }

    private void RemoveDigest() =>
        File.WriteAllLines(_file.Path, File.ReadAllLines(_file.Path).Where(line => !line.StartsWith("x_sso_digest", StringComparison.Ordinal)));

    private void Replace(string old, string now)
    {
        string text = File.ReadAllText(_file.Path);
        Assert.Contains(old, text, StringComparison.Ordinal);
        File.WriteAllText(_file.Path, text.Replace(old, now, StringComparison.Ordinal));
    }
}
