using Chancery.Reports;

namespace Chancery.Reading.Times;

/// <summary>Whether the clause around a time looks back or forward.</summary>
internal static class ClauseTense
{
    private static readonly string[] Forward = [" will ", "'ll ", " would ", " to be ", " is to ", " are to ", " expects", " expected", " scheduled", " plans ", " planned ", " due ", " set for ", " going to ", " shall ", " may ", " could "];

    public static Tense Of(AnnotatedReport report, Span span)
    {
        var text = report.Report.Text;
        int from = span.Start;
        while (from > 0 && span.Start - from < 90 && text[from - 1] is not ('\n' or ';') && !(text[from - 1] == ' ' && from > 1 && text[from - 2] is '.' or '?' or '!')) from--;
        var before = text.AsSpan(from, span.Start - from);
        foreach (var cue in Forward)
            if (before.Contains(cue, StringComparison.OrdinalIgnoreCase)) return Tense.Future;
        int to = span.End;
        while (to < text.Length && to - span.End < 50 && text[to] is not ('\n' or ';' or '.')) to++;
        var after = text.AsSpan(span.End, to - span.End);
        foreach (var cue in Forward.AsSpan(0, 3))
            if (after.Contains(cue, StringComparison.OrdinalIgnoreCase)) return Tense.Future;
        return Tense.Unknown;
    }
}
