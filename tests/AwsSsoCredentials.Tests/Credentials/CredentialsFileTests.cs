using System.Text;
using AwsSsoCredentials.Credentials;
using AwsSsoCredentials.Files;
using AwsSsoCredentials.Tests.Files;

namespace AwsSsoCredentials.Tests.Credentials;

/// <summary>The rows on writing credentials of the edge case table.</summary>
public sealed class CredentialsFileTests : IDisposable
{
    private const string Written = """
        [dev]
        aws_access_key_id = ASIAIOSFODNN7EXAMPLE
        aws_secret_access_key = wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY
        aws_session_token = IQoJb3JpZ2luX2VjEXAMPLE//token==
        region = eu-west-1
        x_security_token_expires = 2030-01-02T03:04:05Z
        x_sso_account_id = 012345678901
        x_sso_role_name = Deployer
        x_sso_session = corp
        x_sso_region = eu-west-1
        x_sso_access_key_id = ASIAIOSFODNN7EXAMPLE
        x_sso_digest = 0a602f0669e63907c5ed375b4d0f7e07

        """;

    private readonly TemporaryFolder _folder = new();
    private readonly TestLog _log = new();

    private string CredentialsPath => _folder.At("credentials");

    public void Dispose() => _folder.Dispose();

    [Fact]
    [Trait("Case", "97")]
    public void Case_97_a_missing_file_is_created_with_the_section_alone()
    {
        Sample.File(_folder.At(".aws", "credentials")).Write(Sample.Credentials(), "dev");
        Assert.Equal(Written, File.ReadAllText(_folder.At(".aws", "credentials")));
    }

    [UnixFact]
    [Trait("Case", "97")]
    public void Case_97_a_new_file_is_0600_and_its_folder_0700()
    {
        Sample.File(_folder.At(".aws", "credentials")).Write(Sample.Credentials(), "dev");
        Assert.Equal(UnixMode.Private, Modes.Of(_folder.At(".aws", "credentials")));
        Assert.Equal(UnixMode.PrivateFolder, Modes.Of(_folder.At(".aws")));
    }

    [Fact]
    [Trait("Case", "98")]
    public void Case_98_comments_blank_lines_and_other_profiles_stay_byte_for_byte()
    {
        const string Others = "# mine\r\n\r\n[keep]\r\nAWS_ACCESS_KEY_ID=AKIAKEEP\t\r\n  ; odd\r\naws_secret_access_key  =  s\r\n\r\n";
        Assert.Equal(Others + Written.ReplaceLineEndings("\r\n"), Write(Others));
    }

