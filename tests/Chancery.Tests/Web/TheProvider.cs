using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using OpenIddict.Abstractions;
using Xunit;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Chancery.Tests.Web;

/// <summary>A real OpenID provider (OpenIddict) on this machine that knows one client and signs in whoever is set.</summary>
public sealed class TheProvider : IAsyncLifetime
{
    public const string Client = "the-desk", Secret = "what only the desk knows";

    private WebApplication _app = null!;

    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    /// <summary>Who is signed in; null where the provider refuses.</summary>
    public (string Subject, string Name)? Person { get; set; }

    /// <summary>Where answers may be sent to.</summary>
    public string? Redirect { get; set; }

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        builder.Services.AddAuthentication();
        builder.Services.AddOpenIddict().AddServer(options =>
        {
            options.SetAuthorizationEndpointUris("authorize").SetTokenEndpointUris("token").RegisterScopes(Scopes.Profile, Scopes.Email);
            options.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange().AddEphemeralEncryptionKey().AddEphemeralSigningKey().EnableDegradedMode();
            options.UseAspNetCore().DisableTransportSecurityRequirement();
            options.AddEventHandler<ValidateAuthorizationRequestContext>(b => b.UseInlineHandler(context =>
            {
                if (context.ClientId != Client || context.RedirectUri != Redirect) context.Reject(Errors.InvalidClient);
                return default;
            }));
            options.AddEventHandler<ValidateTokenRequestContext>(b => b.UseInlineHandler(context =>
            {
                if (context.ClientId != Client || context.ClientSecret != Secret) context.Reject(Errors.InvalidClient);
                return default;
            }));
            options.AddEventHandler<HandleAuthorizationRequestContext>(b => b.UseInlineHandler(context =>
            {
                if (Person is not var (subject, name)) context.Reject(Errors.AccessDenied);
                else context.SignIn(new ClaimsPrincipal(Identity(subject, name)));
                return default;
            }));
        });
        _app = builder.Build();
        _app.UseRouting();
        _app.UseAuthentication();
        _app.UseEndpoints(_ => { });
        await _app.StartAsync();
        // Its first answer makes keys, which takes long where much else runs.
        using var patient = new HttpClient { Timeout = TimeSpan.FromMinutes(5) };
        foreach (var path in (string[])[".well-known/openid-configuration", ".well-known/jwks"]) await patient.GetStringAsync(new Uri(Address, path));
    }

    private static ClaimsIdentity Identity(string subject, string name)
    {
        var identity = new ClaimsIdentity("provider");
        identity.SetClaim(Claims.Subject, subject).SetClaim(Claims.Name, name);
        identity.SetDestinations(_ => [Destinations.IdentityToken]);
        return identity;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
