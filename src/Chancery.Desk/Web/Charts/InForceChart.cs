using Chancery.Desk.Web.Html;
using Chancery.Records;
using Chancery.Records.Folding;
using Chancery.Records.Identity;
using Chancery.Reports;
using NodaTime;

namespace Chancery.Desk.Web.Charts;

/// <summary>
/// A bar a measure over time. A measure's parts stand under it. Where a state may have begun already, the bar is hatched; behind the day of the last word about it, it is thin.
/// </summary>
internal sealed class InForceChart
{
    private const int Width = 960, Labels = 270, RowHeight = 28, Head = 26, Foot = 6, LongestLabel = 38;

    /// <summary>Rows of a chart that is read at a glance.</summary>
    public const int Glance = 24;

    private readonly IReadOnlyList<(Measure Measure, bool IsPart)> _rows;
    private readonly Func<Measure, At> _link;
    private readonly TimeScale _scale;
    private readonly LocalDate _on;

    /// <param name="on">The day asked about: a line stands there.</param>
    /// <param name="from">The first day shown; null for the first that anything is told of.</param>
    public InForceChart(IEnumerable<Measure> measures, LocalDate on, LocalDate? from, LocalDate? to, Func<Measure, At> link, int most)
    {
        var told = measures.Where(m => m.History.Periods.Count > 0).ToList();
        Left = Math.Max(0, told.Count - most);
        var chosen = told.OrderByDescending(m => m.Claims.Count).Take(most).ToHashSet();
        _rows = [.. WithParts([.. told.Where(chosen.Contains)])];
        (_on, _link) = (on, link);
        var first = from ?? _rows.SelectMany(r => r.Measure.History.Periods).Select(p => p.Began.Window.First ?? p.Began.Window.Last).DefaultIfEmpty(on).Min();
        if (from is null && first.Year > LocalDate.MinIsoValue.Year) first = first.PlusDays(-Math.Max(20, Period.DaysBetween(first, on) / 40));
        var last = to ?? LocalDate.Max(on, _rows.SelectMany(r => r.Measure.History.Periods).Select(p => p.Surely).DefaultIfEmpty(on).Max());
        _scale = new TimeScale(first, last <= first ? first.PlusDays(1) : last, Labels, Width - 12);
    }

    public bool IsEmpty => _rows.Count == 0;

    /// <summary>How many measures were left out.</summary>
    public int Left { get; }

    private int Height => Head + _rows.Count * RowHeight + Foot;

    /// <param name="style">A style element for a chart that stands alone; nothing within a page.</param>
    public Markup Draw(Markup style) => $"""
        <svg class="chart in-force" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {Height}" width="{Width}" height="{Height}">{style}
        <defs><pattern id="perhaps" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="perhaps-line" width="2.4" height="6"/></pattern>
        <pattern id="partly" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="partly-ground" width="8" height="8"/><rect class="partly-line" width="4" height="8"/></pattern></defs>
        {Markup.Each(_scale.Ticks(), t => Tick(t.Day, t.Label))}
        {Markup.Each(_rows.Index(), r => Row(r.Item.Measure, r.Item.IsPart, Head + r.Index * RowHeight))}
        <line class="on" x1="{_scale.Of(_on)}" x2="{_scale.Of(_on)}" y1="{Head - 8}" y2="{Height}"/>
        </svg>
        """;

    private Markup Tick(LocalDate day, string label) => $"""<line class="tick" x1="{_scale.Of(day)}" x2="{_scale.Of(day)}" y1="{Head - 4}" y2="{Height}"/><text class="year" x="{_scale.Of(day)}" y="14" text-anchor="middle">{label}</text>""";

