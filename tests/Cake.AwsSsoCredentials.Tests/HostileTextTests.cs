using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using AwsSsoCredentials;
using AwsSsoCredentials.Tests.Support;
using Cake.Core;
using IdentityCenterEmulator;

namespace Cake.AwsSsoCredentials.Tests;

/// <summary>
/// Every public verb, in every overload, on texts that a service, a file, a variable or an argument can hold: whatever it logs, throws or
/// returns carries no command for a terminal or a CI system.
/// </summary>
public sealed class HostileTextTests : IAsyncLifetime
{
    private const string Command = "##vso[task.prependpath]/tmp/evil";

    // Without the bracket that would end a header of the config file.
    private const string Visible = "::error::evil##vso[task.prependpath";
    private const string Raw = "evil\u001b[2J\u001b]0;evil\a\r\n" + Command + "\n  ::set-output name=evil::x\n::error::evil\u202e\u2066\u2028##teamcity[evil] ##[group]evil\u0085\u200b";
    private const string HostileUrl = "https://d-0123456789.awsapps.com/start/" + Command;
    private const string Config = $"""
        [sso-session "{Visible}"]
        sso_start_url = {HostileUrl}
        sso_region = eu-central-1
        sso_registration_scopes = sso:account:access

        [profile "{Visible}"]
        sso_session = {Visible}
        sso_account_id = 111122223333
        sso_role_name = Developer

        [profile ::error::evil]
        sso_session = ::error::nosuchevil
        sso_account_id = 111122223333
        sso_role_name = ##vso[task.evil]

        [profile "evil{"\u001b"}[2J"]
        sso_start_url = https://d-0123456789.awsapps.com/{"\u001b"}[2J/start
        sso_region = {Command}
        sso_account_id = {Command}
        sso_role_name = {"\u202e"}evil

        [::set-output name=evil::x]
        a = b

        """;

    private readonly FlowFixture _fixture = new(new EmulatorOptions(), Config);
    private readonly RecordingCakeLog _log = new();

    public static TheoryData<string, string> Scenarios
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (string service in new[] { "answers well", "fails", "lists", "sends to", "sends to raw", "sends code", "sends code raw", "sends complete" })
            {
                data.Add(Visible, service);
            }

            foreach (string text in new[] { Raw, "::error::evil", "evil\u001b[2J", "x'##[evil]" })
            {
                data.Add(text, "answers well");
            }

