using Chancery.Records.Folding;
using NodaTime;

namespace Chancery.Records.Charts;

/// <summary>What was in force and when: one bar a measure over time (see <see cref="StateBar"/>), parts under their wholes. A pure function: the same answer, the same bytes.</summary>
public static class InForceChart
{
    private const double RowHeight = 38, BarHeight = 18, Top = 30, Foot = 52, Indent = 14;

    /// <param name="from">The first day shown; null for a month before the first change.</param>
    /// <param name="on">The last day shown; states after it are not.</param>
    public static string Svg(IReadOnlyList<Measure> measures, LocalDate? from, LocalDate on, string title, int width = 960)
    {
        var rows = Rows(measures);
        double labels = Math.Min(280, width * 0.32), bottom = Top + (RowHeight * Math.Max(1, rows.Count));
        var drawing = new Drawing(width, bottom + Foot, "in-force", title);
        var axis = new TimeAxis(From(rows, from, on), on, labels, width - 16);
        axis.Draw(drawing, Top - 8, bottom);
        if (rows.Count == 0) drawing.Text(labels + 8, Top + 20, "Nothing of that is known.", opacity: 0.8);
        for (int i = 0; i < rows.Count; i++) Draw(drawing, axis, rows[i], Top + (RowHeight * i), labels, on);
        Legend(drawing, bottom + 42, 4);
        return drawing.Finish();
    }

    private static void Draw(Drawing drawing, TimeAxis axis, (Measure Measure, int Depth) row, double top, double labels, LocalDate on)
    {
        var (measure, depth) = row;
        double left = 4 + (Indent * depth);
        drawing.Text(left, top + 17, Drawing.Fit((depth > 0 ? "└ " : "") + measure.Name, labels - left - 8), weight: depth > 0 ? "normal" : "bold");
        drawing.Text(left, top + 30, Drawing.Fit(Parties(measure), labels - left - 8, 10), size: 10, opacity: 0.75);
        var stands = measure.HasOwnState ? measure : measure.Whole!;
        var shown = stands.History.Periods.Where(p => (p.Began.Window.First ?? p.Surely) <= on).ToList();
        new StateBar(drawing, axis, top + 12, BarHeight).Draw(shown, on, measure.HasOwnState ? measure.Name : $"{measure.Name}, as {measure.Whole!.Name}, of which it is a part");
    }

    private static string Parties(Measure measure) =>
        $"{measure.Actor ?? "?"} → {measure.Target ?? "?"}, {measure.Instrument.ToString().ToLowerInvariant()}{(measure.MayBeSeveral ? "; may be several" : "")}";

    /// <summary>Wholes in the order of the dossier, each followed by its parts.</summary>
    internal static IReadOnlyList<(Measure Measure, int Depth)> Rows(IReadOnlyList<Measure> measures)
    {
        var rows = new List<(Measure, int)>();
        var listed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var measure in measures.Where(m => m.Whole is null || !measures.Any(w => IsWholeOf(w, m)))) Add(measure, 0);
        // Wholes that stand in a ring are parts of each other: each is shown once, on its own.
        foreach (var measure in measures) Add(measure, 0);
        return rows;

        void Add(Measure measure, int depth)
        {
            if (!listed.Add(measure.Identity.Keys[0].ToString())) return;
            rows.Add((measure, depth));
            foreach (var part in measures.Where(m => IsWholeOf(measure, m))) Add(part, depth + 1);
        }
    }

    private static bool IsWholeOf(Measure whole, Measure part) => part.Whole is { } w && ReferenceEquals(w.Identity, whole.Identity);

    private static LocalDate From(IReadOnlyList<(Measure Measure, int Depth)> rows, LocalDate? asked, LocalDate on)
    {
        if (asked is { } from && from < on) return from;
        var first = rows.SelectMany(r => r.Measure.History.Periods).Select(p => p.Began.Window.First ?? p.Surely).Where(d => d <= on).DefaultIfEmpty(on.PlusMonths(-11)).Min();
        return first.PlusMonths(-1);
    }

    private static void Legend(Drawing drawing, double y, double x)
    {
        foreach (var state in (MeasureState[])[MeasureState.InEffect, MeasureState.Reduced, MeasureState.Suspended, MeasureState.PartlySuspended, MeasureState.Ended])
        {
            var (ink, look) = Looks.Of(state);
            double top = y - 9;
            drawing.Shape([(x, top + (10 * look.From)), (x + 16, top + (10 * look.From)), (x + 16, top + (10 * look.To)), (x, top + (10 * look.To))], "state-" + state.Name(), ink, look.Fill, look.IsFramed ? ink : null);
            if (look.IsHalf) drawing.Shape([(x, top + 5), (x + 16, top + 5), (x + 16, top + 10), (x, top + 10)], "state-" + state.Name(), ink, 0.8);
            drawing.Text(x + 21, y, state.Name(), size: 11, opacity: 0.85);
            x += 34 + (6.4 * state.Name().Length);
        }
        drawing.Shape([(x + 5, y - 9), (x + 9.5, y - 4.5), (x + 5, y), (x + 0.5, y - 4.5)], "authorised", "#1d6fb8", 0.2, "#1d6fb8");
        drawing.Text(x + 15, y, "authorised", size: 11, opacity: 0.85);
        drawing.Dot(x + 84, y - 4, 2.2, "currentColor");
        drawing.Text(x + 91, y, "confirmed", size: 11, opacity: 0.85);
        drawing.Line(x + 152, y - 9, x + 160, y + 1, "currentColor");
        drawing.Text(x + 166, y, "not to the day", size: 11, opacity: 0.85);
    }
}
