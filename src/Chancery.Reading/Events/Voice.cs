using Chancery.Reports;

namespace Chancery.Reading.Events;

/// <summary>
/// Who "we" and "I" are: the speaker of the statement they stand in, else the author that the head of a release names
/// ("Antony J. Blinken, Secretary of State"). A report without such a head has no voice of its own.
/// </summary>
internal sealed class Voice
{
    private const int HeadLines = 4, LongestHead = 120;
    private readonly Participant? _author;

    public Voice(AnnotatedReport report)
    {
        var text = report.Report.Text;
        int at = 0, end = 0;
        for (int line = 0; line < HeadLines && at < text.Length; line++)
        {
            int next = text.IndexOf('\n', at) is var cut and >= 0 ? cut : text.Length;
            var content = text.AsSpan(at, next - at).Trim();
            if (content.Length > LongestHead || content.Length > 0 && content[^1] is '.' or '!' or '?' or '”') break;
            if (content.Length > 0) end = next;
            at = next + 1;
        }
        if (end == 0 || end == text.Length) return;
        _author = Author(report, new Span(0, end)) ?? (text.AsSpan(0, end).Contains("Office of the Spokesperson", StringComparison.Ordinal) ? FirstOfGovernment(report) : null);
    }

    /// <summary>Whom a word of the first person stands for; null for other words and where nobody is known.</summary>
    public Participant? Of(string lemma, Participant? speaker) => IsFirstPerson(lemma) ? speaker ?? _author : null;

    public static bool IsFirstPerson(string lemma) => lemma is "we" or "i" or "us" or "our" or "my" or "me" or "ourselves" or "myself";

    private static Participant? Author(AnnotatedReport report, Span head)
    {
        foreach (var actor in report.Get(Layers.Actors))
            if (actor.Code is not null && actor.Sector is not null && actor.Mentions.Any(m => head.Contains(m.Span))) return new Participant(actor.Id, actor.Code, actor.Sector);
        return null;
    }

    private static Participant? FirstOfGovernment(AnnotatedReport report)
    {
        foreach (var actor in report.Get(Layers.Actors))
            if (actor is { Code: not null, Sector: "GOV", Kind: ActorKind.Person }) return new Participant(actor.Id, actor.Code, actor.Sector);
        return null;
    }
}