            return data;
        }
    }

    public Task InitializeAsync() => _fixture.InitializeAsync();

    public Task DisposeAsync() => _fixture.DisposeAsync();

    [Theory]
    [MemberData(nameof(Scenarios))]
    public async Task No_verb_lets_a_command_through(string text, string service)
    {
        LetService(service);
        var output = new List<string>();
        foreach (MethodInfo verb in Verbs())
        {
            if (!service.StartsWith("send", StringComparison.Ordinal))
            {
                _fixture.LogIn(Visible);
            }

            ICakeContext context = CakeContextFixture.Create(
                _fixture.Variables(("AWS_PROFILE", text)), _log, ("aws-sso-login", "device"), ("aws-profile", text), ("aws-target-profile", text));
            output.AddRange(await RunAsync(verb, new HostileArguments(context, text, HostileUrl)));
        }

        Assert.All(_log.Messages, message => HarmlessText.Check(message));
        Assert.All(output, HarmlessText.CheckLines);
        Assert.Contains(_log.Messages.Concat(output), line => line.Contains("evil", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("config")]
    [InlineData("credentials")]
    [InlineData("token")]
    public async Task No_path_lets_a_command_through(string broken)
    {
        string home = Path.Combine(_fixture.Home, OperatingSystem.IsWindows() ? "##vso[task.evil]" : Raw.Replace('/', '-'));
        Directory.CreateDirectory(Path.Combine(home, ".aws", "sso", "cache"));
        File.WriteAllText(Path.Combine(home, ".aws", "config"), broken == "config" ? "[profile\n= ::evil\n" : Config);
        if (broken == "credentials")
        {
            Directory.CreateDirectory(Path.Combine(home, ".aws", "credentials"));
        }

        string token = _fixture.Emulator.IssueToken().WriteCacheFile(Path.Combine(home, ".aws", "sso", "cache"), Visible, "eu-central-1");
        if (broken == "token")
        {
            File.WriteAllText(token, $$"""{"startUrl": "::error::evil", "accessToken": "\u001b", "region": "{{Command}}", "expiresAt": "::evil"}""");
        }

        var output = new List<string>();
        foreach (MethodInfo verb in Verbs())
        {
            ICakeContext context = CakeContextFixture.Create(_fixture.Variables(("HOME", home), ("AWS_PROFILE", Visible)), _log);
            output.AddRange(await RunAsync(verb, new HostileArguments(context, Visible, HostileUrl)));
        }

        Assert.All(_log.Messages, message => HarmlessText.Check(message));
        Assert.All(output, HarmlessText.CheckLines);
        Assert.Contains(_log.Messages.Concat(output), line => line.Contains("evil", StringComparison.Ordinal));
    }

    [Fact]
    public void The_hostile_profile_is_one_that_works()
    {
        _fixture.LogIn(Visible);
        ICakeContext context = CakeContextFixture.Create(_fixture.Variables(), _log);

        context.WriteCredentialsProfile(context.GenerateSsoCredentials(Visible));

        Assert.Contains($"[{Visible}]", _fixture.CredentialsText(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_verbs_are_all_there_are()
    {
        string[] names = [.. Verbs().Select(verb => verb.Name).Distinct()];

        Assert.Contains("SyncCredentialsProfilesAsync", names);
        Assert.True(names.Length >= 15, string.Join(' ', names));
    }

    private static IEnumerable<MethodInfo> Verbs() => new[] { typeof(AwsSsoCredentialsAliases), typeof(SsoTasks) }
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
        .Where(method => !method.GetParameters().Any(parameter => parameter.ParameterType.IsAssignableTo(typeof(Delegate)))); // registers tasks

    private static async Task<IEnumerable<string>> RunAsync(MethodInfo verb, HostileArguments arguments)
    {
        try
        {
            object? result = verb.Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments.For(verb), CultureInfo.InvariantCulture);
            if (result is Task task)
            {
                await task;
                result = task.GetType().GetProperty("Result")?.GetValue(task);
            }

            return result switch
            {
                null => [],
                IReadOnlyList<object> list => list.SelectMany(Texts),
                _ => Texts(result),
            };
        }
        catch (Exception error) when (error is SsoException or ArgumentException)
        {
            return [error.Message, error.ToString()];
        }
    }

    // Single values (names, paths) are data and stay what they are; what is made to be read does not.
    private static string[] Texts(object result) => result switch
    {
        CredentialsProfilePlan plan => [plan.ToString(), .. plan.Warnings, .. plan.Changes.Select(change => change.ToString())],
        CredentialsProfileSyncResult { Error: { } error } sync => [sync.ToString(), error.Message],
        SsoProfileSummary { Problem: { } problem } profile => [profile.ToString(), problem],
        _ => [result.ToString() ?? ""],
    };

    private void LetService(string service)
    {
        void Fault(EmulatorOperation operation, EmulatorFault fault) => _fixture.Emulator.Faults.Set(operation, fault);
        void Replace(string member, string value) => Fault(EmulatorOperation.StartDeviceAuthorization, EmulatorFault.Replace(member, value));

        switch (service)
        {
            case "fails":
                foreach (EmulatorOperation operation in Enum.GetValues<EmulatorOperation>())
                {
                    Fault(operation, EmulatorFault.Status(400, "InvalidRequestException", Raw));
                }

                break;
            case "lists":
                Fault(EmulatorOperation.ListAccounts, EmulatorFault.Replace(
                    "accountList",
                    new JsonArray(new JsonObject { ["accountId"] = Raw, ["accountName"] = Raw, ["emailAddress"] = Raw },
                        new JsonObject { ["accountId"] = "111122223333", ["accountName"] = "::error::evil" })));
                Fault(EmulatorOperation.ListAccountRoles, EmulatorFault.Replace(
                    "roleList", new JsonArray(new JsonObject { ["accountId"] = "::error::evil", ["roleName"] = Raw })));
                break;
            case "sends to":
                Replace("verificationUri", "http://127.0.0.1/" + Command);
                break;
            case "sends to raw":
                Replace("verificationUri", Raw);
                break;
            case "sends complete":
                Replace("verificationUriComplete", Raw);
                break;
            case "sends code":
                Replace("userCode", Command);
                break;
            case "sends code raw":
                Replace("userCode", Raw);
                break;
        }
    }
}
