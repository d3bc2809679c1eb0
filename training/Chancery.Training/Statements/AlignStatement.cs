using System.Text.Json;
using Chancery.Reading.Statements;
using Chancery.Reports;

namespace Chancery.Training.Statements;

/// <summary>Lays annotated character spans over the words of a paragraph.</summary>
internal static class AlignStatement
{
    /// <summary>Null where the cue is not in this paragraph, or has no word that could head it.</summary>
    public static GoldStatement? To(ParagraphWords p, JsonElement statement)
    {
        var cueSpans = Spans(statement, "cue");
        if (cueSpans.Count == 0 || !p.Span.Contains(cueSpans[0].Start)) return null;
        var roles = new StatementRole[p.Count];
        Mark(p, Spans(statement, "content"), StatementRole.Content, roles);
        Mark(p, Spans(statement, "source"), StatementRole.Source, roles);
        Mark(p, cueSpans, StatementRole.Cue, roles);
        int cue = HeadOfCue(p, roles);
        return cue < 0 ? null : new GoldStatement(cue, roles);
    }

    private static List<Span> Spans(JsonElement statement, string role) =>
        [.. statement.GetProperty(role).EnumerateArray().Select(s => new Span(s.GetProperty("start").GetInt32(), s.GetProperty("end").GetInt32()))];

    private static void Mark(ParagraphWords p, List<Span> spans, StatementRole role, StatementRole[] roles)
    {
        for (int i = 0; i < p.Count; i++)
        {
            var word = p.Words[i].Span;
            foreach (var s in spans)
            {
                int shared = Math.Min(word.End, s.End) - Math.Max(word.Start, s.Start);
                if (2 * shared > word.Length || word.Length == 0 && s.Contains(word.Start)) roles[i] = role;
            }
        }
    }

    private static int HeadOfCue(ParagraphWords p, StatementRole[] roles)
    {
        int best = -1, bestDepth = int.MaxValue;
        for (int i = 0; i < p.Count; i++)
        {
            if (roles[i] != StatementRole.Cue || !CueFeatures.CanHead(p, i)) continue;
            int depth = 0;
            for (int w = p.Head[i]; w >= 0; w = p.Head[w]) depth++;
            if (depth < bestDepth) (best, bestDepth) = (i, depth);
        }
        return best;
    }
}
