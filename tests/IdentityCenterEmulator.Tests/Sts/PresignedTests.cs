using System.Globalization;
using System.Text.Json.Nodes;

namespace IdentityCenterEmulator.Tests.Sts;

/// <summary>Requests that carry their signature in the query, as <c>aws eks get-token</c> makes them.</summary>
public class PresignedTests
{
    private const string Action = "Action=GetCallerIdentity&Version=2011-06-15";

    [Fact]
    public async Task A_presigned_url_tells_who_signed_it()
    {
        await using var server = await EmulatorServer.StartAsync();
        var url = new PresigningSigner(await EmulatorClients.GetKeysAsync(server, "012345678901", "Administrator")).Presign(server.Url, Action);

        using var http = new HttpClient();
        var answer = await http.GetStringAsync(url);

        Assert.Contains("<Account>012345678901</Account>", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_presigned_POST_has_its_parameters_in_the_query_and_no_body()
    {
        await using var server = await EmulatorServer.StartAsync();
        var url = new PresigningSigner(await EmulatorClients.GetKeysAsync(server)) { Method = "POST" }.Presign(server.Url, Action);
        using var http = new HttpClient();

        using var answer = await http.PostAsync(url, content: null);

        Assert.True(answer.IsSuccessStatusCode);
        Assert.Equal("SignatureDoesNotMatch", await SendAsync(url));
    }

    [Fact]
    public async Task Who_prefers_JSON_is_answered_in_JSON()
    {
        await using var server = await EmulatorServer.StartAsync();
        var url = new PresigningSigner(await EmulatorClients.GetKeysAsync(server, "012345678901", "Administrator")).Presign(server.Url, Action);
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Add("Accept", "application/json");

        var answer = JsonNode.Parse(await http.GetStringAsync(url))!;

        Assert.Equal("012345678901", answer["GetCallerIdentityResponse"]!["GetCallerIdentityResult"]!["Account"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_signed_header_must_come_with_the_request_and_be_the_signed_one()
    {
        await using var server = await EmulatorServer.StartAsync();
        var url = new PresigningSigner(await EmulatorClients.GetKeysAsync(server)) { Header = ("x-k8s-aws-id", "cluster") }.Presign(server.Url, Action);

        Assert.Null(await SendAsync(url, ("x-k8s-aws-id", "cluster")));
        Assert.Equal("SignatureDoesNotMatch", await SendAsync(url, ("x-k8s-aws-id", "other")));
        Assert.Equal("IncompleteSignature", await SendAsync(url));
    }

    [Theory]
    [InlineData("X-Amz-Signature=", "SignatureDoesNotMatch")]
    [InlineData("us-east-1%2F", "SignatureDoesNotMatch")]
    [InlineData("X-Amz-Security-Token=", "InvalidClientTokenId")]
    [InlineData("X-Amz-Expires=", "SignatureDoesNotMatch")]
    [InlineData("Version=", "SignatureDoesNotMatch")]
    public async Task A_changed_character_is_refused(string after, string expected)
    {
        await using var server = await EmulatorServer.StartAsync();
        var url = new PresigningSigner(await EmulatorClients.GetKeysAsync(server)).Presign(server.Url, Action).AbsoluteUri;
        var index = url.IndexOf(after, StringComparison.Ordinal) + after.Length;
        var changed = url[..index] + (url[index] == '1' ? '2' : '1') + url[(index + 1)..];

        Assert.Equal(expected, await SendAsync(new Uri(changed)));
    }

    [Fact]
    public async Task An_added_parameter_and_a_body_are_refused()
    {
        await using var server = await EmulatorServer.StartAsync();
        var url = new PresigningSigner(await EmulatorClients.GetKeysAsync(server)).Presign(server.Url, Action);

        Assert.Equal("SignatureDoesNotMatch", await SendAsync(new Uri(url + "&x=1")));
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, url) { Content = new StringContent("body") };
        using var answer = await http.SendAsync(request);
        Assert.Contains("SignatureDoesNotMatch", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-16, 604800, "SignatureDoesNotMatch")]
    [InlineData(-14, 60, null)]
    [InlineData(14, 60, null)]
    [InlineData(16, 60, "SignatureDoesNotMatch")]
    public async Task It_is_good_for_fifteen_minutes_whatever_it_says(int minutes, int expires, string? expected)
    {
        var clock = new FakeClock();
        await using var server = await EmulatorServer.StartAsync(new EmulatorOptions { TimeProvider = clock });
        var signer = new PresigningSigner(await EmulatorClients.GetKeysAsync(server)) { Date = clock.GetUtcNow().AddMinutes(minutes), Expires = expires.ToString(CultureInfo.InvariantCulture) };

        Assert.Equal(expected, await SendAsync(signer.Presign(server.Url, Action)));
    }

    [Theory]
    [InlineData("604801")]
    [InlineData("-1")]
    [InlineData("soon")]
    public async Task An_expiry_that_is_no_number_of_seconds_is_refused(string expires)
    {
        await using var server = await EmulatorServer.StartAsync();
        var signer = new PresigningSigner(await EmulatorClients.GetKeysAsync(server)) { Expires = expires };

        Assert.Equal("IncompleteSignature", await SendAsync(signer.Presign(server.Url, Action)));
    }

    [Theory]
    [InlineData("X-Amz-Algorithm=AWS4-HMAC-SHA256&", "")]
    [InlineData("X-Amz-Credential", "X-Amz-Credentials")]
    [InlineData("X-Amz-SignedHeaders=host", "X-Amz-SignedHeaders=")]
    [InlineData("X-Amz-Expires=60", "X-Amz-Expires=60&X-Amz-Expires=60")]
    public async Task A_parameter_that_is_missing_or_given_twice_is_named(string part, string instead)
    {
        await using var server = await EmulatorServer.StartAsync();
        var url = new PresigningSigner(await EmulatorClients.GetKeysAsync(server)).Presign(server.Url, Action).AbsoluteUri;
        Assert.Contains(part, url, StringComparison.Ordinal);

        Assert.Equal("IncompleteSignature", await SendAsync(new Uri(url.Replace(part, instead, StringComparison.Ordinal))));
    }

    [Fact]
    public async Task A_header_that_should_be_signed_but_is_not_is_refused()
    {
        await using var server = await EmulatorServer.StartAsync();
        var url = new PresigningSigner(await EmulatorClients.GetKeysAsync(server)).Presign(server.Url, Action);

        Assert.Equal("SignatureDoesNotMatch", await SendAsync(url, ("x-amz-extra", "1")));
    }

    [Fact]
    public async Task Two_signatures_are_one_too_many()
    {
        await using var server = await EmulatorServer.StartAsync();
        var url = new PresigningSigner(await EmulatorClients.GetKeysAsync(server)).Presign(server.Url, Action);

        Assert.Equal("IncompleteSignature", await SendAsync(url, ("Authorization", "AWS4-HMAC-SHA256 Credential=a, SignedHeaders=host, Signature=b")));
    }

    [Fact]
    public async Task The_query_of_a_presigned_request_is_recorded_nowhere()
    {
        await using var server = await EmulatorServer.StartAsync();
        await SendAsync(new PresigningSigner(await EmulatorClients.GetKeysAsync(server)).Presign(server.Url, Action));

        Assert.All(server.Calls.Recorded, call => Assert.DoesNotContain("X-Amz", call.ToString(), StringComparison.Ordinal));
    }

    private static async Task<string?> SendAsync(Uri url, (string Name, string Value)? header = null)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        if (header is { } own)
        {
            request.Headers.TryAddWithoutValidation(own.Name, own.Value);
        }

        using var answer = await http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode ? null : text.Split("<Code>")[1].Split("</Code>")[0];
    }
}
