using AwsSsoCredentials;

namespace Cake.AwsSsoCredentials;

/// <summary>
/// A build context that settles what the credential tasks do, and receives what they generate. A context that does not implement it leaves
/// all to the command line: <c>--aws-profile</c>, <c>--aws-target-profile</c> and <c>--aws-sso-login</c>.
/// </summary>
/// <example>
/// <code>
/// public sealed class BuildContext(ICakeContext context) : FrostingContext(context), ISsoCredentialsContext
/// {
///     public string? SsoProfile => "dev";
///
///     public WriteCredentialsProfileSettings? WriteCredentialsProfileSettings => new() { TargetProfile = "dev-keys" };
///
///     public SsoCredentials? SsoCredentials { get; set; }
/// }
/// </code>
/// </example>
public interface ISsoCredentialsContext
{
    /// <summary>Gets the SSO profile.</summary>
    /// <value>The default is null: <c>--aws-profile</c>, else <c>AWS_PROFILE</c>, else <c>default</c>.</value>
    string? SsoProfile => null;

    /// <summary>Gets what <see cref="ClearSsoCacheTask"/> removes.</summary>
    /// <value>The default is null: every cached SSO token.</value>
    ClearSsoCacheSettings? ClearSsoCacheSettings => null;

    /// <summary>Gets how <see cref="GenerateSsoCredentialsTask"/> obtains credentials. <c>--aws-sso-login</c> allows a login in any case.</summary>
    /// <value>
    /// The default is null: the keys in the target profile are taken again while they live for another 15 minutes, else the portal is asked.
    /// Settings without <see cref="GenerateSsoCredentialsSettings.ReuseFrom"/> ask the portal every time.
    /// </value>
    GenerateSsoCredentialsSettings? GenerateSsoCredentialsSettings => null;

    /// <summary>Gets where and how <see cref="WriteCredentialsProfileTask"/> writes.</summary>
    /// <value>The default is null: to <c>--aws-target-profile</c>, else to the name of the SSO profile.</value>
    WriteCredentialsProfileSettings? WriteCredentialsProfileSettings => null;

    /// <summary>Gets or sets the role credentials. <see cref="GenerateSsoCredentialsTask"/> sets them, also when it took keys again.</summary>
    SsoCredentials? SsoCredentials { get; set; }
}
