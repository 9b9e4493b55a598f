using System.Text.Json;
using EndToEnd.Support;

namespace EndToEnd.Interchange.Support;

/// <summary>boto3 of this machine's Python: asked without network what it makes of a profile.</summary>
internal static class Boto3
{
    // full_config merges both files as botocore's credential providers see them; a profile with a role assumes it before anything else.
    private const string Script = """
        import json, sys
        import botocore.session
        try:
            session = botocore.session.Session(profile=sys.argv[1])
            full = session.full_config
            profile = full["profiles"][sys.argv[1]]
            if "role_arn" in profile:
                print(json.dumps({"role": profile["role_arn"], "account": "assumed"}))
                sys.exit()
            merged = dict(full.get("sso_sessions", {}).get(profile.get("sso_session"), {}))
            for key, value in profile.items():
                if merged.setdefault(key, value) != value:
                    raise ValueError(key)
            json.dump({"account": merged["sso_account_id"], "role": merged["sso_role_name"], "url": merged["sso_start_url"], "region": merged["sso_region"].lower()}, sys.stdout)
        except SystemExit:
            raise
        except Exception as error:
            print(json.dumps({"error": type(error).__name__}))
        """;

    /// <summary>Why it cannot be run here, or null.</summary>
    public static string? Missing { get; } = IsThere() ? null : "needs python3 with boto3";

    /// <summary>Gives account, role, start URL and region of a profile, or the kind of the error.</summary>
    public static async Task<Dictionary<string, string>> ResolveAsync(string home, string profile, IReadOnlyDictionary<string, string?> variables)
    {
        var environment = new Dictionary<string, string?>(variables) { ["HOME"] = home, ["USERPROFILE"] = home, ["PYTHONUTF8"] = "1" };
        ProcessResult result = await ChildProcess.RunAsync("python3", ["-c", Script, profile], home, environment);
        return result.ExitCode == 0
            ? JsonSerializer.Deserialize<Dictionary<string, string>>(result.Output)!
            : throw new InvalidOperationException(result.All);
    }

    private static bool IsThere() =>
        Programs.VersionOf("python3") is not null
        && ChildProcess.RunAsync("python3", ["-c", "import boto3"], Path.GetTempPath()).GetAwaiter().GetResult().ExitCode == 0;
}
