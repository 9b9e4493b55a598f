using System.Text;
using AwsSsoCredentials;
using AwsSsoCredentials.Config;
using AwsSsoCredentials.Files;
using AwsSsoCredentials.Machine;
using AwsSsoCredentials.Profiles;
using EndToEnd.Interchange.Support;

namespace EndToEnd.Interchange;

/// <summary>
/// The odd homes of docs/behaviour.md, read by boto3 and by us: where boto3 reads a profile, we give the same account and role or refuse with a
/// reason; where it gives the whole file up, we may read what is not to do with the fault.
/// </summary>
public sealed class SameHomeTests : IDisposable
{
    private const string Session = "[sso-session corp]\nsso_start_url = https://d-x.awsapps.com/start\nsso_region = eu-west-1\n";
    private const string Keys = "sso_session = corp\nsso_account_id = 111111111112\nsso_role_name = ReadOnlyAccess\n";
    private const string Dev = "[profile dev]\n" + Keys;

    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("same-home-");

    private enum Outcome
    {
        Same,
        WeRefuse,
        OnlyWeRead,
        NeitherReads,
    }

    public void Dispose() => _home.Delete(recursive: true);

    public static TheoryData<string, string, string, string> Homes => new()
    {
        // expected outcome, profile, config, credentials
        { nameof(Outcome.Same), "dev", Session + Dev, "" },
        { nameof(Outcome.Same), "🚀prod", Session + "[profile 🚀prod]\n" + Keys, "" },
        { nameof(Outcome.Same), "a[b]c", Session + "[profile a[b]c]\n" + Keys, "" },
        { nameof(Outcome.Same), "team[1]", Session + "[profile team[1]]\n" + Keys, "" },
        { nameof(Outcome.Same), "project dev", Session + "[profile project\\ dev]\n" + Keys, "" },
        { nameof(Outcome.Same), "project two", Session + "[profile project\" two\"]\n" + Keys, "" },
        { nameof(Outcome.Same), "it's", Session + "[profile 'it'\\''s']\n" + Keys, "" },
        { nameof(Outcome.Same), "DOMAINuser", Session + "[profile DOMAIN\\user]\n" + Keys, "" },
        { nameof(Outcome.Same), "dev", Session + "[profiles dev]\n" + Keys, "" },
        { nameof(Outcome.Same), "dev\u00A0", Session + "[profile dev\u00A0]\n" + Keys, "" },
        { nameof(Outcome.Same), "dev", "\u00A0" + Dev + Session, "" },
        { nameof(Outcome.Same), "dev", (Session + Dev).Replace(" = ", ": ", StringComparison.Ordinal), "" },
        { nameof(Outcome.Same), "dev", (Session + Dev).Replace("111111111112", "111111111112\u00A0", StringComparison.Ordinal), "" },
        { nameof(Outcome.Same), "dev", (Session + Dev).Replace("eu-west-1", "EU-WEST-1", StringComparison.Ordinal), "" },
        { nameof(Outcome.Same), "dev", Session + Dev, "[dev]\nsso_role_name: FromCredentials\n" },
        { nameof(Outcome.Same), "dev", Session + "[profile dev]\ns3:\n  sso_account_id = 999999999999\n" + Keys, "" },
        { nameof(Outcome.Same), "dev", "[DEFAULT]\nsso_session = corp\n" + Session + "[profile dev]\nsso_account_id = 111111111112\nsso_role_name = X\n", "" },
        { nameof(Outcome.Same), "dev", Session + "[profile dev]\nx: 1\n  [profile prod]\n" + Keys, "" },
        { nameof(Outcome.WeRefuse), "deploy", Session + Dev + "[profile deploy]\nrole_arn = arn:aws:iam::111111111113:role/Deploy\nsource_profile = dev\n", "[deploy]\naws_access_key_id = ASIA\n" },
        { nameof(Outcome.WeRefuse), "default", Session + "[profile default]\n" + Keys + "[default]\n" + Keys.Replace("111111111112", "999999999999", StringComparison.Ordinal), "" },
        { nameof(Outcome.WeRefuse), "dev", Session + Dev + "[profile \"dev\"]\n" + Keys.Replace("111111111112", "999999999999", StringComparison.Ordinal), "" },
        { nameof(Outcome.WeRefuse), "dev", (Session + Dev).Replace("111111111112", "\"111111111112\"", StringComparison.Ordinal), "" },
        { nameof(Outcome.WeRefuse), "dev", (Session + Dev).Replace("111111111112", "1111111\u200B11112", StringComparison.Ordinal), "" },
        { nameof(Outcome.WeRefuse), "dev", (Session + Dev).Replace("111111111112", "111111111112\n  more", StringComparison.Ordinal), "" },
        { nameof(Outcome.OnlyWeRead), "dev", Session + Dev + "[profile other]\nstray\n", "" },
        { nameof(Outcome.OnlyWeRead), "dev", Session + Dev + "[profile prod\nsso_account_id = 999999999999\n", "" },
        { nameof(Outcome.OnlyWeRead), "dev", Session + "\u00A0" + Dev, "" }, // to botocore that blank continues the line above
        { nameof(Outcome.OnlyWeRead), "dev", Session + Dev, "[keys]\nstray\n" },
        { nameof(Outcome.OnlyWeRead), "dev", Session + Dev + "# LATIN-1: \u00FC\n", "" },
        { nameof(Outcome.NeitherReads), "dev", Session + Dev + "stray\n", "" },
        { nameof(Outcome.NeitherReads), "prod", Session + Dev + "[profile prod\n" + Keys, "" },
        { nameof(Outcome.NeitherReads), "dev", Session + Dev + "[profile dev]\nsso_account_id = 999999999999\n", "" },
        { nameof(Outcome.NeitherReads), "dev", Session + Dev + "sso_account_id = 999999999999\n", "" },
        { nameof(Outcome.NeitherReads), "a b", Session + "[profile a b]\n" + Keys, "" },
        { nameof(Outcome.NeitherReads), "prod", Session + "[prod]\n" + Keys, "" },
    };

