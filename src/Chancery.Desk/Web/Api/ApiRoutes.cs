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
        AskOfTwo(routes, "status", (visit, page) =>
        {
            var answer = Status.Ask(visit.Ledger, new StatusQuestion(visit.Text("measure"), Between(visit), visit.Day("on") ?? visit.Today, page.AsOf));
            return new StatusFormat(answer with { Question = answer.Question with { AsOf = visit.AsOf }, Measures = page.Of(answer.Measures) });
        });
        AskOfTwo(routes, "timeline", (visit, page) =>
        {
            var answer = Timeline.Ask(visit.Ledger, new TimelineQuestion(visit.Text("measure"), Between(visit), visit.Day("from"), visit.Day("to"), page.AsOf));
            return new TimelineFormat(answer with { Question = answer.Question with { AsOf = visit.AsOf }, Entries = page.Of(answer.Entries) });
        });
        AskOfTwo(routes, "relation", (visit, page) => new RelationFormat(Relation.Ask(visit.Ledger, new RelationQuestion(
            Between(visit) ?? throw new BadAddressException("Say whose relation: between=USA-PAK."), visit.Day("from"), visit.Day("to"), page.AsOf))));
        AskOfTwo(routes, "diff", (visit, page) => new DiffFormat(Parts.Of(Difference.Ask(visit.Ledger, DaysOf(visit, page)), page)));
        Ask(routes, "who", (visit, page) =>
        {
            var name = visit.Text("name") ?? throw new BadAddressException("Say who: name=Example.");
            var answer = Who.Ask(visit.Ledger, new WhoQuestion(name, visit.Day("on"), visit.Day("from"), visit.Day("to"), page.AsOf));
            return new WhoFormat(Parts.Of(answer with { Question = answer.Question with { AsOf = visit.AsOf } }, page));
        });
        Ask(routes, "why", (visit, page) =>
        {
            var answer = WhyPage.Ask(visit, visit.Text("row"), page.AsOf);
            return new WhyFormat(answer with { Sources = page.Of(answer.Sources) });
        });
        Ask(routes, "review", (visit, page) => new ReviewFormat(page.Of(ToReview.Ask(visit.Ledger, Between(visit), page.AsOf))));
        Ask(routes, "decisions", (visit, page) => new DecisionsFormat(page.Of(visit.Ledger.Decisions(page.AsOf))));
        Ask(routes, "search", (visit, page) => new SearchFormat(page.Of(visit.Ledger.Search(Asked(visit), SearchPage.MostFound))), visit => $"{visit.Ledger.NewestFound(Asked(visit)):x}");
        routes.Get($"{Root}/reports/{{row}}", Reading);
        routes.Get($"{Root}/openapi.json", visit => Sent.Of(visit, "application/json", () => visit.Site.Assets.Text("openapi.json")));
    }

    private static DifferenceQuestion DaysOf(Visit visit, AnswerPage page)
    {
        if (visit.Day("first") is not { } first || visit.Day("second") is not { } second || first > second)
            throw new BadAddressException("Say between which two days, the earlier first: first=2020-01-01&second=2020-02-01.");
        return new DifferenceQuestion(first, second, Between(visit), visit.Day("on") ?? second, page.AsOf.Recorded);
    }

    private static string Asked(Visit visit) => visit.Text("q") ?? throw new BadAddressException("Say what to search: q=tariff.");

    /// <summary>What is asked of two states, where they are named, changes with what is told of them alone.</summary>
    private static void AskOfTwo(DeskRoutes routes, string name, Func<Visit, AnswerPage, AnswerFormat> ask) =>
        Ask(routes, name, ask, visit => Between(visit) is { } between ? Freshness.Of(visit.Ledger.VersionOf(between)) : $"{visit.Ledger.Version.Reports:x}");

    /// <param name="concerns">See <see cref="Freshness.TagOf"/>.</param>
    private static void Ask(DeskRoutes routes, string name, Func<Visit, AnswerPage, AnswerFormat> ask, Func<Visit, string>? concerns = null) => routes.Get($"{Root}/{name}", visit =>
    {
        bool isTable = WantsTable(visit);
        return Sent.Of(visit, isTable ? "text/csv; charset=utf-8; header=present" : "application/json; charset=utf-8", () =>
        {
            var page = AnswerPage.Of(visit);
            var answer = ask(visit, page);
            if (page.Next is { } next) visit.Http.Response.Headers.Link = $"<{At.Path($"{Root}/{name}").WithAllOf(visit, "cursor").With("cursor", next)}>; rel=\"next\"";
            return isTable ? Answer.InCsv(answer) : Answer.InJson(answer);
        }, concerns);
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
