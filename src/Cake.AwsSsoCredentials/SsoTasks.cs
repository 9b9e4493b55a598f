using AwsSsoCredentials;
using AwsSsoCredentials.Flows;
using Cake.Core;
using Cake.Core.Diagnostics;

namespace Cake.AwsSsoCredentials;

/// <summary>
/// The ready-made tasks: those that <c>#load nuget:?package=Cake.AwsSsoCredentials</c> gives a script and <see cref="AddTo"/> any other build,
/// and those of the package Cake.Frosting.AwsSsoCredentials.
/// </summary>
/// <remarks>
/// They read the arguments <c>--aws-profile</c> (else <c>AWS_PROFILE</c>, else <c>default</c>), <c>--aws-target-profile</c> (else the name of
/// the SSO profile) and <c>--aws-sso-login=device|browser</c> (else nobody is asked to sign in).
/// </remarks>
public static class SsoTasks
{
    internal const string ClearName = "ClearSsoCache";
    internal const string ClearDescription = "Removes cached AWS SSO tokens. Logs out every build and tool of this machine's user.";
    internal const string GenerateName = "GenerateSsoCredentials";
    internal const string GenerateDescription = "Turns the AWS SSO token into role credentials.";
    internal const string WriteName = "WriteCredentialsProfile";
    internal const string WriteDescription = "Writes the role credentials as a profile of ~/.aws/credentials.";

    private const string ProfileArgument = "aws-profile";
    private const string TargetArgument = "aws-target-profile";

    /// <summary>
    /// Adds the tasks <c>ClearSsoCache</c>, <c>GenerateSsoCredentials</c> and <c>WriteCredentialsProfile</c>, which depends on the second, to a
    /// build without <c>#load</c>: a Cake.Sdk program, or whatever has an <c>IScriptHost</c> or an <c>ICakeEngine</c>.
    /// </summary>
    /// <param name="task">What makes a task of a name: the build's own <c>Task</c>.</param>
    /// <example>
    /// <code>
    /// SsoTasks.AddTo(Task);
    ///
    /// Task("Deploy").IsDependentOn("WriteCredentialsProfile").Does(() => …);
    /// </code>
    /// </example>
    public static void AddTo(Func<string, CakeTaskBuilder> task)
    {
        ArgumentNullException.ThrowIfNull(task);
        task(ClearName).Description(ClearDescription).Does(ClearSsoCacheAsync);
        task(GenerateName).Description(GenerateDescription).Does(GenerateSsoCredentialsAsync);
        task(WriteName).Description(WriteDescription).IsDependentOn(GenerateName).Does(WriteCredentialsProfile);
    }

    /// <summary>The task <c>ClearSsoCache</c>: removes cached SSO tokens. Logs out every other build and tool of the machine's user.</summary>
    /// <param name="context">The Cake context.</param>
    /// <returns>A task that ends when the tokens are gone.</returns>
    public static Task ClearSsoCacheAsync(ICakeContext context) => ClearSsoCacheAsync(context, new SsoTaskSettings());

    /// <summary>
    /// The task <c>GenerateSsoCredentials</c>: hands on role credentials. Those in the target profile are taken again while they are for
    /// the same account, role and session and live for another 15 minutes.
    /// </summary>
    /// <param name="context">The Cake context.</param>
    /// <returns>A task that ends when the <see cref="SsoHandOver"/> holds them.</returns>
    public static Task GenerateSsoCredentialsAsync(ICakeContext context) => GenerateSsoCredentialsAsync(context, new SsoTaskSettings());

    /// <summary>
    /// The task <c>WriteCredentialsProfile</c>: writes the credentials that were handed on. Where the target holds them already, it says so and
    /// writes nothing.
    /// </summary>
    /// <param name="context">The Cake context.</param>
    public static void WriteCredentialsProfile(ICakeContext context) => WriteCredentialsProfile(context, new SsoTaskSettings());

    internal static Task<ClearSsoCacheResult> ClearSsoCacheAsync(ICakeContext context, SsoTaskSettings settings) =>
        context.ClearSsoCacheAsync(settings.Clear ?? new ClearSsoCacheSettings());

    internal static async Task<SsoCredentials> GenerateSsoCredentialsAsync(ICakeContext context, SsoTaskSettings settings)
    {
        FlowRooms rooms = context.Rooms();
        string profile = settings.Profile ?? Argument(context, ProfileArgument) ?? rooms.Environment.ProfileName;
        string target = Target(context, settings, profile);
        GenerateSsoCredentialsSettings generate = settings.Generate ?? new GenerateSsoCredentialsSettings { ReuseFrom = target };

        SsoHandOver handOver = SsoHandOver.Of(context);
        handOver.Credentials = await new GenerateFlow(rooms)
            .RunAsync(profile, WithLogin(context, generate), CancellationToken.None)
            .ConfigureAwait(false);
        handOver.TargetProfile = target;
        return handOver.Credentials;
    }

    internal static void WriteCredentialsProfile(ICakeContext context, SsoTaskSettings settings)
    {
        SsoCredentials credentials = SsoHandOver.Of(context).Credentials ?? throw new SsoConfigurationException(
            "The task WriteCredentialsProfile has nothing to write: let the task GenerateSsoCredentials run before it (without --exclusive it does).");
        string target = Target(context, settings, credentials.Profile);
        FlowRooms rooms = context.Rooms();
        var write = new WriteFlow(rooms);
        if (write.IsWritten(credentials, target))
        {
            // A criterion of the task would say this to Cake, but Cake fails a build whose very target has an unmet criterion.
            context.Log.Information(
                "{0}", $"WriteCredentialsProfile skipped: profile [{target}] of {rooms.CredentialsFile.Path} already holds these keys.");
            return;
        }

        WriteCredentialsProfileSettings toTarget = SettingsCopy.Of(settings.Write ?? new WriteCredentialsProfileSettings());
        toTarget.TargetProfile = target;
        write.Run(credentials, toTarget);
    }

    private static string Target(ICakeContext context, SsoTaskSettings settings, string profile) =>
        settings.Write?.TargetProfile ?? Argument(context, TargetArgument) ?? profile;

    // Whoever types --aws-sso-login wants to be asked, if need be.
    private static GenerateSsoCredentialsSettings WithLogin(ICakeContext context, GenerateSsoCredentialsSettings settings)
    {
        if (context.HasLoginArgument())
        {
            settings = SettingsCopy.Of(settings);
            settings.Login ??= new LoginSsoSettings();
        }

        return context.WithLoginArgument(settings);
    }

    private static string? Argument(ICakeContext context, string name)
    {
        if (!context.Arguments.HasArgument(name))
        {
            return null;
        }

        string? value = context.Arguments.GetArguments(name).LastOrDefault();
        return string.IsNullOrWhiteSpace(value)
            ? throw new SsoConfigurationException($"--{name} has no value: write --{name}=NAME, or leave it out.")
            : value;
    }
}
