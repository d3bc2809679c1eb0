using Chancery.Reading.Actors;
using Chancery.Reading.Events.Frames;
using Chancery.Reading.Events.Predicates;
using Chancery.Reading.Events.Types;
using Chancery.Reports;

namespace Chancery.Reading.Events;

/// <summary>Codes political events: who did what to whom, when, in PLOVER and CAMEO, with what the report claims of it.</summary>
public sealed class CodeEvents : Annotator<NewsEvent>
{
    private readonly EventLexicon _lexicon;
    private readonly ActorLexicon _actors;
    private readonly FindContexts _contexts;
    private readonly ChooseMain _main;

    /// <param name="types">Null to let the frames alone decide.</param>
    public CodeEvents(ActorLexicon actors, TypeModel? types)
    {
        _lexicon = EventLexicon.Load();
        _actors = actors;
        _contexts = FindContexts.Load();
        _main = new ChooseMain(types);
    }

    public override Layer<NewsEvent> Gives => Layers.Events;
    public override IReadOnlyList<Layer> Needs { get; } = [Layers.Sentences, Layers.Times, Layers.Actors, Layers.Statements];

    public override IReadOnlyList<NewsEvent> Annotate(AnnotatedReport report)
    {
        var index = new ActorIndex(report, _actors);
        var dates = new EventDates(report);
        var told = new ToldIn(report);
        var voice = new Voice(report);
        var events = new EventList();
        foreach (var sentence in report.Get(Layers.Sentences))
        {
            if (sentence.Words.Length == 0 || report.Report.ParagraphAt(sentence.Span.Start) is { IsRead: false }) continue;
            CodeSentence(sentence, index, dates, told, voice, events);
        }
        return events.Finish();
    }

    /// <summary>The frames of one sentence, before one of them is chosen as the main one.</summary>
    /// <param name="firstPerson">Who a word of the first person is, null for nobody.</param>
    internal (Clauses Clauses, SentenceActors Actors, List<Frame> Frames) Read(Sentence sentence, ActorIndex index, Func<int, Participant?>? firstPerson = null)
    {
        var clauses = new Clauses(sentence);
        var actors = new SentenceActors(index, clauses, firstPerson);
        return (clauses, actors, new ReadFrames(_lexicon, clauses, actors.Names).All());
    }

    private void CodeSentence(Sentence sentence, ActorIndex index, EventDates dates, ToldIn told, Voice voice, EventList events)
    {
        var (clauses, actors, frames) = Read(sentence, index, word => voice.Of("we", told.Speaker(told.StatementAt(sentence.Words[word].Span))));
        if (frames.Count == 0) return;
        int main = _main.Choose(clauses, frames, _lexicon);
        var when = dates.Of(clauses, frames);
        var contexts = _contexts.In(clauses);
        var history = new ToldAsHistory(clauses, dates.Published(clauses));
        for (int i = 0; i < frames.Count; i++)
        {
            var frame = frames[i];
            var statement = told.StatementAt(clauses.Words[frame.Predicate].Span);
            if (frame.Target.Length == 0 && !frame.Reciprocal && TargetOfPurpose(clauses, frames, i) is { Length: > 0 } aimed) frame = frame.Against(aimed);
            var (source, target) = Sides(frame, actors, frame.SaidBySpeaker && frame.Source.Length == 0 ? told.Speaker(statement) : null);
            if (MereMention.Is(clauses, frame, i == main, source, target, PlaceOf(frame, actors))) continue;
            events.Add(new NewsEvent(
                "", i == main, frame.Meaning.Type, frame.Meaning.Mode.Length > 0 ? [frame.Meaning.Mode] : [], contexts, frame.Meaning.Cameo,
                _lexicon.Score(frame.Meaning), source, target, Spans(clauses, frame.Trigger), frame.Status, when[i], statement?.Id, [], frame.Rule)
            {
                History = history.Is(frame, when[i], i == main), Place = PlaceOf(frame, actors),
            });
        }
    }

