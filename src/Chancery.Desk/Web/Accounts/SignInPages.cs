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
        routes.Get("/sign-in", visit => DeskRoutes.Respond(visit, Form(visit, visit.Text("then"), null)));
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
