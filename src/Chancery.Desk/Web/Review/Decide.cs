using System.Globalization;
using Chancery.Desk.Web.Accounts;
using Chancery.Desk.Web.Hosting;
using Chancery.Desk.Web.Html;
using Chancery.Desk.Web.Pages;
using Chancery.Records;
using Chancery.Records.Claims;
using Chancery.Records.Reviewing;
using Microsoft.AspNetCore.Http;

namespace Chancery.Desk.Web.Review;

/// <summary>Takes the decisions of reviewers. Where somebody decided about the same row since the page was made, nothing is recorded and the reviewer is told.</summary>
internal static class Decide
{
    private const int LongestNote = 2000;

    // One decision at a time: between the look at what was decided meanwhile and the decision itself nobody else's comes in.
    private static readonly Lock Deciding = new();

    public static void Map(DeskRoutes routes) => routes.Post("/review", Role.Reviewer, (visit, form) => Task.FromResult(Take(visit, form)));

    private static IResult Take(Visit visit, IFormCollection form)
    {
        var note = form["note"].ToString().Trim();
        if (note.Length > LongestNote) throw new BadAddressException($"A remark has at most {LongestNote} characters.");
        try
        {
            lock (Deciding)
            {
                if (form["act"] == "undo") new Records.Reviewing.Review(visit.Ledger, visit.Account!.Name).Undo(Row(form, "decision", RowKind.Decision));
                else if (Meanwhile(visit.Ledger, form) is { } other) return DeskRoutes.Respond(visit, Faster(other));
                else Append(new Records.Reviewing.Review(visit.Ledger, visit.Account!.Name), form, note.Length == 0 ? null : note);
            }
        }
        catch (RecordException e) when (e.InnerException is null or FormatException)
        {
            throw new BadAddressException(e.Message);
        }
        return DeskRoutes.GoTo(Back(form));
    }

    private static void Append(Records.Reviewing.Review review, IFormCollection form, string? note)
    {
        var row = Row(form, "row", RowKind.Change);
        RowName Other() => Row(form, "other", RowKind.Change);
        _ = form["act"].ToString() switch
        {
            "accept" => review.Accept(row, note),
            "reject" => review.Reject(row, note),
            "note" => review.Note(row, note ?? throw new BadAddressException("Write the remark first.")),
            "edit" => review.Edit(row, Set(form), note),
            "merge" => review.Merge([row, Other()], note),
            "split" => review.Split([row, Other()], note),
            "settle-first" => review.Settle(row, [Other()], note),
            "settle-second" => review.Settle(Other(), [row], note),
            _ => throw new BadAddressException("The desk knows no such decision."),
        };
    }

    private static Dictionary<string, string> Set(IFormCollection form) =>
        EditClaim.Fields.Where(f => form.ContainsKey("set-" + f)).ToDictionary(f => f, f => form["set-" + f].ToString().Trim() is { Length: > 0 } value ? value : "-", StringComparer.Ordinal);

    /// <summary>A decision about one of these rows that the reviewer has not seen.</summary>
    private static Decision? Meanwhile(Ledger ledger, IFormCollection form)
    {
        if (!long.TryParse(form["seen"], NumberStyles.None, CultureInfo.InvariantCulture, out long seen)) throw new BadAddressException("The form does not say what its reader had seen; load the page again.");
        var rows = new[] { RowName.Parse(form["row"].ToString()), RowName.Parse(form["other"].ToString()) }.OfType<RowName>().ToList();
        return ledger.Decisions(AsOf.Now).LastOrDefault(d => d.Number > seen && d.Kind != DecisionKind.Note && (d.About is { } about && rows.Contains(about) || SpeaksOf(ledger, d, rows)));
    }

    private static bool SpeaksOf(Ledger ledger, Decision decision, List<RowName> rows)
    {
        var payload = DecisionPayload.Read(decision.Payload);
        if (payload.Against is null && payload.Measures is null && payload.Claims is null) return false;
        return rows.Where(r => r.Kind == RowKind.Change).SelectMany(r => ledger.Changes(ClaimsWanted.Row(r.Number), AsOf.Now)).Any(c =>
            payload.Against?.Contains(ClaimWords.Of(c)) == true || payload.Claims?.Contains(ClaimWords.Of(c)) == true || payload.Measures?.Contains(Records.Identity.MeasureKey.Of(c).ToString()) == true);
    }

    private static PageContent Faster(Decision other)
    {
        Markup main = $"""
            <div class="notice"><h1>Somebody was faster</h1><p>Since you opened the page this was decided: {DecisionWords.Of(other)}</p>
            <p>Your decision was not recorded. Look at it again and decide once more, if you still would.</p>
            <p>{Markup.If(other.About is { Kind: RowKind.Change }, $"<a href=\"{At.Review(other.About.GetValueOrDefault())}\">The claim as it stands now</a> · ")}<a href="{At.Path("/review")}">Review</a></p></div>
            """;
        return new PageContent("Somebody was faster", Part.Review, main) { Status = StatusCodes.Status409Conflict };
    }

    private static RowName Row(IFormCollection form, string name, RowKind kind) =>
        RowName.Parse(form[name].ToString().Trim()) is { } row && row.Kind == kind ? row : throw new BadAddressException($"“{name}” names a row such as {(char)kind}12.");

    private static At Back(IFormCollection form) => form["back"].ToString() switch
    {
        "row" when RowName.Parse(form["row"].ToString()) is { Kind: RowKind.Change } row => At.Review(row),
        "new" => At.Path("/review").With("show", "new").With("at", AtOf(form)),
        _ => At.Path("/review").With("at", AtOf(form)),
    };

    private static string? AtOf(IFormCollection form) => int.TryParse(form["at"], NumberStyles.None, CultureInfo.InvariantCulture, out int at) && at < 1000 ? at.ToString(CultureInfo.InvariantCulture) : null;
}