    [Boto3Theory]
    [MemberData(nameof(Homes))]
    public async Task We_give_the_account_and_role_that_boto3_gives_or_refuse_with_a_reason(string expected, string profile, string config, string credentials)
    {
        Encoding encoding = config.Contains("LATIN-1", StringComparison.Ordinal) ? Encoding.Latin1 : new UTF8Encoding(false);
        Directory.CreateDirectory(Path.Combine(_home.FullName, ".aws"));
        File.WriteAllBytes(Path.Combine(_home.FullName, ".aws", "config"), encoding.GetBytes(config));
        File.WriteAllText(Path.Combine(_home.FullName, ".aws", "credentials"), credentials);

        Dictionary<string, string> theirs = await Boto3.ResolveAsync(_home.FullName, profile, new Dictionary<string, string?>());
        Dictionary<string, string> ours = Resolve(profile);

        bool theyRead = !theirs.ContainsKey("error");
        bool weRead = !ours.ContainsKey("error");
        Outcome outcome = (theyRead, weRead) switch
        {
            (true, true) => Outcome.Same,
            (true, false) => Outcome.WeRefuse,
            (false, true) => Outcome.OnlyWeRead,
            _ => Outcome.NeitherReads,
        };
        Assert.Equal(expected, outcome.ToString());
        if (outcome == Outcome.Same)
        {
            Assert.Equal(theirs.OrderBy(pair => pair.Key, StringComparer.Ordinal), ours.OrderBy(pair => pair.Key, StringComparer.Ordinal));
        }
        else if (!weRead)
        {
            Assert.True(ours["error"].Length > 40, ours["error"]); // a reason, and not a crash
        }
    }

    [Boto3Theory]
    [InlineData("AWS_CONFIG_FILE", "$HOME/elsewhere")]
    [InlineData("AWS_CONFIG_FILE", "${HOME}/elsewhere")]
    [InlineData("AWS_CONFIG_FILE", "~/elsewhere")]
    public async Task Paths_lead_both_to_the_same_file(string variable, string path)
    {
        File.WriteAllText(Path.Combine(_home.FullName, "elsewhere"), Session + Dev);

        Dictionary<string, string> theirs = await Boto3.ResolveAsync(_home.FullName, "dev", new Dictionary<string, string?> { [variable] = path });

        Assert.Equal("111111111112", theirs["account"]);
        Assert.Equal("111111111112", Resolve("dev", (variable, path))["account"]);
    }

    [Boto3Theory]
    [InlineData("/dev/null")]
    public async Task The_null_device_is_an_empty_file_to_both(string path)
    {
        Directory.CreateDirectory(Path.Combine(_home.FullName, ".aws"));
        File.WriteAllText(Path.Combine(_home.FullName, ".aws", "config"), Session + Dev);
        var variables = new Dictionary<string, string?> { ["AWS_SHARED_CREDENTIALS_FILE"] = path };

        Assert.Equal("111111111112", (await Boto3.ResolveAsync(_home.FullName, "dev", variables))["account"]);
        Assert.Equal("111111111112", Resolve("dev", ("AWS_SHARED_CREDENTIALS_FILE", path))["account"]);
    }

    private Dictionary<string, string> Resolve(string profile, params (string Name, string Value)[] variables)
    {
        var environment = new AwsEnvironment(
            variables.Append(("HOME", _home.FullName)).ToDictionary(one => one.Item1, one => one.Item2), OperatingSystem.IsWindows());
        var log = new SilentLog();
        try
        {
            SsoProfile found = new SsoProfileResolver(SharedConfig.Load(AwsFiles.Locate(environment), new SafeFiles(), log), log).GetSsoProfile(profile);
            return new()
            {
                ["account"] = found.AccountId,
                ["role"] = found.RoleName,
                ["url"] = found.Session.StartUrl,
                ["region"] = found.Session.Region,
            };
        }
        catch (SsoConfigurationException error)
        {
            return new() { ["error"] = error.Message };
        }
    }

    private sealed class SilentLog : ISsoLog
    {
        public void Warning(string message)
        {
        }

        public void Information(string message)
        {
        }

        public void Verbose(string message)
        {
        }
    }
}
