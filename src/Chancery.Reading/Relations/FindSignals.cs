using Chancery.Reading.Actors;
using Chancery.Reading.Events;
using Chancery.Reading.Events.Frames;
using Chancery.Reports;
using NodaTime;

namespace Chancery.Reading.Relations;

/// <summary>Finds signs that the relation of two states thaws or freezes: words for it, and what was done to their relations.</summary>
public sealed class FindSignals(ActorLexicon actors) : Annotator<RelationSignal>
{
    private const int OldAfterDays = 45;

    private readonly SignalLexicon _lexicon = SignalLexicon.Load();

    public override Layer<RelationSignal> Gives => Layers.Signals;
    public override IReadOnlyList<Layer> Needs { get; } = [Layers.Sentences, Layers.Actors, Layers.Statements, Layers.Published, Layers.Changes];

    public override IReadOnlyList<RelationSignal> Annotate(AnnotatedReport report)
    {
        var signals = new SignalList();
        var index = new ActorIndex(report, actors);
        var told = new ToldIn(report);
        foreach (var sentence in report.Get(Layers.Sentences))
        {
            if (sentence.Words.Length == 0 || report.Report.ParagraphAt(sentence.Span.Start) is { IsRead: false }) continue;
            ReadWords(sentence, index, told, signals);
        }
        foreach (var change in report.Get(Layers.Changes))
            if (IsNews(change, report.Published.Date) && SignalOf(change) is { } signal && change is { Actor: { } actor, Target: { } target })
                signals.Add(actor, target, signal, change.Evidence[0], change.StatementId);
        return signals.Finish();
    }

    private void ReadWords(Sentence sentence, ActorIndex index, ToldIn told, SignalList signals)
    {
        Clauses? clauses = null;
        for (int word = 0; word < sentence.Words.Length; word++)
        {
            if (!_lexicon.IsRelation(sentence.Words[word].Lemma)) continue;
            clauses ??= new Clauses(sentence);
            if (_lexicon.Turn(clauses, word) is not var (turn, signal)) continue;
            if (Pair(clauses, index, word) is not var (first, second)) continue;
            var evidence = sentence.Words[turn].Span.Cover(sentence.Words[word].Span);
            signals.Add(first, second, signal, evidence, told.StatementAt(sentence.Words[word].Span)?.Id);
        }
    }

    /// <summary>The two states whose relation it is: named with the noun, else the only two of the sentence.</summary>
    private static (string First, string Second)? Pair(Clauses clauses, ActorIndex index, int relation)
    {
        var codes = new List<string>();
        var actors = new SentenceActors(index, clauses);
        var arguments = new Arguments(clauses);
        var places = new List<int>();
        arguments.Find(relation, new Slot(SlotKind.Sides), places);
        foreach (int place in places) AddStates(actors.Of(place), codes);
        if (codes.Count < 2)
            for (int i = 0; i < clauses.Words.Length; i++)
                AddStates(index.Participants(clauses.Sentence, i), codes);
        return codes.Count == 2 ? (codes[0], codes[1]) : null;
    }

    private static void AddStates(IReadOnlyList<Participant> participants, List<string> codes)
    {
        foreach (var p in participants)
            if (p.Code is { Length: 3 } code && p.Sector is null or "GOV" or "MIL" && !codes.Contains(p.Code)) codes.Add(p.Code);
    }

    /// <summary>What is told as background, or of a time long past, says nothing of how a relation turns now.</summary>
    private static bool IsNews(MeasureChange change, LocalDate? published) =>
        change.Date is not { Value: null, Basis: TimeBasis.Inferred } && !(published is { } day && change.Date.To is { } to && to <= day.PlusDays(-OldAfterDays));

    /// <summary>What a change in fact does to a relation; talk of it is none.</summary>
    private static Signal? SignalOf(MeasureChange change) => change.Status != ClaimStatus.Happened ? null : (change.Instrument, change.Change) switch
    {
        (Instrument.Relations, ChangeKind.Reinstate or ChangeKind.Impose) => Signal.Thaw,
        (Instrument.Relations, ChangeKind.Cancel or ChangeKind.Suspend or ChangeKind.Reduce) => Signal.Freeze,
        (Instrument.Sanctions or Instrument.Ban or Instrument.Tariff, ChangeKind.Lift or ChangeKind.Ease) => Signal.Thaw,
        (Instrument.Sanctions, ChangeKind.Impose or ChangeKind.Extend) => Signal.Freeze,
        (Instrument.Aid or Instrument.Training, ChangeKind.Reinstate) => Signal.Thaw,
        (Instrument.Aid or Instrument.Training, ChangeKind.Suspend or ChangeKind.Cancel) => Signal.Freeze,
        _ => null,
    };
}
