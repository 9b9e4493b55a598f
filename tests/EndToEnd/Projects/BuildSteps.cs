using System;
using System.Diagnostics;
using Amazon.S3;
using Amazon.S3.Model;
using Cake.AwsSsoCredentials;

/// <summary>A build with an AWSSDK of its own, which works before and after the add-in's first call.</summary>
public static class BuildSteps
{
    public static int Run()
    {
        try
        {
            Console.WriteLine($"before: {Presign()}");
            SsoCredentials credentials = GenerateSsoCredentials("dev");
            WriteCredentialsProfile(credentials, "dev-keys");
            Console.WriteLine($"after: {Presign()}");
            Console.WriteLine($"account: {credentials.AccountId}");
            return 0;
        }
        catch (SsoException e)
        {
            Console.Error.WriteLine($"{e.GetType().Name}: {e.Message}");
            return 1;
        }
    }

    private static string Presign()
    {
        using var s3 = new AmazonS3Client("AKIAIOSFODNN7EXAMPLE", "secret", Amazon.RegionEndpoint.EUCentral1);
        string url = s3.GetPreSignedURL(new GetPreSignedUrlRequest { BucketName = "bucket", Key = "key", Expires = DateTime.UtcNow.AddHours(1) });
        return $"{new Uri(url).AbsolutePath} by {typeof(AmazonS3Client).BaseType!.Assembly.GetName().Name} {VersionOf(typeof(AmazonS3Client).BaseType!)}";
    }

    // In a single file an assembly has no location.
    private static string? VersionOf(Type type) => type.Assembly.Location is { Length: > 0 } file ? FileVersionInfo.GetVersionInfo(file).FileVersion : "?";
}
