using System.Globalization;
using System.Text;
using AwsSsoCredentials.Tests.Support;
using IdentityCenterEmulator;

namespace AwsSsoCredentials.Tests.Flows.Sync;

/// <summary>An organization with many accounts: <c>lab-000</c>, <c>lab-001</c> …, each with the roles Developer and ReadOnly.</summary>
internal static class Lab
{
    public static string Name(int number) => number.ToString("lab-000", CultureInfo.InvariantCulture);

    public static string Account(int number) => (100_000_000_000 + number).ToString(CultureInfo.InvariantCulture);

    public static FlowFixture Fixture(int accounts) => new(Options(accounts), Config(accounts));

    private static EmulatorOptions Options(int accounts)
    {
        var options = new EmulatorOptions();
        options.Accounts.Clear();
        for (int i = 0; i < accounts; i++)
        {
            options.Accounts.Add(new EmulatorAccount(Account(i), $"Lab {i}", "lab@example.com", ["Developer", "ReadOnly"]));
        }

        return options;
    }

    private static string Config(int accounts)
    {
        var config = new StringBuilder("""
            [sso-session corp]
            sso_start_url = https://d-0123456789.awsapps.com/start
            sso_region = eu-central-1
            sso_registration_scopes = sso:account:access

            """);
        for (int i = 0; i < accounts; i++)
        {
            config.Append(CultureInfo.InvariantCulture, $"""

                [profile {Name(i)}]
                sso_session = corp
                sso_account_id = {Account(i)}
                sso_role_name = Developer

                """);
        }

        return config.ToString();
    }
}