    private Markup Row(Measure measure, bool isPart, int top)
    {
        var label = measure.Name.Length <= LongestLabel ? measure.Name : measure.Name[..(LongestLabel - 1)].TrimEnd() + "…";
        double indent = isPart ? 18 : 4;
        return $"""
            <line class="row" x1="0" x2="{Width}" y1="{top + RowHeight}" y2="{top + RowHeight}"/>
            {Markup.If(isPart, $"<path class=\"part\" d=\"M8 {top - 2}v{RowHeight / 2 + 2}h7\"/>")}
            <a href="{_link(measure)}"><title>{measure.Name}</title><text class="name" x="{indent}" y="{top + 18}">{label}</text></a>
            {Bars(measure, top + 6)}
            """;
    }

    private Markup Bars(Measure measure, double top)
    {
        var periods = measure.History.Periods;
        Markup bars = $"";
        for (int i = 0; i < periods.Count; i++)
        {
            var period = periods[i];
            var until = i + 1 < periods.Count ? periods[i + 1].Surely : LocalDate.Max(_on, period.Surely);
            if (i + 1 == periods.Count && _scale.To > until && period.Surely <= _on) until = LocalDate.Max(until, _on);
            var confirmed = i + 1 < periods.Count ? until : LocalDate.Min(until, LastWord(period));
            bars.AppendFormatted(Bar(period, top, period.Surely, confirmed, until));
            if ((period.Began.Window.First ?? EarliestPerhaps(periods, i)) is var first && first < period.Surely) bars.AppendFormatted(Perhaps(top, first, period.Surely));
        }
        foreach (var period in periods.Where(p => p.Stage == Stage.Authorised)) bars.AppendFormatted(Authorised(top, period));
        return bars;
    }

    // Where only “by then” is told, the hatching says so over a short stretch and claims nothing about its length.
    private LocalDate EarliestPerhaps(IReadOnlyList<StatePeriod> periods, int i)
    {
        var shown = periods[i].Surely.PlusDays(-Math.Max(1, Period.DaysBetween(_scale.From, _scale.To) / 60));
        return i > 0 && periods[i - 1].Surely > shown ? periods[i - 1].Surely : shown;
    }

    private static LocalDate LastWord(StatePeriod period) => period.Confirmations.Max(c => c.Window.Last);

    private Markup Bar(StatePeriod period, double top, LocalDate from, LocalDate confirmed, LocalDate until)
    {
        double left = _scale.Of(from), middle = _scale.Of(confirmed), right = _scale.Of(until);
        return $"""
            <g class="bar {period.State.Name()}"><title>{Words.Name(period.State)} since {period.InStateSince.Date.Value ?? "by " + Words.Day(period.Surely)}</title>
            {Markup.If(middle - left >= .5, $"<rect x=\"{left}\" y=\"{top}\" width=\"{middle - left}\" height=\"16\" rx=\"1.5\"/>")}
            {Markup.If(right - middle >= .5, $"<rect class=\"since\" x=\"{middle}\" y=\"{top + 5}\" width=\"{right - middle}\" height=\"6\" rx=\"1\"/>")}</g>
            """;
    }

    private Markup Perhaps(double top, LocalDate from, LocalDate to) =>
        $"<rect class=\"perhaps\" x=\"{_scale.Of(from)}\" y=\"{top - 2}\" width=\"{Math.Max(2, _scale.Of(to) - _scale.Of(from))}\" height=\"20\" fill=\"url(#perhaps)\"><title>not exactly known when</title></rect>";

    private Markup Authorised(double top, StatePeriod period)
    {
        double x = _scale.Of(period.Surely), y = top + 8;
        return $"<path class=\"authorised\" d=\"M{x} {y - 7}l7 7l-7 7l-7 -7z\"><title>{Words.Noun(period.Began.Change)} authorised, {period.Began.Date.Value}</title></path>";
    }

    private static IEnumerable<(Measure, bool)> WithParts(List<Measure> measures)
    {
        foreach (var measure in measures)
        {
            if (measure.Whole is { } whole && measures.Exists(m => ReferenceEquals(m.Identity, whole.Identity))) continue;
            yield return (measure, false);
            foreach (var part in measures.Where(m => m.Whole is { } w && ReferenceEquals(w.Identity, measure.Identity))) yield return (part, true);
        }
    }
}
