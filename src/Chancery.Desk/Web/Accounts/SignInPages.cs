using Chancery.Desk.Web.Hosting;
using Chancery.Desk.Web.Html;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace Chancery.Desk.Web.Accounts;

/// <summary>Signing in and out.</summary>
internal static class SignInPages
{
    public static void Map(DeskRoutes routes)
    {
        routes.GetForAnybody("/sign-in", visit => DeskRoutes.Respond(visit, Form(visit, visit.Text("then"), visit.Text("failed") is null ? null : "The provider did not sign you in, or your account may not enter for now.")));
        routes.Post("/sign-in", Role.Nobody, SignInAsync);
        routes.Post("/sign-out", Role.Nobody, async (visit, _) =>
        {
            await visit.Http.SignOutAsync(SignedIn.Scheme).ConfigureAwait(false);
            return DeskRoutes.GoTo(At.Today);
        });
    }

    private static PageContent Form(Visit visit, string? then, string? refused)
    {
        Markup main = $"""
            <div class="notice"><h1>Sign in</h1>
            {Markup.IfAny(refused, r => $"<p class=\"refused\" role=\"alert\">{r}</p>")}
            {Markup.If(visit.Site.Options.OpenId is not null, $"<p><a class=\"button\" href=\"{OpenId.Start.With("then", LocalAddress.Of(then))}\">Sign in with {visit.Site.Options.OpenId?.Authority.Host}</a></p>")}
            <form method="post" action="{At.Path("/sign-in")}" class="stack">{visit.Token()}
            <input type="hidden" name="then" value="{LocalAddress.Of(then)}">
            <div class="field"><label for="name">Name</label><input id="name" name="name" autocomplete="username" required maxlength="{AccountBook.LongestName}" autofocus></div>
            <div class="field"><label for="password">Password</label><input id="password" name="password" type="password" autocomplete="current-password" required maxlength="{AccountBook.LongestPassword}"></div>
            <div class="actions"><button class="main">Sign in</button></div></form>
            <p class="meta">Accounts are made by whoever runs the desk: <code>chancery account add NAME --role reviewer</code></p></div>
            """;
        return new PageContent("Sign in", Part.None, main) { Status = refused is null ? 200 : 403 };
    }

    private static async Task<IResult> SignInAsync(Visit visit, IFormCollection form)
    {
        string name = form["name"].ToString().Trim(), from = visit.Http.Connection.RemoteIpAddress?.ToString() ?? "";
        if (!visit.Site.SignIns.Allow("from " + from) || !visit.Site.SignIns.Allow("as " + name)) return Results.StatusCode(StatusCodes.Status429TooManyRequests);
        if (visit.Site.Accounts.SignIn(name, form["password"].ToString()) is not { } account)
            return DeskRoutes.Respond(visit, Form(visit, form["then"], "Name and password do not go together."));
        await SignedIn.InAsync(visit.Http, account).ConfigureAwait(false);
        return Results.LocalRedirect(LocalAddress.Of(form["then"]));
    }
}
