using Chancery.Records.Folding;
using NodaTime;
using NodaTime.Text;

namespace Chancery.Records.Charts;

/// <summary>
/// One measure over time as a bar. Its shape tells the state, so that colour is not needed: full where in effect, half as high where reduced, an empty frame where suspended, a frame
/// half filled where partly suspended, a thin line where ended or unknown. An edge that leans spans the days on one of which the change came. The bar pales after the last
/// day of which a report speaks.
/// </summary>
internal sealed class StateBar(Drawing drawing, TimeAxis axis, double top, double height)
{
    /// <summary>How far an edge leans where only "by then" is told.</summary>
    private const double OpenLean = 14;
    private const double Pale = 0.45;

    private readonly double _bottom = top + height;

    /// <param name="periods">In order.</param>
    public void Draw(IReadOnlyList<StatePeriod> periods, LocalDate until, string name)
    {
        for (int i = 0; i < periods.Count; i++)
        {
            var begins = Edge(periods, i);
            var ends = i + 1 < periods.Count ? Edge(periods, i + 1) : (Top: axis.EndOf(until), Bottom: axis.EndOf(until));
            if (Math.Max(ends.Top, ends.Bottom) <= axis.Left) continue;
            Draw(periods[i], begins, ends, name, isLast: i + 1 == periods.Count);
        }
        var began = periods.Select(p => p.Began).ToHashSet();
        foreach (var told in periods.SelectMany(p => p.Confirmations).Distinct().Where(c => c.Window.Last <= until && (c.IsAuthorised || !began.Contains(c)))) Mark(told, name);
    }

    /// <summary>Where a period's first edge stands at the top and at the bottom of the bar.</summary>
    private (double Top, double Bottom) Edge(IReadOnlyList<StatePeriod> periods, int i)
    {
        var window = periods[i].Began.Window;
        double surely = axis.Of(periods[i].Surely);
        double first = window.First is { } day ? axis.Of(day) : i > 0 ? axis.Of(periods[i - 1].Surely) : Math.Max(axis.Left, surely - OpenLean);
        if (i > 0) first = Math.Max(first, axis.Of(periods[i - 1].Surely));
        return (Math.Min(first, surely), surely);
    }

    private void Draw(StatePeriod period, (double Top, double Bottom) begins, (double Top, double Bottom) ends, string name, bool isLast)
    {
        var (ink, look) = Looks.Of(period.State);
        double confirmed = !isLast ? ends.Top : Math.Clamp(axis.EndOf(period.Confirmations.Max(c => c.Window.Last)), begins.Bottom, Math.Max(begins.Bottom, ends.Top));
        var tip = $"{name}: {Sayings.Of(period)}";
        double from = top + (height * look.From), to = top + (height * look.To);
        Piece(from, to, begins, isLast ? (confirmed, confirmed) : ends, look.Fill);
        if (isLast && ends.Bottom > confirmed) Piece(from, to, (confirmed, confirmed), ends, look.Fill * Pale);
        if (look.IsHalf) Piece(top + (height / 2), _bottom, begins, ends, 0.8);
        Label(period.State.Name(), begins.Bottom + 6, Math.Min(confirmed, ends.Top), ends.Top, look);

        void Piece(double y1, double y2, (double Top, double Bottom) left, (double Top, double Bottom) right, double fill) =>
            drawing.Shape([(At(left, y1), y1), (At(right, y1), y1), (At(right, y2), y2), (At(left, y2), y2)], "state-" + period.State.Name(), ink, fill, look.IsFramed ? ink : null, tip);
    }

    /// <summary>The state's name, where it has room: within the bar, above a half one.</summary>
    private void Label(string words, double x, double confirmed, double end, StateLook look)
    {
        double room = (6.5 * words.Length) + 4;
        if (end - x < room || look.From > 0.5) return;
        bool isOnDark = look.From < 0.5 && look.Fill > 0.5 && confirmed - x > room;
        drawing.Text(x, look.From < 0.5 ? _bottom - (height * 0.28) : top + (height * 0.38), words, size: 11, ink: isOnDark ? "#ffffff" : null);
    }

    private double At((double Top, double Bottom) edge, double y) => edge.Top + ((edge.Bottom - edge.Top) * (y - top) / height);

    /// <summary>A small sign above the bar: a rhombus where a change was authorised and no more, a dot where a report confirmed the state.</summary>
    private void Mark(ToldChange told, string name)
    {
        double x = (axis.Of(told.Window.First ?? told.Window.Last) + axis.EndOf(told.Window.Last)) / 2;
        var tip = $"{name}: {Sayings.Of(told)}";
        if (told.IsAuthorised) drawing.Shape([(x, top - 9), (x + 4.5, top - 4.5), (x, top), (x - 4.5, top - 4.5)], "authorised", "#1d6fb8", 0.2, "#1d6fb8", tip);
        else drawing.Dot(x, top - 4, 2.2, "currentColor", tip);
    }
}

/// <summary>How each state is drawn.</summary>
/// <param name="From">Where the bar begins, as a share of its height from above; <paramref name="To"/> where it ends.</param>
internal readonly record struct StateLook(double From, double To, double Fill, bool IsFramed, bool IsHalf = false);

internal static class Looks
{
    public static (string Ink, StateLook Look) Of(MeasureState state) => state switch
    {
        MeasureState.InEffect => ("#2e7d4f", new StateLook(0, 1, 0.9, true)),
        MeasureState.Reduced => ("#6a8f3c", new StateLook(0.5, 1, 0.9, true)),
        MeasureState.Suspended => ("#b3541e", new StateLook(0, 1, 0.12, true)),
        MeasureState.PartlySuspended => ("#b3541e", new StateLook(0, 1, 0.12, true, IsHalf: true)),
        MeasureState.Ended => ("#6b7280", new StateLook(0.86, 1, 0.9, false)),
        _ => ("#6b7280", new StateLook(0.93, 1, 0.35, false)),
    };
}

/// <summary>What stands in the tips of a chart.</summary>
internal static class Sayings
{
    public static string Of(StatePeriod period) => $"{period.State.Name()}, since {When(period.InStateSince)}; told by {Sources(period.Began)}";

    public static string Of(ToldChange told) => $"{told.Change.ToString().ToLowerInvariant()}{(told.IsAuthorised ? ", authorised and no more" : "")}, {When(told)}; told by {Sources(told)}";

    public static string When(ToldChange told) => told.Date.Value ?? "by " + LocalDatePattern.Iso.Format(told.Window.Last);

    private static string Sources(ToldChange told) => string.Join(", ", told.Claims.Select(c => c.Source.Name).Distinct().Take(3));
}
