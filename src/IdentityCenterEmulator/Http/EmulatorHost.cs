using System.Net;
using IdentityCenterEmulator.Control;
using IdentityCenterEmulator.Oidc;
using IdentityCenterEmulator.Portal;
using IdentityCenterEmulator.SignIn;
using IdentityCenterEmulator.State;
using IdentityCenterEmulator.Sts;
using IdentityCenterEmulator.Tls;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace IdentityCenterEmulator.Http;

/// <summary>Kestrel with the emulator's routes.</summary>
internal static class EmulatorHost
{
    private const int LongestBody = 1024 * 1024;

    public static WebApplication Build(EmulatorState state, CertificateAuthority? authority)
    {
        WebApplication? running = null;
        // The empty builder reads no configuration: ASPNETCORE_URLS and appsettings.json must not open another address. It also logs nothing.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LongestBody;
            kestrel.Listen(state.Options.Address, state.Options.Port, plain =>
            {
                if (authority is not null)
                {
                    var tunnel = new ConnectTunnel(() => new IPEndPoint(state.Options.Address, HttpsUrl(running!)!.Port));
                    plain.Use(next => connection => tunnel.OnConnectionAsync(connection, next));
                }
            });
            if (authority is not null)
            {
                kestrel.Listen(state.Options.Address, state.Options.HttpsPort, tls =>
                {
                    tls.Protocols = HttpProtocols.Http1;
                    tls.UseHttps(https => https.ServerCertificateSelector = (_, host) => authority.For(host));
                });
            }
        });
        builder.Services.AddRoutingCore();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(2));

        var app = running = builder.Build();
        app.Use(new HostFilter(state.Options).InvokeAsync);
        app.UseRouting();
        app.Use(new OperationMiddleware(state, app.Lifetime.ApplicationStopping).InvokeAsync);
        Map(app, state);
        return app;
    }

    public static Uri Url(WebApplication app) => Urls(app).Single(url => url.Scheme == Uri.UriSchemeHttp);

    public static Uri? HttpsUrl(WebApplication app) => Urls(app).SingleOrDefault(url => url.Scheme == Uri.UriSchemeHttps);

    private static IEnumerable<Uri> Urls(WebApplication app) =>
        app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Select(address => new Uri(address));

    private static void Map(WebApplication app, EmulatorState state)
    {
        var oidc = new OidcEndpoints(state, () => Url(app));
        Map(app, HttpMethods.Post, "/client/register", EmulatorOperation.RegisterClient, oidc.RegisterClientAsync);
        Map(app, HttpMethods.Post, "/device_authorization", EmulatorOperation.StartDeviceAuthorization, oidc.StartDeviceAuthorizationAsync);
        Map(app, HttpMethods.Post, "/token", EmulatorOperation.CreateToken, oidc.CreateTokenAsync);

        var authorize = new AuthorizeEndpoint(state);
        Map(app, HttpMethods.Get, "/authorize", EmulatorOperation.Authorize, authorize.StartAsync);
        app.MapPost("/authorize", authorize.DecideAsync);
        var devicePage = new DevicePageEndpoint(state);
        app.MapGet("/device", devicePage.ShowAsync);
        app.MapPost("/device", devicePage.DecideAsync);

        var portal = new PortalEndpoints(state);
        Map(app, HttpMethods.Get, "/federation/credentials", EmulatorOperation.GetRoleCredentials, portal.GetRoleCredentialsAsync);
        Map(app, HttpMethods.Get, "/assignment/accounts", EmulatorOperation.ListAccounts, portal.ListAccountsAsync);
        Map(app, HttpMethods.Get, "/assignment/roles", EmulatorOperation.ListAccountRoles, portal.ListAccountRolesAsync);
        Map(app, HttpMethods.Post, "/logout", EmulatorOperation.Logout, portal.LogoutAsync);

        var callerIdentity = new CallerIdentityEndpoint(state);
        Map(app, HttpMethods.Post, "/", EmulatorOperation.GetCallerIdentity, callerIdentity.AnswerAsync);
        Map(app, HttpMethods.Get, "/", EmulatorOperation.GetCallerIdentity, callerIdentity.AnswerAsync);

        new ControlEndpoints(state).Map(app);
    }

    private static void Map(WebApplication app, string method, string pattern, EmulatorOperation operation, RequestDelegate handler) =>
        app.MapMethods(pattern, [method], handler).WithMetadata(new OperationMetadata(operation));
}
