using System.Runtime.CompilerServices;

namespace AwsSsoCredentials;

/// <summary>Copies settings whole, for whoever needs others than the caller's in one point: a new setting cannot get lost here.</summary>
internal static class SettingsCopy
{
    /// <summary>Copies; what is changed in the copy leaves the caller's settings as they are.</summary>
    /// <typeparam name="T">The class of the settings.</typeparam>
    /// <param name="settings">The caller's settings.</param>
    /// <returns>A copy with the same values. A list or settings in them are the very same: replace them in the copy, do not change them.</returns>
    public static T Of<T>(T settings)
        where T : class => (T)MemberwiseClone(settings);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = nameof(MemberwiseClone))]
    private static extern object MemberwiseClone(object settings);
}
