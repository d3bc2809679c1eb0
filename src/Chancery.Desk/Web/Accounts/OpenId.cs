using Chancery.Desk.Web.Hosting;
using Chancery.Desk.Web.Html;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Chancery.Desk.Web.Accounts;

/// <summary>An OpenID provider that signs people in.</summary>
/// <param name="Authority">Its address, below which its description lies.</param>
/// <param name="Client">What it knows the desk as.</param>
/// <param name="NewRole">What somebody may do who comes for the first time.</param>
public sealed record OpenIdProvider(Uri Authority, string Client, string? Secret, Role NewRole);

/// <summary>Signing in with an OpenID provider: the code flow with PKCE. In the end it is the desk's own account and cookie that count.</summary>
internal static class OpenId
{
    private const string Scheme = "openid", Callback = "/sign-in/openid/back";
    public static readonly At Start = At.Path("/sign-in/openid");

    /// <param name="errors">Where whoever runs the desk is told why somebody was not signed in.</param>
    public static AuthenticationBuilder AddOpenId(this AuthenticationBuilder authentication, OpenIdProvider? provider, Site site, TextWriter errors) =>
        provider is null ? authentication : authentication.AddOpenIdConnect(Scheme, options => Configure(options, provider, site, errors));

    public static void Map(DeskRoutes routes)
    {
        if (routes.Site.Options.OpenId is null) return;
        routes.GetForAnybody(Start.ToString(), visit => new ToProvider(LocalAddress.Of(visit.Text("then"))));
    }

    private sealed class ToProvider(string then) : IResult
    {
        public async Task ExecuteAsync(HttpContext http)
        {
            try
            {
                await http.ChallengeAsync(Scheme, new AuthenticationProperties { RedirectUri = then }).ConfigureAwait(false);
            }
            catch (InvalidOperationException e) when (!http.Response.HasStarted)
            {
                throw new NoAnswerException("The provider that signs people in does not answer. Try again, or sign in with a password.", e);
            }
        }
    }

    private static void Configure(OpenIdConnectOptions options, OpenIdProvider provider, Site site, TextWriter errors)
    {
        (options.Authority, options.ClientId, options.ClientSecret) = (provider.Authority.ToString(), provider.Client, provider.Secret);
        options.RequireHttpsMetadata = !provider.Authority.IsLoopback;
        options.SignInScheme = SignedIn.Scheme;
        options.CallbackPath = Callback;
        options.ResponseType = OpenIdConnectResponseType.Code;
        // The answer comes by the address, so that cookies need not follow requests of other sites.
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.UsePkce = true;
        options.MapInboundClaims = false;
        options.Scope.Add("email");
        foreach (var cookie in (CookieBuilder[])[options.CorrelationCookie, options.NonceCookie]) (cookie.SameSite, cookie.SecurePolicy) = (SameSiteMode.Lax, CookieSecurePolicy.SameAsRequest);
        options.Events.OnTokenValidated = context =>
        {
            if (AccountOf(context, provider, site) is { } account) context.Principal = SignedIn.PrincipalOf(account);
            else context.Fail("The account may not sign in.");
            return Task.CompletedTask;
        };
        options.Events.OnRemoteFailure = context =>
        {
            errors.WriteLine($"chancery: sign-in with {provider.Authority.Host}: {Outside.Clean(context.Failure?.Message ?? "failed").ReplaceLineEndings(" ")}");
            context.Response.Redirect(At.Path("/sign-in").With("failed", "openid").ToString());
            context.HandleResponse();
            return Task.CompletedTask;
        };
    }

    private static Account? AccountOf(TokenValidatedContext context, OpenIdProvider provider, Site site)
    {
        string? Said(string claim) => context.Principal?.FindFirst(claim)?.Value is { Length: > 0 } value ? value : null;
        if (Said("sub") is not { } subject || Said("iss") is not { } issuer) return null;
        return site.Accounts.SignInAs($"{issuer} {subject}", Said("name") ?? Said("preferred_username") ?? Said("email") ?? "", provider.NewRole);
    }
}
