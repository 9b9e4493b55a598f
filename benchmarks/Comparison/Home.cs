using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Comparison;

/// <summary>A throwaway home: a config with many SSO profiles of one session, its token, and somebody else's keys.</summary>
internal sealed class Home
{
    /// <summary>The number of SSO profiles: <c>dev</c>, then <c>lab-0001</c> and so on.</summary>
    public const int Profiles = 1_000;

    public const string Region = "eu-central-1";
    public const string StartUrl = "https://d-0123456789.awsapps.com/start";
    public const string RoleName = "Developer";

    private readonly string _folder;

    /// <summary>Makes the home.</summary>
    /// <param name="folder">Where; it need not exist.</param>
    public Home(string folder)
    {
        _folder = folder;
        Directory.CreateDirectory(Path.GetDirectoryName(TokenPath)!);
    }

    public string ConfigPath => Path.Combine(_folder, ".aws", "config");

    public string CredentialsPath => Path.Combine(_folder, ".aws", "credentials");

    /// <summary>Gets where the AWS CLI keeps the token of the session <c>corp</c>.</summary>
    public string TokenPath => Path.Combine(
        _folder, ".aws", "sso", "cache", Convert.ToHexStringLower(SHA1.HashData("corp"u8)) + ".json");

    /// <summary>Gets the variables that let a process live here.</summary>
    public Dictionary<string, string> Variables => new() { ["HOME"] = _folder, ["USERPROFILE"] = _folder };

    /// <summary>Names an account.</summary>
    public static string Account(int number) => (111_122_223_000 + number).ToString(CultureInfo.InvariantCulture);

    /// <summary>Writes the options of the emulator: an account for each profile.</summary>
    public static void WriteAccounts(string path)
    {
        var accounts = new JsonArray();
        for (int i = 0; i < Profiles; i++)
        {
            accounts.Add(new JsonObject
            {
                ["accountId"] = Account(i),
                ["accountName"] = $"Account {i}",
                ["emailAddress"] = $"account-{i}@example.com",
                ["roles"] = new JsonArray(RoleName),
            });
        }

        File.WriteAllText(path, new JsonObject { ["accounts"] = accounts }.ToJsonString());
    }

    /// <summary>Writes a config file.</summary>
    /// <param name="profiles">The number of its SSO profiles.</param>
    public void WriteConfig(int profiles)
    {
        var text = new StringBuilder($"[sso-session corp]\nsso_start_url = {StartUrl}\nsso_region = {Region}\nsso_registration_scopes = sso:account:access\n");
        for (int i = 0; i < profiles; i++)
        {
            string name = i == 0 ? "dev" : $"lab-{i:D4}";
            text.Append(CultureInfo.InvariantCulture, $"\n[profile {name}]\nsso_session = corp\nsso_account_id = {Account(i)}\nsso_role_name = {RoleName}\nregion = {Region}\n");
        }

        File.WriteAllText(ConfigPath, text.ToString());
    }

    /// <summary>Writes the token file.</summary>
    public void WriteToken(string content) => File.WriteAllText(TokenPath, content);

    /// <summary>Leaves nothing in the credentials file but keys that are none of ours.</summary>
    public void ForgetKeys() => File.WriteAllText(
        CredentialsPath, "[legacy-ci]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\n");
}
