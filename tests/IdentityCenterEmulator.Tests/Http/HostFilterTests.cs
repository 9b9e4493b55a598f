using System.Net;

namespace IdentityCenterEmulator.Tests.Http;

/// <summary>A web page can give its own name the address 127.0.0.1 (DNS rebinding); it then may send and read what it likes here.</summary>
public sealed class HostFilterTests
{
    [Theory]
    [InlineData("evil.example")]
    [InlineData("evil.example:8080")]
    [InlineData("127.0.0.1.evil.example")]
    [InlineData("localhost.evil.example")]
    [InlineData("evillocalhost")]
    [InlineData("192.0.2.1")]
    [InlineData("[2001:db8::1]")]
    [InlineData("sts.amazonaws.com")]
    public async Task A_name_that_nobody_listed_is_answered_neither_by_services_nor_by_control_endpoints(string host)
    {
        await using var server = await EmulatorServer.StartAsync();

        Assert.Equal(HttpStatusCode.MisdirectedRequest, await GetAsync(server, "device", host));
        Assert.Equal(HttpStatusCode.MisdirectedRequest, await GetAsync(server, "_emulator/calls", host));
        Assert.Equal(HttpStatusCode.MisdirectedRequest, await GetAsync(server, "assignment/accounts", host));
        Assert.Equal(0, server.Calls.Total);
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("LOCALHOST:1")]
    [InlineData("emulator.localhost")]
    [InlineData("127.0.0.1")]
    [InlineData("127.1.2.3:80")]
    [InlineData("[::1]:80")]
    public async Task Loopback_names_are_answered_by_all(string host)
    {
        await using var server = await EmulatorServer.StartAsync();

        Assert.Equal(HttpStatusCode.OK, await GetAsync(server, "device", host));
        Assert.Equal(HttpStatusCode.OK, await GetAsync(server, "_emulator/calls", host));
    }

    [Fact]
    public async Task A_listed_name_is_answered_by_the_services_alone()
    {
        var options = new EmulatorOptions();
        options.HostNames.Add("emulator.internal");
        await using var server = await EmulatorServer.StartAsync(options);

        Assert.Equal(HttpStatusCode.OK, await GetAsync(server, "device", "Emulator.internal:8080"));
        Assert.Equal(HttpStatusCode.MisdirectedRequest, await GetAsync(server, "_emulator/calls", "emulator.internal"));
        Assert.Equal(HttpStatusCode.MisdirectedRequest, await GetAsync(server, "_EMULATOR/calls", "emulator.internal"));
        Assert.Equal(HttpStatusCode.MisdirectedRequest, await GetAsync(server, "device", "other.internal"));
    }

    [Fact]
    public async Task With_TLS_the_names_of_AWS_are_answered_by_the_services_alone()
    {
        await using var server = await EmulatorServer.StartAsync(new EmulatorOptions { Https = true });

        Assert.Equal(HttpStatusCode.OK, await GetAsync(server, "device", "oidc.eu-central-1.amazonaws.com"));
        Assert.Equal(HttpStatusCode.MisdirectedRequest, await GetAsync(server, "device", "s3.eu-central-1.amazonaws.com"));
        Assert.Equal(HttpStatusCode.MisdirectedRequest, await GetAsync(server, "_emulator/calls", "oidc.eu-central-1.amazonaws.com"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("http://emulator")]
    [InlineData("emulator:8080")]
    public async Task What_is_no_host_name_is_refused_at_start(string name)
    {
        var options = new EmulatorOptions();
        options.HostNames.Add(name);

        var exception = await Assert.ThrowsAsync<EmulatorOptionsException>(() => EmulatorServer.StartAsync(options));

        Assert.Contains($"hostNames has '{name}'", exception.Message, StringComparison.Ordinal);
    }

    private static async Task<HttpStatusCode> GetAsync(EmulatorServer server, string path, string host)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(server.Url, path));
        request.Headers.Host = host;
        using var answer = await http.SendAsync(request);
        return answer.StatusCode;
    }
}
