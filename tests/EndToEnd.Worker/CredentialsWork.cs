using System.Globalization;
using System.Text;
using AwsSsoCredentials;
using AwsSsoCredentials.Credentials;
using AwsSsoCredentials.Files;

namespace EndToEnd.Worker;

/// <summary>Work on one credentials file that others use, too.</summary>
internal static class CredentialsWork
{
    /// <summary>Writes profiles of its own, one by one. Exit code 3: what stood complete in the file was not there after one of our renames.</summary>
    public static int WriteProfiles(string path, string prefix, int count, string barrier)
    {
        var operations = new WatchingFileOperations(path);
        CredentialsFile file = Open(path, operations);
        Barrier.Await(barrier);
        for (int i = 0; i < count; i++)
        {
            string profile = string.Create(CultureInfo.InvariantCulture, $"{prefix}-{i}");
            file.Write(Credentials(profile, i), profile);
            if (operations.LostLine(profile) is { } lost)
            {
                Console.Error.WriteLine($"lost while writing [{profile}]: {lost}");
                return 3;
            }
        }

        return 0;
    }

    /// <summary>Writes one profile, once.</summary>
    public static int WriteProfile(string path, string profile)
    {
        Open(path, new FileOperations()).Write(Credentials(profile, 0), profile);
        return 0;
    }

    /// <summary>Writes one profile with ever new keys until it is killed. Says <c>ready</c> after the first time.</summary>
    public static int WriteForever(string path, string profile)
    {
        CredentialsFile file = Open(path, new FileOperations());
        for (int i = 0; ; i++)
        {
            file.Write(Credentials(profile, i), profile);
            if (i == 0)
            {
                Console.WriteLine("ready");
            }
        }
    }

    /// <summary>Rewrites its own profile as many a tool does: read, edit, truncate, write, with no lock.</summary>
    public static int RewriteWithoutLock(string path, string profile, string stop)
    {
        var encoding = new UTF8Encoding(false);
        Console.WriteLine("ready");
        for (int i = 0; !File.Exists(stop); i++)
        {
            List<string> lines = [.. File.ReadAllText(path, encoding).Split('\n')];
            int header = lines.IndexOf($"[{profile}]");
            string key = string.Create(CultureInfo.InvariantCulture, $"aws_access_key_id = ASIAUNLOCKED{i:D8}");
            if (header < 0)
            {
                lines.InsertRange(0, [$"[{profile}]", key, ""]);
            }
            else
            {
                lines[header + 1] = key;
            }

            File.WriteAllText(path, string.Join('\n', lines), encoding);
            // Far more often than any tool does, yet with room for others.
            Thread.Sleep(100);
        }

        return 0;
    }

    private static CredentialsFile Open(string path, IFileOperations operations) =>
        new(path, new SafeFiles(operations, TimeProvider.System), TimeProvider.System, new SilentLog()) { LockTimeout = TimeSpan.FromMinutes(5) };

    // All values follow from the number: a mixture of two commits can be told.
    private static SsoCredentials Credentials(string profile, int number)
    {
        string digits = number.ToString("D8", CultureInfo.InvariantCulture);
        return new SsoCredentials(
            profile, "111122223333", $"Role{digits}", null, $"ASIA{digits}EXAM", $"secret-{digits}", $"token-{digits}",
            DateTimeOffset.UnixEpoch.AddYears(70).AddSeconds(number), "corp");
    }
}
