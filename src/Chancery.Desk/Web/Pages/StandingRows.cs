using Chancery.Desk.Web.Html;
using Chancery.Records;
using Chancery.Records.Claims;
using Chancery.Records.Folding;
using Chancery.Records.Identity;
using Chancery.Records.Questions;
using Chancery.Reports;
using NodaTime;

namespace Chancery.Desk.Web.Pages;

/// <summary>How measures stand, a row each: what runs or rests first, then what ended, then what only was talked of.</summary>
internal static class StandingRows
{
    public static IEnumerable<MeasureStatus> Ordered(IEnumerable<Measure> measures, LocalDate on) =>
        measures.Select(m => Status.Of(m, on)).OrderBy(s => Rank(s.State)).ThenByDescending(s => s.LastConfirmed?.Day).ThenBy(s => s.Measure.Name, StringComparer.OrdinalIgnoreCase);

    private static int Rank(MeasureState state) => state switch
    {
        MeasureState.Suspended or MeasureState.PartlySuspended => 0,
        MeasureState.InEffect or MeasureState.Reduced => 1,
        MeasureState.Ended => 2,
        _ => 3,
    };

    public static Markup One(MeasureStatus s, Dyad between, Func<At, At> asking) => $"""
        <tr><th scope="row"><a href="{asking(At.Measure(between, MeasureSlug.Of(s.Measure)))}">{s.Measure.Name}</a>
        <span class="meta">{s.Measure.Instrument.ToString().ToLowerInvariant()} · {Words.Parties(s.Measure.Actor, s.Measure.Target)}{Markup.IfAny(s.Measure.PartOf, w => $" · part of {w}")}</span></th>
        <td>{Words.State(s.State)}{Notes(s)}</td>
        <td>{Markup.IfAny(s.Since, d => $"<time datetime=\"{d}\">{Words.Date(d)}</time>")}</td>
        <td>{Markup.If(s.LastConfirmed is not null, $"{Words.Date(s.LastConfirmed?.On ?? "")} <span class=\"meta\">by {s.LastConfirmed?.By}</span>")}</td></tr>
        """;

    public static Markup Notes(MeasureStatus s) => $"""
        {Markup.If(s.Stage == Stage.Authorised, $"<span class=\"note\">a change is authorised and not yet in effect</span>")}{Markup.If(s.Uncertain, $"<span class=\"note\">uncertain: the next change may have come</span>")}{Markup.If(s.Measure.MayBeSeveral, $"<span class=\"note\">may be several: told too barely to be sure</span>")}{Markup.IfAny(s.InheritedFrom, w => $"<span class=\"note\">as {w}, of which it is a part</span>")}{Markup.If(s.Contradictions.Count > 0, $"<span class=\"note wrong\">sources contradict each other</span>")}
        """;
}
