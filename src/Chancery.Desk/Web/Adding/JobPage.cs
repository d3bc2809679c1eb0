using Chancery.Desk.Web.Hosting;
using Chancery.Desk.Web.Html;

namespace Chancery.Desk.Web.Adding;

/// <summary>What became of something handed in. While it is read the page loads itself again.</summary>
internal static class JobPage
{
    public static PageContent Show(Visit visit)
    {
        if (!int.TryParse(visit.Step("number"), out int number) || visit.Site.Reading.Find(number) is not { } job) throw new NothingHereException("The desk remembers nothing handed in under that number.");
        bool isDone = job.Done.IsCompleted;
        if (!isDone) visit.Http.Response.Headers["Refresh"] = "3";
        Markup main = $"""
            <header class="head"><p class="kicker"><a href="{At.Path("/add")}">Add</a></p><h1><bdi>{job.What}</bdi></h1><p class="summary" role="status">{Outcome(job)}</p></header>
            {Markup.If(job.Added.Count > 0, $"<section><h2>Reports</h2><ul class=\"plain\">{Markup.Each(job.Added, a => $"<li><a href=\"{At.Report(a.Report)}\"><bdi>{a.Title}</bdi></a>{Markup.If(!a.IsNew, $" <span class=\"meta\">known already</span>")}</li>")}</ul></section>")}
            {Markup.If(job.Failed.Count > 0, $"<section><h2>Not read</h2><ul class=\"plain\">{Markup.Each(job.Failed, f => $"<li><bdi>{f.Id}</bdi>: {f.Reason}</li>")}</ul></section>")}
            """;
        return new PageContent("Handed in", Part.Add, main);
    }

    public static string Outcome(AddJob job)
    {
        var counts = string.Join(", ", new[] { (job.New, "added"), (job.Known, "known already"), (job.Unread, "not read") }.Where(c => c.Item1 > 0).Select(c => $"{c.Item1} {c.Item2}"));
        return job.Done.IsCompleted ? counts.Length == 0 ? "nothing in it" : counts : counts.Length == 0 ? "is being read" : $"is being read: {counts} so far";
    }
}
