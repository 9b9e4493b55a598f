using AwsSsoCredentials.Credentials;
using AwsSsoCredentials.Tests.Files;

namespace AwsSsoCredentials.Tests.Credentials;

/// <summary>What other tools leave in a profile, and what becomes of it.</summary>
public sealed class RemnantTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly TestLog _log = new();
    private readonly CredentialsFile _file;

    public RemnantTests() => _file = Sample.File(_folder.At("credentials"), _log);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("aws_access_key_id = ASIAOLD\naws_secret_access_key = s\n", "temporary key id")]
    [InlineData("aws_access_key_id = None\naws_secret_access_key = None\naws_session_token = None\n", "the word None")]
    [InlineData("aws_access_key_id = null\naws_secret_access_key = null\n", "the word null")]
    [InlineData("aws_access_key_id = undefined\naws_secret_access_key = undefined\n", "the word undefined")]
    [InlineData("aws_access_key_id = ASIAOLD\naws_secret_access_key = s\naws_session_token = None\n", "the word None")]
    public void What_is_no_usable_key_is_replaced_with_a_note(string keys, string note)
    {
        _folder.Write("credentials", "[dev]\n" + keys);

        _file.Write(Sample.Credentials(), "dev");

        Assert.True(_file.Read("dev")!.IsOurs);
        Assert.Contains(note, Assert.Single(_log.Informations), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("aws_access_key_id = AKIAOLD\naws_secret_access_key = s\naws_session_token = None\n")]
    [InlineData("aws_access_key_id = None\naws_secret_access_key = s\n")] // whose secret is it?
    public void Keys_without_an_end_stay_beside_such_words(string keys)
    {
        _folder.Write("credentials", "[dev]\n" + keys);

        Assert.Throws<SsoConfigurationException>(() => _file.Write(Sample.Credentials(), "dev"));
    }

    [Theory]
    [InlineData("x_principal_arn")] // saml2aws
    [InlineData("aws_role_arn")]
    [InlineData("assumed_role")] // aws-mfa
    [InlineData("assumed_role_arn")]
    [InlineData("Expiration")]
    public void What_tells_of_keys_that_are_gone_goes_with_them(string key)
    {
        _folder.Write("credentials", $"[dev]\naws_access_key_id = ASIAOLD\naws_secret_access_key = s\naws_session_token = t\n{key} = old\nregion = x\n");

        _file.Write(Sample.Credentials(), "dev");

        string text = File.ReadAllText(_file.Path);
        Assert.DoesNotContain(key, text, StringComparison.Ordinal);
        Assert.Contains("region = x", text, StringComparison.Ordinal);
        Assert.Empty(_log.Informations);
    }

    [Theory]
    [InlineData("x_custom_role")]
    [InlineData("okta_role_arn")]
    [InlineData("valid_until_expiry")]
    public void What_may_tell_of_them_and_is_unknown_to_us_is_said_to_stay_once(string key)
    {
        _folder.Write("credentials", $"[dev]\naws_access_key_id = ASIAOLD\naws_secret_access_key = s\naws_session_token = t\n{key} = old\n");

        _file.Write(Sample.Credentials(), "dev");
        _file.Write(Sample.Credentials("ASIANEXT"), "dev");

        Assert.StartsWith($"{key} of other tools stay in [dev]", Assert.Single(_log.Informations), StringComparison.Ordinal);
        Assert.Contains($"{key} = old", File.ReadAllText(_file.Path), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("aws_secret_access_key = other")]
    [InlineData("AWS_SESSION_TOKEN: other")]
    [InlineData("x_sso_account_id = 999999999999")]
    public void A_profile_that_says_two_things_is_not_used_again(string line)
    {
        _file.Write(Sample.Credentials(), "dev");
        Assert.NotNull(_file.Read("dev")!.ToSsoCredentials("dev", null));

        File.AppendAllText(_file.Path, line + "\n");

        Assert.Null(_file.Read("dev")!.ToSsoCredentials("dev", null));
        _file.Write(Sample.Credentials(), "dev");
        Assert.NotNull(_file.Read("dev")!.ToSsoCredentials("dev", null));
    }
}
