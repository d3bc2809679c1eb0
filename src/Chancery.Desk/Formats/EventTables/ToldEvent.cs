using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Chancery.Reports;
using NodaTime;

namespace Chancery.Desk.Formats.EventTables;

/// <summary>An event as tables of events see it: one source, one target. Either is null where nobody is told.</summary>
/// <param name="Number">Which of the event's rows this is, from 0.</param>
internal sealed record ToldEvent(AnnotatedReport Reading, NewsEvent Event, Participant? Source, Participant? Target, int Number)
{
    /// <summary>53 bits: R, JavaScript and a column of doubles hold it without loss.</summary>
    private const int IdBits = 53;

    /// <summary>
    /// The rows of a reading: each source with each target; of an encounter of several sides without a target each side with each other, both ways.
    /// A denied event did not take place and is left out.
    /// </summary>
    public static IEnumerable<ToldEvent> Of(AnnotatedReport reading)
    {
        foreach (var e in reading.GetOrNone(Layers.Events).Where(e => e.Status != ClaimStatus.Denied))
        {
            int number = 0;
            foreach (var (source, target) in PairsOf(e)) yield return new ToldEvent(reading, e, source, target, number++);
        }
    }

    private static IEnumerable<(Participant?, Participant?)> PairsOf(NewsEvent e)
    {
        if (e.Target.Count == 0 && e.Source.Count > 1)
            return e.Source.SelectMany((a, i) => e.Source.Where((_, j) => j != i).Select(b => ((Participant?)a, (Participant?)b)));
        Participant?[] sources = [.. e.Source], targets = [.. e.Target];
        return from source in sources.DefaultIfEmpty() from target in targets.DefaultIfEmpty() select (source, target);
    }

    public Report Report => Reading.Report;

    /// <summary>The same for the same row of the same page, whatever runs beside it; two rows may share one by chance (one in a million at 100 million rows).</summary>
    public long Id
    {
        get
        {
            System.Span<byte> hash = stackalloc byte[32];
            SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Report.PageHash}\n{Report.Id}\n{Event.Id}\n{Number}")), hash);
            return (long)(BitConverter.ToUInt64(hash) >> (64 - IdBits));
        }
    }

    /// <summary>The first day of what the report says, else the day of the report: these tables know days only.</summary>
    public LocalDate? Day => Event.Date.From ?? Reading.Published.Date;

    public int SentenceNumber
    {
        get
        {
            var sentences = Reading.GetOrNone(Layers.Sentences);
            for (int i = 0; i < sentences.Count; i++)
                if (sentences[i].Span.End > Event.Trigger[0].Start) return i + 1;
            return 0;
        }
    }

    public string? NameOf(Participant? side) =>
        side?.ActorId is { } id ? Reading.GetOrNone(Layers.Actors).FirstOrDefault(a => a.Id == id)?.Name : null;

    public string? RoleOf(Participant? side) =>
        side?.ActorId is { } id ? Reading.GetOrNone(Layers.Actors).FirstOrDefault(a => a.Id == id)?.Role : null;

    public static string Iso(LocalDate? day) => day is { } d ? NodaTime.Text.LocalDatePattern.Iso.Format(d) : "";
    public static string Compact(LocalDate? day) => day is { } d ? d.ToString("uuuuMMdd", CultureInfo.InvariantCulture) : "";
}
