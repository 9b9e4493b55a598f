using System.Net;
using System.Net.Sockets;
using IdentityCenterEmulator.Tool;

namespace IdentityCenterEmulator.Tests.Tool;

public sealed class EmulatorToolTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    public void Dispose()
    {
        _folder.Dispose();
        _output.Dispose();
        _error.Dispose();
    }

    [Fact]
    public async Task An_unknown_option_ends_with_2_and_one_line()
    {
        var exitCode = await RunAsync("--prot", "80");

        Assert.Equal(2, exitCode);
        Assert.Equal("Unknown option '--prot'. Run identity-center-emulator --help for the options.", _error.ToString().TrimEnd());
    }

    [Fact]
    public async Task A_port_in_use_ends_with_1_and_one_line()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;

        var exitCode = await RunAsync("--port", $"{port}");

        Assert.Equal(1, exitCode);
        Assert.Equal($"The emulator cannot start: Failed to bind to address http://127.0.0.1:{port}: address already in use.", _error.ToString().TrimEnd());
    }

    [Fact]
    public async Task A_bad_accounts_file_ends_with_1_and_names_the_file()
    {
        var path = _folder.Write("accounts.json", "[]");

        var exitCode = await RunAsync("--accounts", path);

        Assert.Equal(1, exitCode);
        Assert.Contains(path, _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_and_version_start_nothing()
    {
        Assert.Equal(0, await RunAsync("--help"));
        Assert.Equal(0, await RunAsync("--version"));

        Assert.Contains("--ready-file PATH", _output.ToString(), StringComparison.Ordinal);
        Assert.Matches("(?m)^0\\.1\\.0", _output.ToString());
    }

    [Fact]
    public async Task The_end_of_standard_input_ends_it_with_0()
    {
        var exitCode = await RunAsync("--stop-on-stdin-end", "--ready-file", _folder.File("ready"));

        Assert.Equal(0, exitCode);
        var url = (await File.ReadAllTextAsync(_folder.File("ready"))).TrimEnd();
        Assert.StartsWith($"Listening on {url}{System.Environment.NewLine}", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains($"export AWS_ENDPOINT_URL_SSO_OIDC={url}", _output.ToString(), StringComparison.Ordinal);
        Assert.Equal(["ready"], Directory.GetFiles(_folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_certificate_is_written_and_named_together_with_the_proxy()
    {
        var exitCode = await RunAsync("--stop-on-stdin-end", "--certificate", _folder.File("emulator.pem"));

        Assert.Equal(0, exitCode);
        Assert.StartsWith("-----BEGIN CERTIFICATE-----", await File.ReadAllTextAsync(_folder.File("emulator.pem")), StringComparison.Ordinal);
        Assert.Contains($"  export AWS_CA_BUNDLE={_folder.File("emulator.pem")}", _output.ToString(), StringComparison.Ordinal);
        Assert.Matches("(?m)^  export HTTPS_PROXY=http://127\\.0\\.0\\.1:[0-9]+\\r?$", _output.ToString());
        Assert.Matches("(?m)^TLS listens on https://127\\.0\\.0\\.1:[0-9]+\\r?$", _output.ToString());
    }

    [Fact]
    public async Task A_ready_file_that_cannot_be_written_ends_with_1()
    {
        var exitCode = await RunAsync("--ready-file", Path.Combine(_folder.Path, "missing", "ready"));

        Assert.Equal(1, exitCode);
        Assert.Contains("missing", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_accounts_files_settings_and_the_options_go_together()
    {
        var path = _folder.Write("accounts.json", """{ "startUrls": ["https://d-1111111111.awsapps.com/start"] }""");
        using var stop = new CancellationTokenSource();
        var run = new EmulatorTool(TextReader.Null, _output, _error).RunAsync(["--accounts", path, "--auto-approve", "--ready-file", _folder.File("ready")], stop.Token);
        while (!File.Exists(_folder.File("ready")) && !run.IsCompleted)
        {
            await Task.Delay(1);
        }

        using var http = new HttpClient { BaseAddress = new Uri((await File.ReadAllTextAsync(_folder.File("ready"))).TrimEnd()) };
        using var registered = await http.PostAsync("client/register", new StringContent("""{"clientName":"a","clientType":"public","issuerUrl":"https://d-2222222222.awsapps.com/start"}"""));
        await stop.CancelAsync();

        Assert.Equal(HttpStatusCode.BadRequest, registered.StatusCode);
        Assert.Equal(0, await run);
    }

    private Task<int> RunAsync(params string[] arguments) => new EmulatorTool(TextReader.Null, _output, _error).RunAsync(arguments, CancellationToken.None);
}
