using System.Runtime.InteropServices;

namespace AwsSsoCredentials.Tests.Files;

/// <summary>
/// Acts on files as another user: <c>setfsuid(2)</c> and <c>setfsgid(2)</c> change, for one thread, by whom the kernel judges access and who owns
/// new files, and take root's rights over files away.
/// </summary>
internal static class OtherUser
{
    internal const uint Anna = 64001;
    internal const uint Bert = 64002;
    internal const uint Team = 64100;

    /// <summary>Runs on a thread of its own, which ends with its user.</summary>
    internal static void Act(uint userId, uint groupId, Action action)
    {
        Exception? failure = null;
        var thread = new Thread(() =>
        {
            _ = SetGroup(groupId);
            _ = SetUser(userId);
            try
            {
                action();
            }
            catch (Exception error)
            {
                failure = error;
            }
        });
        thread.Start();
        thread.Join();
        if (failure is not null)
        {
            throw new InvalidOperationException(failure.Message, failure);
        }
    }

    /// <summary>Gives a file or folder away.</summary>
    internal static void Give(string path, uint userId, uint groupId) => Assert.Equal(0, SetOwner(path, userId, groupId));

    [DllImport("libc", EntryPoint = "setfsuid")]
    private static extern int SetUser(uint userId);

    [DllImport("libc", EntryPoint = "setfsgid")]
    private static extern int SetGroup(uint groupId);

    [DllImport("libc", EntryPoint = "chown", SetLastError = true)]
    private static extern int SetOwner([MarshalAs(UnmanagedType.LPUTF8Str)] string path, uint userId, uint groupId);
}
