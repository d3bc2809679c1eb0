using System.Text;
using Chancery.Desk.Web.Html;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Chancery.Desk.Web.Hosting;

/// <summary>Ties addresses to what answers them. Each kind of answer has its method here, so that what all answers of a kind need is done in one place.</summary>
public sealed class DeskRoutes(IEndpointRouteBuilder app, Site site)
{
    public Site Site { get; } = site;

    /// <summary>A page for reading, made of the record alone: where the record is as it was, a browser keeps what it has.</summary>
    public void Page(string pattern, Func<Visit, PageContent> show) => Get(pattern, visit =>
    {
        var tag = Freshness.TagOf(visit);
        if (Freshness.IsKnown(visit.Http, tag)) return Results.StatusCode(StatusCodes.Status304NotModified);
        return Respond(visit, show(visit));
    });

    /// <summary>Any other answer to GET.</summary>
    public void Get(string pattern, Func<Visit, IResult> answer) => app.MapGet(pattern, (HttpContext http) => Answer(http, answer));

    internal IResult Answer(HttpContext http, Func<Visit, IResult> answer)
    {
        using var visit = new Visit(Site, http);
        return answer(visit);
    }

    public static IResult Respond(Visit visit, PageContent page) =>
        Results.Text(Layout.Around(page, visit).ToString(), "text/html; charset=utf-8", Encoding.UTF8, page.Status);

    /// <summary>
    /// What is asked by somebody without an account who may have come from a letter: no session and no form token is needed, for what is allowed is told by the address
    /// itself. To look and to send; null for what is not answered. Forms only send at most a few fields.
    /// </summary>
    public void ForAnybody(string pattern, Func<Visit, IResult>? look, Func<Visit, IFormCollection?, IResult>? send)
    {
        if (look is not null)
            app.MapGet(pattern, async http =>
            {
                using var visit = new Visit(Site, http);
                http.Response.Headers.CacheControl = "no-store";
                await look(visit).ExecuteAsync(http).ConfigureAwait(false);
            });
        if (send is null) return;
        app.MapPost(pattern, async http =>
        {
            using var visit = new Visit(Site, http);
            http.Response.Headers.CacheControl = "no-store";
            var form = http.Request.HasFormContentType ? await http.Request.ReadFormAsync(http.RequestAborted).ConfigureAwait(false) : null;
            await send(visit, form).ExecuteAsync(http).ConfigureAwait(false);
        });
    }
}
