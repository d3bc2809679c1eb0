using System.Security.Cryptography;
using System.Text;
using Chancery.Desk.Fetching;
using Chancery.Desk.Web.Accounts;
using Chancery.Desk.Web.Feeds;
using Chancery.Desk.Web.Hosting;
using Chancery.Desk.Web.Html;
using Chancery.Reading.Pages;
using Microsoft.AspNetCore.Http;
using NodaTime.Text;

namespace Chancery.Desk.Web.Adding;

/// <summary>Handing in: an address or a text, a file, a feed to follow.</summary>
internal static class AddPage
{
    private const int LongestAddress = 2000, LongestName = 200;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(6);

    public static void Map(DeskRoutes routes)
    {
        routes.PageFor(Role.Reviewer, "/add", Show);
        routes.PageFor(Role.Reviewer, "/add/{number:int}", JobPage.Show);
        routes.Post("/add", Role.Reviewer, TextOrAddress, Limits.UploadBytes);
        routes.Post("/add/file", Role.Reviewer, FileAsync, Limits.UploadBytes);
    }

    private static PageContent Show(Visit visit)
    {
        Markup main = $"""
            <header class="head"><h1>Add</h1><p class="meta">What is read goes into the record and stays there; what was read wrongly is rejected in <a href="{At.Path("/review")}">review</a>. What workers read: <a href="{At.Path("/work")}">work</a>.</p></header>
            <div class="adding">
            <section aria-labelledby="text"><h2 id="text">An address, or a text</h2><form method="post" action="{At.Path("/add")}" class="stack">{visit.Token()}
            <div class="field"><label for="what">http(s) address of a report, or its text</label><textarea id="what" name="what" required rows="8" spellcheck="false"></textarea></div>{Published("published-text")}
            <div class="actions"><button class="main">Read and add</button></div></form></section>
            <section aria-labelledby="file"><h2 id="file">A file</h2><form method="post" action="{At.Path("/add/file")}" enctype="multipart/form-data" class="stack">{visit.Token()}
            <div class="field"><label for="upload">HTML, text, feed, WARC or JSON Lines, gzip or not, 32 MiB at most</label><input type="file" id="upload" name="file" required></div>{Published("published-file")}
            <div class="actions"><button class="main">Read and add</button></div></form></section>
            {FeedPages.Section(visit)}
            </div>
            {Latest(visit)}
            """;
        return new PageContent("Add", Part.Add, main);
    }

    private static Markup Published(string id) => $"""
        <div class="field short"><label for="{id}">Publication date, where it gives none or a wrong one</label><input type="date" id="{id}" name="published"></div>
        """;

    private static Markup Latest(Visit visit)
    {
        var jobs = visit.Site.Reading.Latest();
        return Markup.If(jobs.Count > 0, $"<section aria-labelledby=\"latest\"><h2 id=\"latest\">Handed in lately</h2><ul class=\"plain\">{Markup.Each(jobs.Take(20), j => $"<li><a href=\"{At.Path("/add").Below($"{j.Number}")}\"><bdi>{j.What}</bdi></a> <span class=\"meta\">{JobPage.Outcome(j)}, by {j.By}</span></li>")}</ul></section>");
    }

    private static Task<IResult> TextOrAddress(Visit visit, IFormCollection form)
    {
        var what = form["what"].ToString().Trim();
        var published = Day(form);
        if (what.Length == 0) throw new BadAddressException("Give an address or a text.");
        bool isAddress = what.Length <= LongestAddress && !what.Any(char.IsWhiteSpace) && Uri.TryCreate(what, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";
        if (isAddress) return HandInAsync(visit, what, fetch => new OpenInputs(() => Stream.Null, fetch, published, conllu: false).Open([what]));
        // Named by its content, so that the same text handed in again is the same page.
        var bytes = Encoding.UTF8.GetBytes(what);
        var id = "pasted/" + Convert.ToHexStringLower(SHA256.HashData(bytes))[..12];
        return HandInAsync(visit, what[..Math.Min(what.Length, 60)], _ => ReadInput.Read(new MemoryStream(bytes), new InputSource(id, StatedDate: published)));
    }

    private static async Task<IResult> FileAsync(Visit visit, IFormCollection form)
    {
        if (form.Files["file"] is not { Length: > 0 } file) throw new BadAddressException("Choose a file that is not empty.");
        if (file.Length > InputLimits.PageBytes) return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        var bytes = new MemoryStream((int)file.Length);
        await file.CopyToAsync(bytes, visit.Http.RequestAborted).ConfigureAwait(false);
        var (name, published) = (NameOf(file), Day(form));
        return await HandInAsync(visit, name, _ => ReadInput.Read(new MemoryStream(bytes.GetBuffer(), 0, (int)bytes.Length), new InputSource(name, StatedDate: published))).ConfigureAwait(false);
    }

    /// <summary>The file's own name: a name for people and an id, never a path of ours.</summary>
    private static string NameOf(IFormFile file)
    {
        var name = Outside.Clean(file.FileName.Split('/', '\\')[^1]).Trim();
        return name.Length == 0 ? "upload" : name[..Math.Min(name.Length, LongestName)];
    }

    private static async Task<IResult> HandInAsync(Visit visit, string what, Func<FetchAddress, IEnumerable<Chancery.Reports.Received>> pages)
    {
        if (!visit.Site.Adds.Allow(visit.Account!.Name) || visit.Site.Reading.HandIn(visit.Account.Name, what, pages) is not { } job) return Results.StatusCode(StatusCodes.Status429TooManyRequests);
        await Task.WhenAny(job.Done, Task.Delay(Patience, visit.Http.RequestAborted)).ConfigureAwait(false);
        return DeskRoutes.GoTo(At.Path("/add").Below($"{job.Number}"));
    }

    private static string? Day(IFormCollection form) => form["published"].ToString().Trim() is not { Length: > 0 } text ? null
        : LocalDatePattern.Iso.Parse(text).Success ? text : throw new BadAddressException("The publication date is a day such as 2020-01-04.");
}
