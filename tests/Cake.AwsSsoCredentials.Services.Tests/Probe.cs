namespace Cake.AwsSsoCredentials.Services.Tests;

internal static class Probe
{
    private static int Main() => 0;
}