    /// <summary>The state in which the sentence says that the deed took place, null for none or several.</summary>
    private static string? PlaceOf(Frame frame, SentenceActors actors)
    {
        string? place = null;
        foreach (int predicate in (ReadOnlySpan<int>)[frame.Deed, frame.Predicate])
            foreach (int word in actors.PlacesOf(predicate))
                foreach (var participant in actors.Of(word))
                    if (participant.Code is { Length: 3 } code && code is not ("IGO" or "NGO" or "IMG" or "UNO" or "EEC" or "NAT" or "AFU"))
                    {
                        if (place is not null && place != code) return null;
                        place = code;
                    }
        return place;
    }

    private static (IReadOnlyList<Participant> Source, IReadOnlyList<Participant> Target) Sides(Frame frame, SentenceActors actors, Participant? speaker)
    {
        List<Participant> source = [], target = [];
        foreach (int w in frame.Source) Merge(actors.Of(w), source);
        foreach (int w in frame.Target) Merge(actors.Of(w), frame.Reciprocal ? source : target);
        if (target.Count == 0 && frame.Meaning.Type is "SANCTION" or "COERCE" or "AID")
            foreach (int w in frame.Target)
                foreach (var p in actors.AllBelow(w, frame.Deed))
                    if (p.Code is not null && !source.Exists(s => s.Code == p.Code)) Merge([p], target); // "five firms located in Chad"
        if (speaker is not null && source.Count == 0) source.Add(speaker);
        target.RemoveAll(t => t.ActorId is not null && source.Exists(s => s.ActorId == t.ActorId)); // "called off their strike"
        if (target.Count == 0 && !frame.Reciprocal && (HappensSomewhere(frame.Meaning.Type) || frame.Predicate != frame.Deed && frame.Meaning.Type is "REQUEST" or "ACCUSE" or "THREATEN")) AddPlace(frame, actors, target);
        return (actors.AtHome(source), actors.AtHome(target));
    }

    /// <summary>"used tear gas to disperse the marchers", "a strike in protest at the king's decree": whom the purpose is against.</summary>
    private static int[] TargetOfPurpose(Clauses clauses, List<Frame> frames, int frame)
    {
        if (frames[frame].Meaning.Type is not ("PROTEST" or "ASSAULT" or "RETREAT" or "COERCE")) return [];
        foreach (var other in frames)
        {
            if (other.Predicate <= frames[frame].Predicate || other.Target.Length == 0) continue;
            bool purpose = clauses.Is(other.Predicate, "advcl") && clauses.HasCase(other.Predicate, "to") || clauses.HasCase(other.Predicate, "in")
                || clauses.Is(other.Predicate, "acl") || clauses.Is(other.Predicate, "xcomp");
            int head = clauses.Head(other.Predicate);
            if (purpose && (head == frames[frame].Predicate || head == frames[frame].Deed)) return other.Target;
        }
        return [];
    }

    /// <summary>Deeds with a place: where nobody is named as their target, the country they are done in is.</summary>
    private static bool HappensSomewhere(string type) => type is "PROTEST" or "COERCE" or "ASSAULT" or "MOBILIZE" or "SANCTION" or "RETREAT" or "AID";

    private static void AddPlace(Frame frame, SentenceActors actors, List<Participant> target)
    {
        foreach (int w in actors.PlacesOf(frame.Deed)) Merge(actors.Of(w), target);
        if (target.Count == 0 && frame.Predicate != frame.Deed)
            foreach (int w in actors.PlacesOf(frame.Predicate)) Merge(actors.Of(w), target);
    }

    private static void Merge(IReadOnlyList<Participant> from, List<Participant> into)
    {
        foreach (var p in from)
            if (!into.Exists(q => q.Code == p.Code && q.Sector == p.Sector && q.ActorId == p.ActorId)) into.Add(p);
    }

    /// <summary>The trigger's words as spans, neighbours joined.</summary>
    private static List<Span> Spans(Clauses clauses, IReadOnlyList<int> words)
    {
        var spans = new List<Span>();
        foreach (int w in words.Distinct().Order())
        {
            var span = clauses.Words[w].Span;
            if (spans.Count > 0 && spans[^1].End + 1 >= span.Start) spans[^1] = spans[^1].Cover(span);
            else spans.Add(span);
        }
        return spans;
    }
}
