using Cake.Core;

namespace Cake.AwsSsoCredentials;

/// <summary>What is one for the whole build: Cake's typed context data, so that nothing is static.</summary>
internal static class CakeDataExtensions
{
    /// <summary>Gets the one of this build; the first call makes it.</summary>
    /// <typeparam name="T">The type, which Cake keeps one of.</typeparam>
    /// <param name="context">The Cake context.</param>
    /// <param name="make">Makes it.</param>
    public static T OneForBuild<T>(this ICakeContext context, Func<T> make)
        where T : class
    {
        try
        {
            return context.Data.Get<T>();
        }
        catch (InvalidOperationException) when (context.Data is ICakeDataService data)
        {
            // Cake has no way to ask first; adding a type twice is an error, too, as where two tasks run at the same time.
            T added = make();
            try
            {
                data.Add(added);
                return added;
            }
            catch (InvalidOperationException)
            {
                return context.Data.Get<T>();
            }
        }
    }
}
