using System.Text;
using Chancery.Desk.Web.Accounts;
using Chancery.Desk.Web.Html;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Chancery.Desk.Web.Hosting;

/// <summary>Ties addresses to what answers them. Each kind of answer has its method here, so that what all answers of a kind need is done in one place.</summary>
public sealed class DeskRoutes(IEndpointRouteBuilder app, Site site)
{
    public Site Site { get; } = site;

    public const string PageType = "text/html; charset=utf-8";

    /// <summary>A page for reading, made of the record alone: where the record is as it was, a browser keeps what it has.</summary>
    /// <param name="concerns">See <see cref="Freshness.TagOf"/>.</param>
    public void Page(string pattern, Func<Visit, PageContent> show, Func<Visit, string>? concerns = null) => Get(pattern, visit =>
    {
        var tag = Freshness.TagOf(visit, concerns);
        return Freshness.IsKnown(visit.Http, tag) ? Results.StatusCode(StatusCodes.Status304NotModified) : Site.Pages.Of(visit, tag, show);
    });

    /// <summary>Any other answer to GET, for those who may read.</summary>
    public void Get(string pattern, Func<Visit, IResult> answer) => GetForAnybody(pattern, visit => visit.MayRead ? answer(visit) : NotSignedIn(visit));

    /// <summary>An answer to GET that needs no account even where reading does.</summary>
    public void GetForAnybody(string pattern, Func<Visit, IResult> answer) => app.MapGet(pattern, http =>
    {
        using var visit = new Visit(Site, http);
        return answer(visit).ExecuteAsync(http);
    });

    /// <summary>A page only for accounts of a role; never kept by browsers.</summary>
    public void PageFor(Role needed, string pattern, Func<Visit, PageContent> show) => GetForAnybody(pattern, visit =>
    {
        visit.Http.Response.Headers.CacheControl = "no-store";
        return visit.Can(needed) ? Respond(visit, show(visit)) : visit.Account is null ? NotSignedIn(visit) : Results.StatusCode(StatusCodes.Status403Forbidden);
    });

    /// <summary>What a form sends. It must come from a page of this desk, bear its token, and be no larger than is said.</summary>
    public void Post(string pattern, Role needed, Func<Visit, IFormCollection, Task<IResult>> answer, long atMost = Limits.RequestBytes) => app.MapPost(pattern, async http =>
    {
        using var visit = new Visit(Site, http);
        var result = await AnswerAsync(visit, needed, answer, atMost).ConfigureAwait(false);
        await result.ExecuteAsync(http).ConfigureAwait(false);
    });

    private static async Task<IResult> AnswerAsync(Visit visit, Role needed, Func<Visit, IFormCollection, Task<IResult>> answer, long atMost)
    {
        var http = visit.Http;
        if (!FormTokens.IsFromHere(http.Request)) return Results.StatusCode(StatusCodes.Status403Forbidden);
        if (!visit.Can(needed)) return Results.StatusCode(visit.Account is null ? StatusCodes.Status401Unauthorized : StatusCodes.Status403Forbidden);
        if (!http.Request.HasFormContentType) return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = atMost;
        IFormCollection form;
        try
        {
            form = await http.Request.ReadFormAsync(http.RequestAborted).ConfigureAwait(false);
        }
        catch (InvalidDataException)
        {
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }
        if (!await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http).ConfigureAwait(false)) return Results.StatusCode(StatusCodes.Status400BadRequest);
        http.Response.Headers.CacheControl = "no-store";
        return await answer(visit, form).ConfigureAwait(false);
    }

    private static IResult NotSignedIn(Visit visit)
    {
        bool isProgram = visit.Http.Request.Path.StartsWithSegments("/api") || visit.Http.Request.Headers.Authorization.Count > 0;
        if (isProgram)
        {
            visit.Http.Response.Headers.WWWAuthenticate = "Bearer";
            return Results.StatusCode(StatusCodes.Status401Unauthorized);
        }
        return GoTo(At.Path("/sign-in").With("then", visit.Http.Request.Path + visit.Http.Request.QueryString.Value));
    }

    /// <summary>See other: what a form did is not done again by loading the page again.</summary>
    public static IResult GoTo(At address) => new SeeOther(address.ToString());

    private sealed class SeeOther(string address) : IResult
    {
        public Task ExecuteAsync(HttpContext http)
        {
            http.Response.StatusCode = StatusCodes.Status303SeeOther;
            http.Response.Headers.Location = address;
            return Task.CompletedTask;
        }
    }

    public static IResult Respond(Visit visit, PageContent page) =>
        Results.Text(Layout.Around(page, visit).ToString(), PageType, Encoding.UTF8, page.Status);

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
