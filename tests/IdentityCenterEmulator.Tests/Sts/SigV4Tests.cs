using System.Net;
using System.Security.Cryptography;
using System.Text;
using Amazon.Runtime;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;

namespace IdentityCenterEmulator.Tests.Sts;

public class SigV4Tests
{
    [Fact]
    public async Task An_untouched_request_of_the_real_client_passes()
    {
        Assert.Null(await TamperAsync(_ => Task.CompletedTask));
    }

    [Fact]
    public async Task A_changed_body_is_refused()
    {
        var code = await TamperAsync(async request =>
        {
            var body = await request.Content!.ReadAsStringAsync();
            request.Content = Form(body + "&x=1", request.Content);
        });

        Assert.Equal("SignatureDoesNotMatch", code);
    }

    [Fact]
    public async Task An_added_query_is_refused()
    {
        var code = await TamperAsync(request =>
        {
            request.RequestUri = new Uri(request.RequestUri + "?x=1");
            return Task.CompletedTask;
        });

        Assert.Equal("SignatureDoesNotMatch", code);
    }

    [Fact]
    public async Task A_changed_signed_header_is_refused()
    {
        var code = await TamperAsync(request =>
        {
            request.Headers.Host = "localhost";
            return Task.CompletedTask;
        });

        Assert.Equal("SignatureDoesNotMatch", code);
    }

    [Fact]
    public async Task An_added_amz_header_that_is_not_signed_is_refused()
    {
        var code = await TamperAsync(request =>
        {
            request.Headers.Add("x-amz-extra", "1");
            return Task.CompletedTask;
        });

        Assert.Equal("SignatureDoesNotMatch", code);
    }

    [Theory]
    [InlineData("Signature=", "SignatureDoesNotMatch")]
    [InlineData("us-east-1/", "SignatureDoesNotMatch")]
    public async Task A_changed_character_of_the_authorization_header_is_refused(string after, string expected)
    {
        var code = await TamperAsync(request => ChangeAuthorization(request, header =>
        {
            var index = header.IndexOf(after, StringComparison.Ordinal) + after.Length;
            return header[..index] + (header[index] == '0' ? '1' : '0') + header[(index + 1)..];
        }));

        Assert.Equal(expected, code);
    }

    [Fact]
    public async Task The_parts_of_the_authorization_header_may_stand_in_any_order()
    {
        var code = await TamperAsync(request => ChangeAuthorization(request, header =>
            SigV4Algorithm + " " + string.Join(",", header[SigV4Algorithm.Length..].Split(',', StringSplitOptions.TrimEntries).Reverse())));

        Assert.Null(code);
    }

    [Theory]
    [InlineData(-16, "SignatureDoesNotMatch")]
    [InlineData(16, "SignatureDoesNotMatch")]
    [InlineData(-14, null)]
    [InlineData(14, null)]
    public async Task The_date_must_be_within_fifteen_minutes(int minutes, string? expected)
    {
        var clock = new FakeClock();
        await using var server = await EmulatorServer.StartAsync(new EmulatorOptions { TimeProvider = clock });
        var keys = await EmulatorClients.GetKeysAsync(server);

        var code = await SendAsync(server, new Signer(keys) { Date = clock.GetUtcNow().AddMinutes(minutes) }, HttpMethod.Post, "", Body);

        Assert.Equal(expected, code);
    }

    [Theory]
    [InlineData("?Action=GetCallerIdentity&Version=2011-06-15")]
    [InlineData("?Version=2011-06-15&Action=GetCallerIdentity&z=%7e&a=b%20c&a=B%2Bc&empty")]
    public async Task A_get_with_the_parameters_in_its_query_passes(string query)
    {
        await using var server = await EmulatorServer.StartAsync();
        var keys = await EmulatorClients.GetKeysAsync(server);

        Assert.Null(await SendAsync(server, new Signer(keys), HttpMethod.Get, query, ""));
    }

