using AwsSsoCredentials;
using AwsSsoCredentials.Flows;
using AwsSsoCredentials.Machine;
using Cake.Core;

namespace Cake.AwsSsoCredentials;

/// <summary>What the aliases take from Cake.</summary>
internal static class CakeContextExtensions
{
    private const string LoginArgument = "aws-sso-login";

    /// <summary>Furnishes the rooms for one call of an alias, from the environment as it is now.</summary>
    public static FlowRooms Rooms(this ICakeContext context)
    {
        ArgumentNullException.ThrowIfNull(context);

        // One for the build: what many calls would warn of is said once.
        OncePerMessageLog log = context.OneForBuild(() => new OncePerMessageLog(new CakeLog(context.Log)));
        return new FlowRooms(AwsEnvironment.Capture(context.Environment.GetEnvironmentVariable), log);
    }

    /// <summary>Tells whether <c>--aws-sso-login</c> was typed.</summary>
    public static bool HasLoginArgument(this ICakeContext context) => context.Arguments.HasArgument(LoginArgument);

    /// <summary>
    /// Applies <c>--aws-sso-login=device|browser</c>: whoever typed it sits there, and what the script leaves open it decides.
    /// </summary>
    public static LoginSsoSettings WithLoginArgument(this ICakeContext context, LoginSsoSettings settings)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Arguments.GetArguments(LoginArgument).LastOrDefault() is not { } value)
        {
            return settings;
        }

        SsoLoginFlow flow = value.ToLowerInvariant() switch
        {
            "device" => SsoLoginFlow.DeviceCode,
            "browser" => SsoLoginFlow.Browser,
            _ => throw new SsoConfigurationException($"--{LoginArgument}={value} is not known: use --{LoginArgument}=device or --{LoginArgument}=browser."),
        };
        LoginSsoSettings applied = SettingsCopy.Of(settings);
        applied.Flow = applied.Flow == SsoLoginFlow.Auto ? flow : applied.Flow;
        applied.Interactive ??= true;
        return applied;
    }

    /// <summary>Applies <c>--aws-sso-login</c> to a login that the script allows; without <see cref="GenerateSsoCredentialsSettings.Login"/> it changes nothing.</summary>
    public static GenerateSsoCredentialsSettings WithLoginArgument(this ICakeContext context, GenerateSsoCredentialsSettings settings)
    {
        if (settings.Login is null)
        {
            return settings;
        }

        GenerateSsoCredentialsSettings applied = SettingsCopy.Of(settings);
        applied.Login = context.WithLoginArgument(settings.Login);
        return applied;
    }
}
