using Chancery.Reading.Events.Frames;
using Chancery.Reports;

namespace Chancery.Reading.Measures;

/// <summary>The claims found in one sentence so far, and the words that are spoken for.</summary>
internal sealed class ClaimList(
    Clauses clauses, ReadStatus status, PoliticalWords political, FindActorWords actorWords, FindTargetWords targetWords)
{
    private readonly Extents _extents = new(clauses);
    private readonly List<Claim> _claims = [];
    private readonly HashSet<int> _taken = [];

    public int Count => _claims.Count;

    public bool IsTaken(int word) => _taken.Contains(word);

    /// <summary>Marks a word as told of: it makes no second claim.</summary>
    public void Take(int word) => _taken.Add(word);

    public bool Speaks(MeasureNoun measure) => _claims.Exists(c => c.Measure?.Head == measure.Head);

    /// <summary>Whether a word stands inside the phrase of a measure that is told of: "tariff" of "preferential tariff treatment".</summary>
    public bool Holds(int word) => _claims.Exists(c => c.Measure is { } measure && measure.First <= word && word < measure.Head);

    /// <summary>The claim whose measure stands nearest before a word; null for none.</summary>
    public Claim? LastBefore(int word) => _claims.Where(c => c.Measure is { } m && m.Head < word).MaxBy(c => c.Measure!.Head);

    /// <summary>Adds a second measure that a told deed is done to: status and actor are the deed's, the target its own or the first one's.</summary>
    public void AddJoined(Claim told, MeasureNoun measure, ChangeKind change, string rule)
    {
        Take(measure.Head);
        List<int> targets = targetWords.Of(measure.Head, measure, change, -1);
        Add(told with
        {
            Measure = measure, Instrument = measure.Instrument, Class = measure.Class, Change = change, Rule = rule, Quantity = _extents.Quantity(measure), Partial = _extents.IsPartial(measure.Head, measure),
            TargetWords = [.. targets, .. told.TargetWords], Needs = political.Needs(measure, change),
        });
    }

    /// <summary>Whether a word has told of a change.</summary>
    public bool IsTold(int word) => _claims.Exists(c => c.Word == word);

    public void Add(Claim claim) => _claims.Add(claim);

    /// <summary>Adds what a word does to a measure, its status and parties read from the words around it.</summary>
    /// <param name="also">A further word that the parties may hang on, -1 for none.</param>
    public void Add(int word, MeasureNoun measure, ChangeKind change, string rule, int also = -1)
    {
        // "reduce or eliminate tariffs" is one change, told by its first verb
        if (clauses.Is(word, "conj") && (clauses.HasChild(word, "or") || clauses.Is(measure.Outer, "obj")) && _claims.Exists(c => c.Measure?.Head == measure.Head && c.Word == clauses.Head(word))) return;
        Take(measure.Head);
        var verdict = status.Of(word);
        var quantity = _extents.Quantity(measure);
        bool partial = _extents.IsPartial(word, measure) || quantity is not null && measure.Class == MeasureClass.Presence && !IsOwnWhole(word, measure);
        change = OfPart(change, measure.Class, partial);
        // what a parliament approves is authorised, and not yet there
        if (change == ChangeKind.Impose && verdict.Stage == Stage.Authorised && verdict.Status == ClaimStatus.Happened) change = ChangeKind.Authorise;
        // what runs out by itself threatens nobody
        var told = change == ChangeKind.Expire && verdict.Status == ClaimStatus.Threatened ? ClaimStatus.Announced : verdict.Status;
        if (told == ClaimStatus.Happened && (clauses.Lemma(word) is "pledge" or "promise" or "offer" || clauses.Lemma(word) == "agree" && measure.Class != MeasureClass.Pact)) told = ClaimStatus.Announced;
        if (told == ClaimStatus.Announced && IsHostile(change, measure.Class) && (status.HasIf(word) || status.HasIf(verdict.Top))) told = ClaimStatus.Threatened;
        if (told == ClaimStatus.Happened && IsOfNone(measure)) told = ClaimStatus.Denied;
        var stage = change == ChangeKind.Authorise ? Stage.Authorised : verdict.Stage;
        Add(new Claim(word, measure, measure.Instrument, measure.Class, change, told, stage, null,
            IsBrokering(word) ? [] : actorWords.Of(word, measure, verdict.Top, also), targetWords.Of(word, measure, change, also), verdict.Top, verdict.Background, partial, quantity, rule)
        {
            Needs = political.Needs(measure, change),
        });
    }

    public List<Claim> InOrder()
    {
        _claims.Sort((a, b) => a.Word.CompareTo(b.Word));
        return _claims;
    }

    /// <summary>"completed the pullout of its 14,000 soldiers": a number that is all there are.</summary>
    private bool IsOwnWhole(int word, MeasureNoun measure)
    {
        for (int i = measure.First; i < measure.Head; i++)
            if (clauses.Words[i].Xpos is "PRP$" or "POS") return true;
        // "has 1,200 soldiers there and will bring all of them home"
        if (clauses.Object(word) is var o and >= 0 && clauses.Lemma(o) is "all" or "both") return true;
        return clauses.Head(word) is var above and >= 0 && clauses.Lemma(above) is "complete" or "finish" && !clauses.IsVerb(word);
    }

    /// <summary>"no sanctions were imposed", "not a single crossing was shut".</summary>
    private bool IsOfNone(MeasureNoun measure)
    {
        int first = Math.Min(measure.First, measure.Outer);
        return clauses.Lemma(first) is "no" or "not" || first > 0 && clauses.Lemma(first - 1) is "no" or "not" && clauses.Words[first - 1].Relation is not "advmod:neg" && !clauses.IsVerb(first);
    }

    /// <summary>Who brokers a truce is no side of it.</summary>
    private bool IsBrokering(int word) => clauses.Lemma(word) is "broker" or "mediate";

    private static bool IsHostile(ChangeKind change, MeasureClass c) => change switch
    {
        ChangeKind.Impose or ChangeKind.Extend => c is MeasureClass.Restriction or MeasureClass.Levy,
        ChangeKind.Suspend or ChangeKind.Cancel or ChangeKind.Reduce => c is MeasureClass.Benefit or MeasureClass.Bond or MeasureClass.Pact or MeasureClass.Truce,
        _ => false,
    };

    /// <summary>Troops withdrawn in part are reduced, a ban lifted in part is eased.</summary>
    private static ChangeKind OfPart(ChangeKind change, MeasureClass c, bool partial) => change switch
    {
        ChangeKind.Cancel when partial && c == MeasureClass.Presence => ChangeKind.Reduce,
        ChangeKind.Lift when partial => ChangeKind.Ease,
        _ => change,
    };
}
