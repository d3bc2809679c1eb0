using Chancery.Desk.Web.Hosting;
using Chancery.Desk.Web.Html;
using Chancery.Records.Questions;
using Chancery.Reports;
using NodaTime;

namespace Chancery.Desk.Web.Pages;

/// <summary>Which told changes a reader wants to see. All that is set must hold.</summary>
internal sealed record TimelineFilter(Instrument? Instrument, ChangeKind? Change, ClaimStatus? Status, LocalDate? From, LocalDate? To, bool OnlyMoves)
{
    public static TimelineFilter Of(Visit visit) => new(
        visit.Word<Instrument>("instrument"), visit.Word<ChangeKind>("change"), visit.Word<ClaimStatus>("status"), visit.Day("from"), visit.Day("to"), visit.Text("moves") is not null);

    /// <returns>The newest first.</returns>
    public IEnumerable<TimelineEntry> Apply(IEnumerable<TimelineEntry> entries) => entries.Where(Fits)
        .OrderByDescending(e => e.Told.Window).ThenBy(e => e.Measure.Name, StringComparer.Ordinal).ThenBy(e => e.Told.Change).ThenBy(e => e.Told.Status);

    private bool Fits(TimelineEntry e) =>
        (Instrument is null || e.Measure.Instrument == Instrument) && (Change is null || e.Told.Change == Change) && (Status is null || e.Told.Status == Status)
        && (From is not { } from || e.Told.Window.Last >= from) && (To is not { } to || e.Told.Window.MayHaveCome(to)) && (!OnlyMoves || e.Moves);

    /// <param name="keep">Names of the query's values that stay as they are.</param>
    public static Markup Form(Visit visit, At action, params string[] keep) => $"""
        <form class="filter" method="get" action="{action.Place("timeline")}" aria-label="Filter the timeline">
        {AsOfForm.Kept(visit, keep)}
        {Choice("instrument", "Instrument", Enum.GetValues<Instrument>().Select(i => i.ToString().ToLowerInvariant()), visit)}
        {Choice("change", "Change", Enum.GetValues<ChangeKind>().Select(c => c.ToString().ToLowerInvariant()), visit)}
        {Choice("status", "Status", Enum.GetValues<ClaimStatus>().Select(s => s.Name()), visit)}
        <div class="field"><label for="from">From</label><input type="date" id="from" name="from" value="{Iso(visit.Day("from"))}"></div>
        <div class="field"><label for="to">To</label><input type="date" id="to" name="to" value="{Iso(visit.Day("to"))}"></div>
        <div class="field check"><input type="checkbox" id="moves" name="moves" value="1"{Markup.If(visit.Text("moves") is not null, $" checked")}><label for="moves">only what moved a state</label></div>
        <div class="actions"><button>Filter</button></div>
        </form>
        """;

    private static Markup Choice(string name, string label, IEnumerable<string> words, Visit visit) => $"""
        <div class="field"><label for="{name}">{label}</label><select id="{name}" name="{name}"><option value="">any</option>
        {Markup.Each(words, w => $"<option{Markup.If(w == visit.Text(name), $" selected")}>{w}</option>")}</select></div>
        """;

    private static string Iso(LocalDate? day) => day is { } d ? NodaTime.Text.LocalDatePattern.Iso.Format(d) : "";
}