    [Fact]
    public async Task Blanks_in_a_signed_header_are_folded_as_the_signer_folds_them()
    {
        await using var server = await EmulatorServer.StartAsync();
        var keys = await EmulatorClients.GetKeysAsync(server);
        var signer = new Signer(keys) { Extra = ("x-amz-note", "a   b  c", "a b c") };

        Assert.Null(await SendAsync(server, signer, HttpMethod.Post, "", Body));
    }

    [Fact]
    public async Task A_content_hash_header_must_be_that_of_the_body()
    {
        await using var server = await EmulatorServer.StartAsync();
        var keys = await EmulatorClients.GetKeysAsync(server);
        var right = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Body)));
        var wrong = Convert.ToHexStringLower(SHA256.HashData([]));

        Assert.Null(await SendAsync(server, new Signer(keys) { Extra = ("x-amz-content-sha256", right, right) }, HttpMethod.Post, "", Body));
        Assert.Equal("SignatureDoesNotMatch", await SendAsync(server, new Signer(keys) { Extra = ("x-amz-content-sha256", wrong, wrong) }, HttpMethod.Post, "", Body));
    }

    [Fact]
    public async Task Another_services_scope_is_refused()
    {
        await using var server = await EmulatorServer.StartAsync();
        var keys = await EmulatorClients.GetKeysAsync(server);

        Assert.Equal("SignatureDoesNotMatch", await SendAsync(server, new Signer(keys) { Service = "s3" }, HttpMethod.Post, "", Body));
    }

    [Fact]
    public async Task An_unknown_action_is_refused_after_the_signature_is_checked()
    {
        await using var server = await EmulatorServer.StartAsync();
        var keys = await EmulatorClients.GetKeysAsync(server);

        Assert.Equal("InvalidAction", await SendAsync(server, new Signer(keys), HttpMethod.Post, "", "Action=AssumeRole&Version=2011-06-15"));
    }

    [Fact]
    public async Task A_request_without_a_signature_is_refused()
    {
        await using var server = await EmulatorServer.StartAsync();
        using var http = new HttpClient { BaseAddress = server.Url };

        using var answer = await http.PostAsync("", new StringContent(Body));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("<Code>MissingAuthenticationToken</Code>", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private const string SigV4Algorithm = "AWS4-HMAC-SHA256";
    private const string Body = "Action=GetCallerIdentity&Version=2011-06-15";

    private static async Task<string?> TamperAsync(Func<HttpRequestMessage, Task> tamper)
    {
        await using var server = await EmulatorServer.StartAsync();
        var keys = await EmulatorClients.GetKeysAsync(server);
        var config = new AmazonSecurityTokenServiceConfig
        {
            ServiceURL = server.Url.AbsoluteUri,
            AuthenticationRegion = "us-east-1",
            MaxErrorRetry = 0,
            HttpClientFactory = new TamperingFactory(tamper),
        };
        using var sts = new AmazonSecurityTokenServiceClient(new SessionAWSCredentials(keys.AccessKeyId, keys.SecretAccessKey, keys.SessionToken), config);
        try
        {
            await sts.GetCallerIdentityAsync(new GetCallerIdentityRequest());
            return null;
        }
        catch (AmazonServiceException exception)
        {
            return exception.ErrorCode;
        }
    }

    private static Task ChangeAuthorization(HttpRequestMessage request, Func<string, string> change)
    {
        var header = string.Join(',', request.Headers.GetValues("Authorization"));
        request.Headers.Remove("Authorization");
        request.Headers.TryAddWithoutValidation("Authorization", change(header));
        return Task.CompletedTask;
    }

    private static ByteArrayContent Form(string body, HttpContent original)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = original.Headers.ContentType;
        return content;
    }

    private static async Task<string?> SendAsync(EmulatorServer server, Signer signer, HttpMethod method, string query, string body)
    {
        using var http = new HttpClient();
        using var answer = await http.SendAsync(signer.Sign(server.Url, method, query, body));
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode ? null : text.Split("<Code>")[1].Split("</Code>")[0];
    }
}
