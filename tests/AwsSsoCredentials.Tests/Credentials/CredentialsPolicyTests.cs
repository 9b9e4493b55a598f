using AwsSsoCredentials.Credentials;
using AwsSsoCredentials.Files;
using AwsSsoCredentials.Tests.Files;

namespace AwsSsoCredentials.Tests.Credentials;

/// <summary>What is ours, what may be removed, what a plan shows.</summary>
public sealed class CredentialsPolicyTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly CredentialsFile _file;

    public CredentialsPolicyTests() => _file = Sample.File(_folder.At("credentials"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_was_written_reads_back_with_its_mark()
    {
        _file.Write(Sample.Credentials(), "dev");
        SsoCredentials read = _file.Read("dev")!.ToSsoCredentials("dev", "eu-west-1")!;
        Assert.Equal(
            ("012345678901", "Deployer", "corp", "ASIAIOSFODNN7EXAMPLE", Sample.Secret, Sample.Token),
            (read.AccountId, read.RoleName, read.Session, read.AccessKeyId, read.SecretAccessKey, read.SessionToken));
        Assert.Equal(new DateTimeOffset(2030, 1, 2, 3, 4, 5, TimeSpan.Zero), read.Expiration);
    }

    [Fact]
    public void The_mark_counts_only_while_it_belongs_to_the_keys_that_stand_there()
    {
        _file.Write(Sample.Credentials(), "dev");
        Replace("aws_access_key_id = ASIAIOSFODNN7EXAMPLE", "aws_access_key_id = ASIASOMEBODYELSES");
        Assert.False(_file.Read("dev")!.IsOurs);
        Assert.Null(_file.Read("dev")!.ToSsoCredentials("dev", null));
        Assert.Throws<SsoConfigurationException>(() => _file.Remove("dev"));
    }

    [Fact]
    public void A_mark_with_an_unreadable_end_is_ours_but_gives_no_credentials()
    {
        _file.Write(Sample.Credentials(), "dev");
        Replace("2030-01-02T03:04:05Z", "soon");
        Assert.True(_file.Read("dev")!.IsOurs);
        Assert.Null(_file.Read("dev")!.ToSsoCredentials("dev", null));
    }

    [Fact]
    public void A_profile_or_file_that_is_missing_reads_as_null()
    {
        Assert.Null(_file.Read("dev"));
        _file.Write(Sample.Credentials(), "dev");
        Assert.Null(_file.Read("Dev"));
    }

    [Theory]
    [InlineData("[keep]\naws_access_key_id = AKIA\n")]
    [InlineData("")]
    [InlineData("# c\r\n\r\n[keep]\r\n")]
    public void Writing_and_removing_gives_the_file_back(string before)
    {
        _folder.Write("credentials", before);
        _file.Write(Sample.Credentials(), "dev");
        Assert.True(_file.Remove("dev"));
        Assert.Equal(before, File.ReadAllText(_file.Path));
    }

    [Fact]
    public void Removing_leaves_what_others_put_into_the_profile()
    {
        _folder.Write("credentials", "[dev]\n# mine\nregion = x\n\n[other]\n");
        _file.Write(Sample.Credentials(), "dev");
        Assert.True(_file.Remove("dev"));
        Assert.Equal("[dev]\n# mine\nregion = x\n\n[other]\n", File.ReadAllText(_file.Path));
    }

    [Fact]
    public void Keys_of_others_are_removed_only_by_force()
    {
        _folder.Write("credentials", "[dev]\naws_access_key_id = AKIA\nregion = x\n[other]\n");
        var error = Assert.Throws<SsoConfigurationException>(() => _file.Remove("dev"));
        Assert.Contains("Force = true", error.Message, StringComparison.Ordinal);
        Assert.True(_file.Remove("dev", force: true));
        Assert.Equal("[other]\n", File.ReadAllText(_file.Path));
    }

    [Fact]
    public void Removing_what_is_not_there_says_so_and_makes_no_file()
    {
        Assert.False(_file.Remove("dev"));
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void Removing_again_says_that_there_is_nothing_and_leaves_the_rest()
    {
        _folder.Write("credentials", "[dev]\nregion = x\n");
        _file.Write(Sample.Credentials(), "dev");
        Assert.True(_file.Remove("dev"));
        Assert.False(_file.Remove("dev"));
        Assert.Equal("[dev]\nregion = x\n", File.ReadAllText(_file.Path));
        Assert.True(_file.Remove("dev", force: true));
        Assert.Equal("", File.ReadAllText(_file.Path));
    }

    [Fact]
    public void A_plan_shows_the_changes_without_secrets_and_writes_nothing()
    {
        const string Before = "[dev]\naws_access_key_id = ASIAOLDOLDOLDOLDWXYZ\naws_secret_access_key = oldsecret\naws_session_token = oldtoken\naws_security_token = oldtoken\nexpiration = 2020\n";
        _folder.Write("credentials", Before);
        CredentialsProfilePlan plan = _file.Plan(Sample.Credentials(), "dev");
        Assert.False(plan.IsNewProfile);
        Assert.Equal(
            [
                "~ aws_access_key_id = ********WXYZ -> ********MPLE", "~ aws_secret_access_key = ******** -> ********",
                "~ aws_session_token = ******** -> ********", "+ region = eu-west-1", "+ x_security_token_expires = 2030-01-02T03:04:05Z",
                "+ x_sso_account_id = 012345678901", "+ x_sso_role_name = Deployer", "+ x_sso_session = corp",
                "+ x_sso_region = eu-west-1", "+ x_sso_access_key_id = ********MPLE", "+ x_sso_digest = 0a602f0669e63907c5ed375b4d0f7e07", "- aws_security_token = ********", "- expiration = 2020",
            ],
            plan.Changes.Select(change => change.ToString()));
        Assert.Equal(Before, File.ReadAllText(_file.Path));
        Assert.Equal(["credentials"], Directory.GetFiles(_folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void A_plan_of_what_stands_there_is_empty_and_one_of_long_lived_keys_refused()
    {
        _file.Write(Sample.Credentials(), "dev");
        Assert.Empty(_file.Plan(Sample.Credentials(), "dev").Changes);
        Assert.True(_file.Plan(Sample.Credentials(), "new").IsNewProfile);
        _folder.Write("credentials", "[dev]\naws_access_key_id = AKIA\n");
        Assert.Throws<SsoConfigurationException>(() => _file.Plan(Sample.Credentials(), "dev"));
    }

    [Fact]
    public void Of_many_profiles_a_refused_one_stops_no_other()
    {
        _folder.Write("credentials", "[static]\naws_access_key_id = AKIA\n[b]\n[odd] # [x]\n");
        IReadOnlyList<SsoException?> refusals = _file.WriteMany(
        [
            new CredentialsWrite(Sample.Credentials("ASIAAAAA"), "a", false), new CredentialsWrite(Sample.Credentials(), "static", false),
            new CredentialsWrite(Sample.Credentials("ASIABBBB"), "b", false), new CredentialsWrite(Sample.Credentials(), "x]", false),
            new CredentialsWrite(Sample.Credentials(), "odd", false),
        ]);
        Assert.Equal([true, false, true, false, false], refusals.Select(refusal => refusal is null));
        Assert.Equal("ASIAAAAA", _file.Read("a")!.AccessKeyId);
        Assert.Equal("ASIABBBB", _file.Read("b")!.AccessKeyId);
        Assert.Equal("AKIA", _file.Read("static")!.AccessKeyId);
        Assert.Contains("line 4", refusals[4]!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_profile_that_would_hide_another_is_refused_and_the_rest_of_the_batch_written()
    {
        _folder.Write("credentials", "[a]\n  [b]\nx = 1\n");
        IReadOnlyList<SsoException?> refusals = _file.WriteMany(
            [new CredentialsWrite(Sample.Credentials(), "a", false), new CredentialsWrite(Sample.Credentials(), "c", false)]);
        Assert.Equal([false, true], refusals.Select(refusal => refusal is null));
        Assert.Equal("[a]\n  [b]\nx = 1\n", File.ReadAllText(_file.Path)[..16]);
        Assert.True(_file.Read("c")!.IsOurs);
    }

    [Fact]
    public void Of_a_batch_exactly_the_profiles_that_are_to_blame_are_refused()
    {
        string[] bad = ["p3", "p4", "p17"];
        string before = string.Concat(bad.Select(name => $"[{name}]\n  [hidden-{name}]\nx = 1\n"));
        _folder.Write("credentials", before);
        IReadOnlyList<SsoException?> refusals = _file.WriteMany(
            [.. Enumerable.Range(0, 20).Select(i => new CredentialsWrite(Sample.Credentials(FormattableString.Invariant($"ASIA{i}")), FormattableString.Invariant($"p{i}"), false))]);
        Assert.StartsWith(before, File.ReadAllText(_file.Path), StringComparison.Ordinal);
        for (int i = 0; i < 20; i++)
        {
            string name = FormattableString.Invariant($"p{i}");
            Assert.Equal(bad.Contains(name), refusals[i] is not null);
            Assert.Equal(bad.Contains(name) ? null : FormattableString.Invariant($"ASIA{i}"), _file.Read(name)!.AccessKeyId);
        }

        Assert.Contains("profile p17", refusals[17]!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_config_file_is_never_written_also_where_both_names_lead_to_it() => AssertRefusesConfig("config");

    [UnixFact]
    public void The_config_file_is_never_written_through_a_symbolic_link()
    {
        File.CreateSymbolicLink(_file.Path, "config");
        AssertRefusesConfig("credentials");
    }

    [UnixFact]
    public void The_config_file_is_never_written_through_a_hard_link()
    {
        HardLink.Create(_folder.Write("config", ""), _file.Path);
        AssertRefusesConfig("credentials");
    }

    [Fact]
    public void Writing_the_same_again_leaves_the_very_file()
    {
        _file.Write(Sample.Credentials(), "dev");
        FileStatus before = new FileOperations().GetStatus(_file.Path)!;
        _file.Write(Sample.Credentials(), "dev");
        Assert.Equal(before, new FileOperations().GetStatus(_file.Path));
    }

    [Fact]
    public void A_file_in_UTF_16_is_refused()
    {
        File.WriteAllText(_file.Path, "[dev]\n", System.Text.Encoding.Unicode);
        var error = Assert.Throws<SsoFileException>(() => _file.Write(Sample.Credentials(), "dev"));
        Assert.Contains("UTF-8", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_repeated_key_that_had_to_go_is_reported_by_line_and_without_value()
    {
        var log = new TestLog();
        _folder.Write("credentials", "[dev]\nregion = secret1\nregion = x\n");
        Sample.File(_file.Path, log).Write(Sample.Credentials(), "dev");
        string warning = Assert.Single(log.Warnings);
        Assert.Contains("line 2, region", warning, StringComparison.Ordinal);
        Assert.DoesNotContain("secret1", warning, StringComparison.Ordinal);
    }

    [Fact]
    public void Writers_of_many_profiles_at_the_same_time_lose_none()
    {
        const string Kept = "# kept\n[static]\naws_access_key_id = AKIA\n";
        _folder.Write("credentials", Kept);
        Parallel.For(0, 8, new ParallelOptions { MaxDegreeOfParallelism = 8 }, writer =>
        {
            for (int i = 0; i < 8; i++)
            {
                Sample.File(_file.Path).Write(Sample.Credentials(), FormattableString.Invariant($"p{writer}-{i}"));
            }
        });
        Assert.StartsWith(Kept, File.ReadAllText(_file.Path), StringComparison.Ordinal);
        Assert.All(Enumerable.Range(0, 64), i => Assert.True(_file.Read(FormattableString.Invariant($"p{i / 8}-{i % 8}"))!.IsOurs));
        Assert.Equal(["credentials"], _folder.Names());
    }

    [Fact]
    public void Nothing_of_the_keys_is_in_any_default_text()
    {
        _file.Write(Sample.Credentials(), "dev");
        object[] all = [_file.Read("dev")!, _file.Read("dev")!.Mark!, new CredentialsWrite(Sample.Credentials(), "dev", false), new SafeFiles().ReadSnapshot(_file.Path)];
        Assert.All(all, item => Assert.DoesNotContain(Sample.Secret, item.ToString(), StringComparison.Ordinal));
        Assert.All(all, item => Assert.DoesNotContain(Sample.Token, item.ToString(), StringComparison.Ordinal));
    }

    private void AssertRefusesConfig(string path)
    {
        _folder.Write("config", "[profile dev]\n");
        var file = new CredentialsFile(_folder.At(path), new SafeFiles(), TimeProvider.System, new TestLog()) { ConfigPaths = [_folder.At("other"), _folder.At("config")] };
        var error = Assert.Throws<SsoConfigurationException>(() => file.Write(Sample.Credentials(), "dev"));
        Assert.Contains(_folder.At("config"), error.Message, StringComparison.Ordinal);
        Assert.Throws<SsoConfigurationException>(() => file.Plan(Sample.Credentials(), "dev"));
        Assert.Throws<SsoConfigurationException>(() => file.Remove("dev", force: true));
        Assert.Equal("[profile dev]\n", File.ReadAllText(_folder.At("config")));
    }

    private void Replace(string old, string now) =>
        File.WriteAllText(_file.Path, File.ReadAllText(_file.Path).Replace(old, now, StringComparison.Ordinal));
}
