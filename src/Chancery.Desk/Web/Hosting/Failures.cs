using Chancery.Desk.Web.Html;
using Chancery.Records;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Chancery.Desk.Web.Hosting;

/// <summary>What is said where a request cannot be answered: one sentence, on a page or, for programs, as JSON. Never an exception's own words.</summary>
internal static class Failures
{
    public static void UseFailures(this IApplicationBuilder app, Site site, TextWriter errors) => app.Use(async (http, next) =>
    {
        try
        {
            await next(http).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            return;
        }
        catch (Exception e) when (!http.Response.HasStarted)
        {
            if (e is not (BadAddressException or NothingHereException or BadHttpRequestException))
                errors.WriteLine($"chancery: {http.Request.Method} {Outside.Clean(http.Request.Path)}: {(e is RecordException ? e.Message : e.ToString())}");
            var (status, words) = Meaning(e);
            await SayAsync(http, site, status, words).ConfigureAwait(false);
            return;
        }
        if (http.Response is { HasStarted: false, StatusCode: >= 400, ContentLength: null, ContentType: null })
            await SayAsync(http, site, http.Response.StatusCode, WordsFor(http.Response.StatusCode)).ConfigureAwait(false);
    });

    public static Task SayAsync(HttpContext http, Site site, int status, string words)
    {
        http.Response.StatusCode = status;
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.Remove("ETag");
        if (http.Request.Path.StartsWithSegments("/api")) return http.Response.WriteAsJsonAsync(new { status, detail = words }, options: null, "application/problem+json");
        http.Response.ContentType = "text/html; charset=utf-8";
        using var visit = new Visit(site, http);
        Markup main = $"""
            <div class="notice">
            <h1>{TitleOf(status)}</h1>
            <p>{words}</p>
            <p><a href="{At.Today}">Today</a> · <a href="{At.Dossiers}">Dossiers</a> · <a href="{At.Search}">Search</a></p>
            </div>
            """;
        return http.Response.WriteAsync(Layout.Around(new PageContent(TitleOf(status), Part.None, main), visit).ToString());
    }

    private static (int Status, string Words) Meaning(Exception e) => e switch
    {
        BadAddressException => (400, e.Message),
        NothingHereException => (404, e.Message),
        BadHttpRequestException bad => (bad.StatusCode, WordsFor(bad.StatusCode)),
        NoAnswerException => (503, e.Message),
        RecordException => (503, "The record cannot be read at the moment; whoever runs the desk finds the reason where it was started."),
        _ => (500, "That went wrong here, not with you. Whoever runs the desk finds the reason where it was started."),
    };

    private static string TitleOf(int status) => status switch
    {
        400 => "That cannot be asked",
        401 or 403 => "Not for you",
        404 => "Nothing here",
        409 => "Somebody was faster",
        413 => "Too large",
        429 => "Too much at once",
        _ => "Something went wrong",
    };

    private static string WordsFor(int status) => status switch
    {
        400 => "The request is not what it should be. Go back, load the page again and try once more.",
        401 => "Sign in to see this.",
        403 => "Your account may not do that.",
        404 => "No page has this address.",
        405 => "This address takes no such request.",
        413 => "That is larger than the desk takes.",
        415 => "The desk does not take content of this kind.",
        429 => "Too many requests in a short time. Wait a minute and try again.",
        _ => "The request cannot be answered.",
    };
}
