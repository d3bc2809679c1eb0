using Chancery.Desk.Formats;
using Chancery.Desk.Web.Hosting;
using Chancery.Desk.Commands;
using Chancery.Desk.Web.Html;
using Chancery.Desk.Web.Pages;
using Chancery.Records;
using Chancery.Records.Claims;
using Chancery.Records.Questions;
using Chancery.Records.Reviewing;
using Microsoft.AspNetCore.Http;

namespace Chancery.Desk.Web.Api;

/// <summary>
/// The questions of the command line, for programs: the same answers, byte for byte where no page of a list is asked for. Described in <c>Web/Api/openapi.json</c>,
/// which a test holds to what is here.
/// </summary>
internal static class ApiRoutes
{
    public const string Root = "/api/v1";

    public static void Map(DeskRoutes routes)
    {
        Ask(routes, "status", (visit, page) =>
        {
            var answer = Status.Ask(visit.Ledger, new StatusQuestion(visit.Text("measure"), Between(visit), visit.Day("on") ?? visit.Today, page.AsOf));
            return new StatusFormat(answer with { Question = answer.Question with { AsOf = visit.AsOf }, Measures = page.Of(answer.Measures) });
        });
        Ask(routes, "timeline", (visit, page) =>
        {
            var answer = Timeline.Ask(visit.Ledger, new TimelineQuestion(visit.Text("measure"), Between(visit), visit.Day("from"), visit.Day("to"), page.AsOf));
            return new TimelineFormat(answer with { Question = answer.Question with { AsOf = visit.AsOf }, Entries = page.Of(answer.Entries) });
        });
        Ask(routes, "relation", (visit, page) => new RelationFormat(Relation.Ask(visit.Ledger, new RelationQuestion(
            Between(visit) ?? throw new BadAddressException("Say whose relation: between=USA-PAK."), visit.Day("from"), visit.Day("to"), page.AsOf))));
        Ask(routes, "review", (visit, page) => new ReviewFormat(page.Of(ToReview.Ask(visit.Ledger, Between(visit), page.AsOf))));
        Ask(routes, "decisions", (visit, page) => new DecisionsFormat(page.Of(visit.Ledger.Decisions(page.AsOf))));
        Ask(routes, "search", (visit, page) => new SearchFormat(page.Of(visit.Ledger.Search(visit.Text("q") ?? throw new BadAddressException("Say what to search: q=tariff."), SearchPage.MostFound))));
        routes.Get($"{Root}/reports/{{row}}", Reading);
        routes.Get($"{Root}/openapi.json", visit => Sent.Of(visit, "application/json", () => visit.Site.Assets.Text("openapi.json")));
    }

    private static void Ask(DeskRoutes routes, string name, Func<Visit, AnswerPage, AnswerFormat> ask) => routes.Get($"{Root}/{name}", visit =>
    {
        bool isTable = WantsTable(visit);
        return Sent.Of(visit, isTable ? "text/csv; charset=utf-8; header=present" : "application/json; charset=utf-8", () =>
        {
            var page = AnswerPage.Of(visit);
            var answer = ask(visit, page);
            if (page.Next is { } next) visit.Http.Response.Headers.Link = $"<{At.Path($"{Root}/{name}").WithAllOf(visit, "cursor").With("cursor", next)}>; rel=\"next\"";
            return isTable ? Answer.InCsv(answer) : Answer.InJson(answer);
        });
    });

    /// <summary>A report's reading as <c>chancery read --format json</c> gave it.</summary>
    private static IResult Reading(Visit visit)
    {
        if (RowName.Parse(visit.Step("row")) is not { Kind: RowKind.Report } row || visit.Ledger.Report(row.Number) is not { } kept)
            throw new NothingHereException("The record holds no such report; a report's row is a number behind an r.");
        return Sent.Of(visit, "application/json; charset=utf-8", () => KeptReading.Unpack(kept.Reading));
    }

    private static Dyad? Between(Visit visit)
    {
        if (visit.Text("between") is not { } text) return null;
        return text.ToUpperInvariant().Split('-') is [{ Length: 3 } one, { Length: 3 } other] && (one + other).All(char.IsAsciiLetterUpper)
            ? Dyad.Of(one, other) : throw new BadAddressException("“between” takes two codes such as USA-PAK.");
    }

    /// <summary>By <c>format</c>, else by what the request accepts; JSON where it says nothing.</summary>
    private static bool WantsTable(Visit visit) => visit.Text("format") switch
    {
        "csv" => true,
        "json" => false,
        null => visit.Http.Request.GetTypedHeaders().Accept?.OrderByDescending(a => a.Quality ?? 1).Select(a => a.MediaType.Value)
            .FirstOrDefault(t => t is "text/csv" or "application/json" or "application/*" or "*/*") == "text/csv",
        _ => throw new BadAddressException("“format” is json or csv."),
    };
}
