using System.Net;
using Chancery.Desk.Commands;
using Chancery.Desk.Fetching;
using Chancery.Desk.Web.Accounts;
using Chancery.Desk.Web.Feeds;
using Chancery.Desk.Web.State;
using Chancery.Records;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Chancery.Desk.Web.Hosting;

/// <summary>The desk, served. Everything it needs is made here, once.</summary>
public sealed class DeskServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Site _site;
    private readonly FeedRounds _rounds;

    private DeskServer(WebApplication app, Site site, FeedRounds rounds) => (_app, _site, _rounds) = (app, site, rounds);

    /// <summary>Where it listens.</summary>
    public IReadOnlyList<string> Addresses => [.. _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses];

    /// <param name="open">Opens the record, as often as requests are answered at once.</param>
    /// <param name="errors">Where failures are told to whoever runs the desk.</param>
    /// <exception cref="IOException">An address cannot be listened on.</exception>
    public static async Task<DeskServer> StartAsync(ServeOptions options, Func<Ledger> open, TextWriter errors, TimeProvider time)
    {
        var site = new Site(options, new Ledgers(open), new DeskFile(options.Data), new FetchAddress(options.AllowPrivate, ReadSetup.Version), time);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "chancery" });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = Limits.RequestBytes;
            kestrel.Limits.MaxRequestLineSize = Limits.AddressBytes;
            kestrel.Limits.RequestHeadersTimeout = Limits.HeadersTime;
        });
        builder.WebHost.UseUrls([.. options.Urls]);
        builder.Services.AddRoutingCore();
        builder.Services.AddDataProtection().SetApplicationName("chancery").PersistKeysToFileSystem(Directory.CreateDirectory(Path.Combine(options.Data, "keys")));
        builder.Services.AddAuthentication(SignedIn.Scheme).AddCookie(SignedIn.Scheme, SignedIn.Configure).AddOpenId(options.OpenId, site, errors);
        builder.Services.AddAntiforgery(FormTokens.Configure);
        builder.Services.Configure<FormOptions>(Limits.Configure);
        builder.Services.AddSingleton<IResponseCompressionProvider, PackOnce>();
        builder.Services.AddResponseCompression(compression => compression.EnableForHttps = true);
        builder.Services.Configure<HostFilteringOptions>(filter => filter.AllowedHosts = [.. HostNames(options)]);
        var app = builder.Build();
        // Which scheme and address a request came by, as a proxy on this machine says it: others are not believed.
        app.UseForwardedHeaders(new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedFor });
        app.UseHeaders();
        app.UseHostFiltering();
        app.UseResponseCompression();
        app.UseFailures(site, errors);
        app.UseAuthentication();
        app.UseRouting();
        Routes.Map(new DeskRoutes(app, site));
        app.UseEndpoints(_ => { });
        await app.StartAsync().ConfigureAwait(false);
        var rounds = new FeedRounds(site, errors);
        site.Reading.Start();
        rounds.Start();
        return new DeskServer(app, site, rounds);
    }

    public Task WaitForShutdownAsync(CancellationToken cancel = default) => _app.WaitForShutdownAsync(cancel);

    /// <summary>Whoever was refused for trying too often may try again.</summary>
    internal void ForgetSignIns() => _site.SignIns.Forget();

    /// <summary>A page of another name that points at this machine must not be able to ask on behalf of whoever reads it.</summary>
    private static IEnumerable<string> HostNames(ServeOptions options)
    {
        foreach (var name in options.Hosts) yield return name;
        yield return "localhost";
        foreach (var url in options.Urls)
        {
            var host = BindingAddress.Parse(url).Host;
            if (IPAddress.TryParse(host.Trim('[', ']'), out var address) && (address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any))) continue;
            if (host is not ("*" or "+")) yield return host;
        }
        yield return "127.0.0.1";
        yield return "[::1]";
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync().ConfigureAwait(false);
        await _rounds.DisposeAsync().ConfigureAwait(false);
        await _site.Reading.DisposeAsync().ConfigureAwait(false);
        _site.Fetch.Dispose();
        _site.Work.Dispose();
        _site.Ledgers.Dispose();
    }
}
