using Cake.Frosting;

namespace Cake.AwsSsoCredentials;

/// <summary>What a Frosting build tells its host.</summary>
public static class CakeHostExtensions
{
    /// <summary>
    /// Makes the tasks <c>ClearSsoCache</c>, <c>GenerateSsoCredentials</c> and <c>WriteCredentialsProfile</c> known to the build. Cake looks
    /// for tasks in the program itself and in assemblies it is told.
    /// </summary>
    /// <param name="host">The host.</param>
    /// <returns>The host.</returns>
    /// <example>
    /// <code>
    /// return new CakeHost()
    ///     .UseContext&lt;BuildContext&gt;()
    ///     .AddSsoCredentialTasks()
    ///     .Run(args);
    /// </code>
    /// </example>
    public static CakeHost AddSsoCredentialTasks(this CakeHost host)
    {
        ArgumentNullException.ThrowIfNull(host);
        return host.AddAssembly(typeof(WriteCredentialsProfileTask).Assembly);
    }
}
