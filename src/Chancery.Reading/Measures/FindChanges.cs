using Chancery.Reading.Actors;
using Chancery.Reading.Events;
using Chancery.Reading.Events.Frames;
using Chancery.Reports;

namespace Chancery.Reading.Measures;

/// <summary>Finds what a report claims of measures: which were imposed, suspended, eased, ended, kept … by whom towards whom, and since when.</summary>
public sealed class FindChanges : Annotator<MeasureChange>
{
    private readonly MeasureLexicon _lexicon = MeasureLexicon.Load();
    private readonly FindProgrammes _programmes;
    private readonly ActorLexicon _actors;

    public FindChanges(ActorLexicon actors)
    {
        _actors = actors;
        _programmes = new FindProgrammes(_lexicon.Programmes);
    }

    public override Layer<MeasureChange> Gives => Layers.Changes;
    public override IReadOnlyList<Layer> Needs { get; } = [Layers.Sentences, Layers.Published, Layers.Times, Layers.Actors, Layers.Statements];

    public override IReadOnlyList<MeasureChange> Annotate(AnnotatedReport report)
    {
        report = Movements.SetApart(report);
        var index = new ActorIndex(report, _actors);
        var dates = new ChangeDates(report);
        var told = new ToldIn(report);
        var voice = new Voice(report);
        var before = new StatesBefore(report);
        var named = _programmes.In(report.Report.Text);
        var list = new ChangeList(named);
        foreach (var sentence in report.Get(Layers.Sentences))
        {
            if (sentence.Words.Length == 0 || report.Report.ParagraphAt(sentence.Span.Start) is { IsRead: false }) continue;
            var clauses = new Clauses(sentence);
            var actors = new SentenceActors(index, clauses);
            var claims = new ReadClaims(_lexicon, clauses, actors, InSentence(named, sentence)).All();
            if (claims.Count == 0) continue;
            var parties = new FindParties(clauses, actors, new NamedStates(clauses, actors), before, voice);
            var sides = new SidesInSentence(clauses, [.. claims.Select(c => (c, parties.Of(c, told.Speaker(told.StatementAt(clauses.Words[c.Word].Span)))))]);
            foreach (var (claim, who, whom, isNamed) in sides.Shared())
                list.Add(new FoundChange(
                    claim, NameOf(claim, clauses, index), who, whom, dates.Of(clauses, claim), Evidence(claim, clauses),
                    told.StatementAt(clauses.Words[claim.Word].Span)?.Id, Named(claim, clauses), isNamed));
        }
        return list.Finish(report.Report.Text);
    }

    private static IReadOnlyList<(Programme Programme, Span Span)> InSentence(List<(Programme Programme, Span Span)> named, Sentence sentence) =>
        named.Count == 0 ? named : named.FindAll(n => sentence.Span.Contains(n.Span));

    private static string? NameOf(Claim claim, Clauses clauses, ActorIndex index) =>
        claim.Name ?? (claim.Measure is { } measure
            ? (measure.Class == MeasureClass.Flow ? "ban on " : "") + MeasureNames.Of(clauses, measure, w => index.At(clauses.Words[w].Span.Start).Count > 0)
            : null);

    /// <summary>The span of the measure's own phrase with what follows it, in which a programme may be named.</summary>
    private static Span? Named(Claim claim, Clauses clauses) => claim.Measure is not { } measure ? null
        : new Span(clauses.Words[measure.First].Span.Start, clauses.Words[clauses.Sentence.Subtree(measure.Head)[^1]].Span.End is var end && end > clauses.Words[measure.Head].Span.End
            ? end : clauses.Words[measure.Head].Span.End);

    /// <summary>From the words that decide to the end of the measure's phrase.</summary>
    private static Span Evidence(Claim claim, Clauses clauses)
    {
        var span = clauses.Words[claim.Word].Span;
        foreach (int c in clauses.Children(claim.Word))
            if (clauses.Is(c, "aux") || clauses.Is(c, "compound:prt") || clauses.Lemma(c) is "force" or "effect" or "place" && clauses.HasCase(c, "in")) span = span.Cover(clauses.Words[c].Span);
        if (claim.Top != claim.Word && Math.Abs(claim.Top - claim.Word) < 12) span = span.Cover(clauses.Words[claim.Top].Span);
        if (claim.Measure is { } m)
            span = span.Cover(clauses.Words[Math.Min(m.First, m.Outer)].Span).Cover(clauses.Words[Math.Max(m.Head, m.Outer)].Span);
        else if (clauses.Object(claim.Word) is var o and >= 0)
            span = span.Cover(clauses.Words[o].Span);
        return span;
    }
}
