namespace AwsSsoCredentials.Tests.Config;

public sealed class LenientReadingTests
{
}
