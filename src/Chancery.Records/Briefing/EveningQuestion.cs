using Chancery.Records.Claims;
using Chancery.Reports;
using NodaTime;

namespace Chancery.Records.Briefing;

/// <summary>Which evening is asked for.</summary>
/// <param name="Date">What was published on this day.</param>
/// <param name="Since">The instant up to which the issue before knew the record: what was recorded later and published earlier is told too, marked late. Null for no issue before.</param>
/// <param name="Recorded">The record as of this instant; null for all it holds.</param>
public sealed record EveningQuestion(LocalDate Date, Instant? Since = null, Instant? Recorded = null)
{
    /// <summary>Only what stands between these; empty for all.</summary>
    public IReadOnlyCollection<Dyad> Between { get; init; } = [];

    public AsOf AsOf => new(Date, Recorded);

    public bool Wants(Dyad? pair) => Between.Count == 0 || pair is { } p && Between.Contains(p);
}

/// <summary>An entry of an earlier issue and the row of the record it rested on.</summary>
/// <param name="Place">Of the entry in its issue, from 1.</param>
public sealed record EarlierEntry(long Issue, LocalDate Date, int Place, Dyad? Between, Words Line, string? Quote, string? Source, LocalDate? Published, string Row, string Says);

/// <summary>What the selection wants to know of a reading beyond its claims.</summary>
/// <param name="Doubts">Why its stated date was not believed.</param>
/// <param name="Paragraphs">In text order; empty where they are not known.</param>
public sealed record ReportParts(IReadOnlyList<DateDoubt> Doubts, IReadOnlyList<Paragraph> Paragraphs)
{
    public static readonly ReportParts Unknown = new([], []);

    /// <summary>Whether words stand in a teaser of another story: it tells no news of this evening.</summary>
    public bool IsAside(Span passage) => ParagraphOf(passage)?.Role == ParagraphRole.Teaser;

    public Paragraph? ParagraphOf(Span passage) => Paragraphs.FirstOrDefault(p => p.Span.Contains(passage.Start));
}

/// <summary>What the selection asks that does not stand in the record's own tables.</summary>
/// <param name="PartsOf">Reads them from the reading as the desk kept it.</param>
/// <param name="EarlierEntries">Entries of earlier issues that rest on any of these rows, or on rows that said any of these lines.</param>
public sealed record EveningSources(
    Func<KeptReport, ReportParts> PartsOf,
    Func<IReadOnlyCollection<string>, IReadOnlyCollection<string>, IReadOnlyList<EarlierEntry>> EarlierEntries)
{
    public static readonly EveningSources None = new(_ => ReportParts.Unknown, (_, _) => []);
}
