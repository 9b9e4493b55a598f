using Cake.Common;
using Cake.Core;
using Cake.Frosting;

namespace Build;

/// <summary>What all tasks share.</summary>
public sealed class BuildContext(ICakeContext context) : FrostingContext(context), ISsoCredentialsContext
{
    // Not the SSO profile's own name: AWS CLI, boto3, .NET, Java and Ruby would go on using its SSO settings instead of the keys.
    public string KeysProfile => this.Argument("aws-target-profile", "dev-keys");

    public WriteCredentialsProfileSettings? WriteCredentialsProfileSettings => new() { TargetProfile = KeysProfile };

    public SsoCredentials? SsoCredentials { get; set; }
}
