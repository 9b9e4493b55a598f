using Cake.Core;

namespace Cake.Frosting.AwsSsoCredentials.Tests.Support;

/// <summary>A build's own context that knows nothing of credentials.</summary>
public sealed class OtherContext(ICakeContext context) : FrostingContext(context);