    [Fact]
    [Trait("Case", "99")]
    public void Case_99_missing_keys_are_added_before_trailing_blank_lines()
    {
        string after = Write("[dev]\naws_access_key_id = ASIAOLD\naws_session_token = old\nregion = x\n\n\n[other]\n");
        Assert.StartsWith("[dev]\naws_access_key_id = ASIAIOSFODNN7EXAMPLE\naws_session_token = IQ", after, StringComparison.Ordinal);
        Assert.EndsWith("x_sso_access_key_id = ASIAIOSFODNN7EXAMPLE\nx_sso_digest = 0a602f0669e63907c5ed375b4d0f7e07\n\n\n[other]\n", after, StringComparison.Ordinal);
        Assert.Contains("\nregion = x\naws_secret_access_key = ", after, StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Case", "100")]
    [InlineData("aws_security_token")]
    [InlineData("AWS_Security_Token")]
    [InlineData("aws_session_expiration")]
    [InlineData("aws_expiration")]
    [InlineData("aws_credential_expiration")]
    [InlineData("expiration")]
    [InlineData("aws_account_id")]
    public void Case_100_what_is_stale_with_new_keys_goes(string key) => Assert.Equal(Written, Write($"[dev]\n{key} = stale\n"));

    [Fact]
    [Trait("Case", "100")]
    public void Case_100_an_old_expiry_becomes_the_new_one_where_it_stands() =>
        Assert.StartsWith("[dev]\nx_security_token_expires = 2030-01-02T03:04:05Z\naws_access_key_id = ASIAIOSFODNN7EXAMPLE\n", Write("[dev]\nX_SECURITY_TOKEN_EXPIRES=2020\n"), StringComparison.Ordinal);

    [Fact]
    [Trait("Case", "100")]
    public void Case_100_a_stale_session_goes_where_the_new_one_is_unknown()
    {
        File.WriteAllText(CredentialsPath, "[dev]\nx_sso_session = other\n");
        Sample.File(CredentialsPath).Write(Sample.Credentials(session: null), "dev");
        Assert.DoesNotContain("x_sso_session", File.ReadAllText(CredentialsPath), StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Case", "101")]
    [InlineData("aws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = s\n")]
    [InlineData("aws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = s\naws_session_token = t\n")]
    [InlineData("aws_access_key_id = OLD\naws_secret_access_key = s\n")]
    [InlineData("aws_secret_access_key = s\n")]
    [InlineData("AWS_ACCESS_KEY_ID : AKIAIOSFODNN7EXAMPLE\n")]
    [InlineData("aws_access_key_id = AKIAOLD\naws_access_key_id = ASIANEW\naws_session_token = t\n")]
    [InlineData("region = x\n[other]\n[dev]\naws_access_key_id = AKIAOLD\n")]
    public void Case_101_long_lived_keys_are_refused_unless_overwriting_is_asked_for(string keys)
    {
        string before = "[dev]\n" + keys;
        File.WriteAllText(CredentialsPath, before);
        var error = Assert.Throws<SsoConfigurationException>(() => Sample.File(CredentialsPath).Write(Sample.Credentials(), "dev"));
        Assert.Contains("Profile dev in " + CredentialsPath, error.Message, StringComparison.Ordinal);
        Assert.Contains("Overwrite = true", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("AKIA", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(CredentialsPath));
        Sample.File(CredentialsPath).Write(Sample.Credentials(), "dev", overwrite: true);
        Assert.True(Sample.File(CredentialsPath).Read("dev")!.IsOurs);
    }

    [Theory]
    [Trait("Case", "102")]
    [InlineData("[ dev ]")]
    [InlineData("  [dev]")]
    [InlineData("\uFEFF[dev]")]
    [InlineData("[dev] # c")]
    public void Case_102_a_section_is_found_however_its_header_is_written(string header) =>
        Assert.Equal(Written.Replace("[dev]", header, StringComparison.Ordinal), Write(header + "\n"));

    [Fact]
    [Trait("Case", "103")]
    public void Case_103_repeated_sections_and_keys_of_any_case_end_as_one()
    {
        string after = Write("[dev]\nAWS_ACCESS_KEY_ID = ASIA1\naws_access_key_id = ASIA2\naws_session_token = t\n[x]\n[dev]\nAws_Access_Key_Id = ASIA3\nregion = r\n");
        Assert.Equal(1, Count(after, "[dev]"));
        Assert.Equal(1, Count(after.ToUpperInvariant(), "AWS_ACCESS_KEY_ID"));
        Assert.Equal(1, Count(after, "region = r"));
    }

    [Fact]
    [Trait("Case", "104")]
    public void Case_104_what_continues_a_replaced_key_goes_with_it() =>
        Assert.Equal(Written, Write("[dev]\naws_access_key_id = ASIAOLD\n  more\n\tand more\naws_secret_access_key =\n  x = y\naws_session_token = t\n"));

    [Theory]
    [Trait("Case", "105")]
    [InlineData("de\nv")]
    [InlineData("de\rv")]
    [InlineData("dev]")]
    [InlineData("d\0ev")]
    [InlineData(" qqq")]
    [InlineData("profile dev")]
    [InlineData("sso-session dev")]
    [InlineData("DEFAULT")]
    [InlineData("")]
    public void Case_105_a_name_that_clients_would_misread_is_refused_and_not_echoed(string name)
    {
        var error = Assert.Throws<SsoConfigurationException>(() => Sample.File(CredentialsPath).Write(Sample.Credentials(), name));
        Assert.Contains(CredentialsPath, error.Message, StringComparison.Ordinal);
        Assert.True(name is "" or "DEFAULT" || !error.Message.Contains(name, StringComparison.Ordinal));
        Assert.Empty(_folder.Names());
    }

    [Theory]
    [Trait("Case", "105")]
    [InlineData("IQoJ\ninjected = 1")]
    [InlineData("IQoJ\rx")]
    [InlineData("IQoJ]")]
    [InlineData("IQoJ\u0007")]
    [InlineData("IQoJ ")]
    public void Case_105_a_value_that_would_break_the_file_is_refused_and_not_echoed(string token)
    {
        var credentials = new SsoCredentials("dev", "012345678901", "Deployer", null, "ASIAX", Sample.Secret, token, Sample.Expiration);
        var error = Assert.Throws<SsoConfigurationException>(() => Sample.File(CredentialsPath).Write(credentials, "dev"));
        Assert.Contains("aws_session_token", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("IQoJ", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [UnixFact]
    [Trait("Case", "106")]
    public void Case_106_a_symbolic_link_is_kept_and_its_target_written()
    {
        File.CreateSymbolicLink(CredentialsPath, "real");
        Sample.File(CredentialsPath).Write(Sample.Credentials(), "dev");
        Assert.Equal("real", new FileInfo(CredentialsPath).LinkTarget);
        Assert.Equal(Written, File.ReadAllText(_folder.At("real")));
    }

    [UnixFact]
    [Trait("Case", "107")]
    public void Case_107_a_read_only_file_is_refused_and_intact()
    {
        Modes.Set(_folder.Write("credentials", "[x]\n"), UnixFileMode.UserRead);
        var error = Assert.Throws<SsoFileException>(() => Sample.File(CredentialsPath).Write(Sample.Credentials(), "dev"));
        Assert.Contains($"chmod u+w '{CredentialsPath}'", error.Message, StringComparison.Ordinal);
        Assert.Equal("[x]\n", File.ReadAllText(CredentialsPath));
    }

    [Fact]
    [Trait("Case", "107")]
    public void Case_107_a_file_that_another_process_keeps_for_itself_is_refused_and_intact()
    {
        _folder.Write("credentials", "[x]\n");
        var time = new FakeTime();
        var file = new CredentialsFile(CredentialsPath, new SafeFiles(new FileOperations(), time), time, _log);
        using (new FileStream(CredentialsPath, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            var error = Assert.Throws<SsoFileException>(() => file.Write(Sample.Credentials(), "dev"));
            Assert.Contains("another process", error.Message, StringComparison.Ordinal);
        }

        Assert.Equal("[x]\n", File.ReadAllText(CredentialsPath));
    }

    [Fact]
    [Trait("Case", "108")]
    public void Case_108_a_change_by_a_writer_without_lock_is_noticed_and_the_edit_done_again()
    {
        _folder.Write("credentials", "[x]\na = 1\n");
        int changes = 0;
        var operations = new FaultyOperations((step, _) =>
        {
            if (step == "Flush" && changes++ < 2)
            {
                File.WriteAllText(CredentialsPath, FormattableString.Invariant($"[x]\na = {changes + 1}\n")); // as long as before
            }
        });
        Sample.File(CredentialsPath, operations: operations).Write(Sample.Credentials(), "dev");
        Assert.Equal("[x]\na = 3\n\n" + Written, File.ReadAllText(CredentialsPath));
        Assert.Equal(["credentials"], _folder.Names());
    }

    [UnixFact]
    [Trait("Case", "108")]
    public void Case_108_a_lock_file_deleted_while_its_lock_is_held_costs_nobody_a_profile()
    {
        _folder.Write("credentials", "[x]\na = 1\n");
        bool first = true;
        var operations = new FaultyOperations((step, _) =>
        {
            if (step == "Flush" && first)
            {
                first = false;
                File.Delete(CredentialsPath + ".lock");
                Sample.File(CredentialsPath).Write(Sample.Credentials(), "other"); // takes the first one for dead, and removes its temporary file
            }
        });
        Sample.File(CredentialsPath, operations: operations).Write(Sample.Credentials(), "dev");
        Assert.Equal("[x]\na = 1\n\n" + Written.Replace("[dev]", "[other]", StringComparison.Ordinal) + "\n" + Written, File.ReadAllText(CredentialsPath));
        Assert.Equal(2, operations.Steps.Count(step => step == "OpenLock"));
        Assert.Equal(["credentials"], _folder.Names());
    }

    [Fact]
    [Trait("Case", "108")]
    public void Case_108_a_writer_without_lock_that_never_rests_is_named_at_last()
    {
        _folder.Write("credentials", "[x]\na = 1\n");
        var time = new FakeTime();
        int changes = 0;
        var operations = new FaultyOperations((step, _) =>
        {
            if (step == "Flush")
            {
                File.WriteAllText(CredentialsPath, FormattableString.Invariant($"[x]\na = {changes++}\n"));
                Task.Delay(TimeSpan.FromSeconds(1), time).GetAwaiter().GetResult();
            }
        });
        var file = new CredentialsFile(CredentialsPath, new SafeFiles(operations, time), time, _log);
        var error = Assert.Throws<SsoFileException>(() => file.Write(Sample.Credentials(), "dev"));
        Assert.Contains(CredentialsPath + ".lock", error.Message, StringComparison.Ordinal);
        Assert.Equal(["credentials"], _folder.Names());
    }

    [Fact]
    [Trait("Case", "109")]
    public void Case_109_writing_under_the_name_of_an_SSO_profile_says_who_ignores_the_keys()
    {
        var file = new CredentialsFile(CredentialsPath, new SafeFiles(), TimeProvider.System, _log)
        {
            NamesakeOf = name => new ConfigNamesake(name == "dev" ? Sample.SsoProfile() : null, HasRegion: false),
        };
        file.Write(Sample.Credentials(), "dev-keys");
        Assert.Empty(_log.Informations);
        file.Write(Sample.Credentials(), "dev");
        string line = Assert.Single(_log.Informations);
        Assert.Contains("AWS CLI, boto3, .NET, Java and Ruby", line, StringComparison.Ordinal);
        Assert.Contains("TargetProfile", line, StringComparison.Ordinal);
        Assert.Empty(_log.Warnings);
    }

    [Theory]
    [Trait("Case", "109")]
    [InlineData("999999999999", "Deployer")]
    [InlineData("012345678901", "Administrator")]
    public void Case_109_an_SSO_profile_of_another_account_or_role_of_that_name_is_a_warning(string account, string role)
    {
        var file = new CredentialsFile(CredentialsPath, new SafeFiles(), TimeProvider.System, _log)
        {
            NamesakeOf = _ => new ConfigNamesake(Sample.SsoProfile(account, role), HasRegion: false),
        };
        file.Write(Sample.Credentials(), "prod");
        string warning = Assert.Single(_log.Warnings);
        Assert.All(
            ["prod", account, role, "012345678901", "Deployer", "Ruby", "JavaScript, Go and Terraform", "TargetProfile"],
            part => Assert.Contains(part, warning, StringComparison.Ordinal));
        Assert.Empty(_log.Informations);
    }

    [Fact]
    [Trait("Case", "109")]
    public void Case_109_of_a_batch_those_of_another_role_and_the_others_are_told_apart()
    {
        var file = new CredentialsFile(CredentialsPath, new SafeFiles(), TimeProvider.System, _log)
        {
            NamesakeOf = name => new ConfigNamesake(Sample.SsoProfile(role: name.StartsWith('x') ? "Other" : "Deployer"), HasRegion: false),
        };
        file.WriteMany([.. new[] { "a", "x1", "b", "x2", "x3" }.Select(name => new CredentialsWrite(Sample.Credentials(), name, false))]);
        Assert.StartsWith("3 of them are (x1, x2 …)", Assert.Single(_log.Warnings), StringComparison.Ordinal);
        Assert.StartsWith("2 of them are (a, b)", Assert.Single(_log.Informations), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Case", "110")]
    public void Case_110_a_path_from_the_environment_that_does_not_exist_yet_is_created_there()
    {
        string elsewhere = _folder.At("not", "yet", "keys");
        Sample.File(elsewhere).Write(Sample.Credentials(), "dev");
        Assert.Equal(Written, File.ReadAllText(elsewhere));
        Assert.Equal(["not/yet/keys"], _folder.Names().Select(name => name.Replace('\\', '/')));
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    private string Write(string before)
    {
        File.WriteAllText(CredentialsPath, before, new UTF8Encoding(false));
        Sample.File(CredentialsPath, _log).Write(Sample.Credentials(), "dev");
        return Encoding.UTF8.GetString(File.ReadAllBytes(CredentialsPath));
    }
}
