using Chancery.Reading.Actors;
using Chancery.Reading.Events.Frames;
using Chancery.Reports;

namespace Chancery.Reading.Events;

/// <summary>Who is named by a word of one sentence and by what hangs on it. Remembers what it was asked.</summary>
/// <param name="firstPerson">Who a word of the first person is, null for nobody.</param>
internal sealed class SentenceActors(ActorIndex index, Clauses clauses, Func<int, Participant?>? firstPerson = null)
{
    private readonly IReadOnlyList<Participant>?[] _known = new IReadOnlyList<Participant>?[clauses.Words.Length];

    /// <summary>How far below an argument's head its actor may stand: "the deputy head of the delegation of France".</summary>
    private const int MaxDepth = 4;

    public bool Names(int word) => Of(word).Count > 0;

    /// <summary>The actors of a phrase with its coordinated ones: "Chad and Niger", "the presidents of Chad and Niger".</summary>
    public IReadOnlyList<Participant> Of(int word) => _known[word] ??= Find(word);

    /// <summary>The words that name where a deed takes place.</summary>
    public List<int> PlacesOf(int word)
    {
        var found = new List<int>();
        new Arguments(clauses).Find(word, new Slot(SlotKind.Place), found);
        found.RemoveAll(w => !Names(w));
        return found;
    }

    /// <summary>Gives a side without a country ("the police", "prisoners") the only state its sentence names.</summary>
    public IReadOnlyList<Participant> AtHome(List<Participant> side)
    {
        if (!side.Exists(p => p.Code is null && p.Sector is not null) || OnlyState() is not { } home) return side;
        return side.ConvertAll(p => p.Code is null && p.Sector is not null ? p with { Code = home } : p);
    }

    /// <summary>The only state that the sentence names beside some; null where there is none or more than one.</summary>
    public string? OtherState(IReadOnlyList<string> known)
    {
        string? other = null;
        for (int i = 0; i < clauses.Words.Length; i++)
            foreach (var actor in index.At(clauses.Words[i].Span.Start))
            {
                if (actor.Code is not { Length: 3 } code || actor.Kind == ActorKind.Body || actor.Sector is not (null or "GOV") || known.Contains(code)) continue;
                if (other is not null && other != code) return null;
                other = code;
            }
        return other;
    }

    /// <summary>The actors named at a word itself, without what hangs on it.</summary>
    public IReadOnlyList<Actor> HeadedAt(int word) => index.At(clauses.Words[word].Span.Start, headOnly: true);

    /// <summary>The actors named below a word, the clauses that hang there left out but for participles ("firms located in Chad").</summary>
    /// <param name="besides">A word that is left out with all below it, -1 for none.</param>
    public List<Participant> AllBelow(int word, int besides)
    {
        var found = new List<Participant>();
        CollectBelow(word, besides, found, 0);
        return found;
    }

    private void CollectBelow(int word, int besides, List<Participant> found, int depth)
    {
        if (word == besides) return;
        foreach (var actor in HeadedAt(word)) Add(new Participant(actor.Id, actor.Code, actor.Sector), found);
        if (depth > 6) return;
        foreach (int c in clauses.Children(word))
            if (!(clauses.Words[c].Relation is "acl:relcl" or "advcl" or "ccomp" or "parataxis" or "punct") && (!clauses.IsVerb(c) || clauses.Is(c, "acl"))) CollectBelow(c, besides, found, depth + 1);
    }

    private string? OnlyState()
    {
        string? only = null;
        for (int i = 0; i < clauses.Words.Length; i++)
            foreach (var actor in index.At(clauses.Words[i].Span.Start))
            {
                if (actor.Code is not { Length: 3 } code || actor.Kind == ActorKind.Body && actor.Sector is null || code is "IGO" or "NGO" or "IMG" or "UNO" or "EEC" or "NAT" or "AFU") continue;
                if (only is not null && only != code) return null;
                only = code;
            }
        return only;
    }

    private List<Participant> Find(int word)
    {
        var found = new List<Participant>();
        Collect(word, found, 0);
        if (found.Count == 0 && IsFirstPerson(word) && firstPerson?.Invoke(word) is { } self) found.Add(self);
        return found;
    }

    // "US" has the lemma of a pronoun
    private bool IsFirstPerson(int word) => clauses.Words[word].Xpos is "PRP" or "PRP$" && clauses.Words[word].Form != "US" && Voice.IsFirstPerson(clauses.Lemma(word));

    private void Collect(int word, List<Participant> found, int depth)
    {
        if (depth > MaxDepth) return;
        int before = found.Count;
        if (Counted(word) is var counted and >= 0) Collect(counted, found, depth + 1);
        if (found.Count == before) CollectHere(word, found, depth);
        if (found.Count == before + 1) AddOtherCountries(word, found[before], found);
        foreach (int c in clauses.Children(word))
            if (clauses.Is(c, "conj") && !clauses.IsVerb(c) || clauses.Is(c, "appos") && IsOtherState(word, c)) Collect(c, found, depth + 1);
        if (depth == 0 && found.Count > 1) AddEnumerated(word, found);
    }

    /// <summary>"France, Chad and Niger": a parser may take the second of a list for a name of the first.</summary>
    private bool IsOtherState(int word, int other) =>
        HeadedAt(word) is [{ Kind: ActorKind.State or ActorKind.Body } one, ..] && HeadedAt(other) is [{ Kind: ActorKind.State, Code: { } code }, ..] && one.Code != code;

    /// <summary>The rest of a list of states that the tree breaks off, by word order: ", X, Y and Z".</summary>
    private void AddEnumerated(int word, List<Participant> found)
    {
        var listed = new List<Participant>();
        bool closed = false;
        for (int at = word + 1; at < clauses.Words.Length; at++)
        {
            if (HeadedAt(at) is [{ Kind: ActorKind.State } actor, ..]) listed.Add(new Participant(actor.Id, actor.Code, actor.Sector));
            else if (clauses.Lemma(at) is "and" or "or") closed = true;
            else if (clauses.Words[at].Form != "," && clauses.Lemma(at) != "the" && clauses.Words[at].Upos != Upos.PROPN) break;
        }
        if (!closed || listed.Count < 2) return;
        foreach (var participant in listed) Add(participant, found);
    }

    private void CollectHere(int word, List<Participant> found, int depth)
    {
        int before = found.Count;
        var here = index.Participants(clauses.Sentence, word);
        // "homes of Chadian refugees": rather the refugees than the state that lends its name
        if (here.Count == 0 || here is [{ ActorId: null, Sector: null }]) Descend(word, found, depth);
        if (found.Count == before)
            foreach (var participant in here) Add(participant, found);
        if (OwnSector(word) is not { } sector) return;
        for (int i = before; i < found.Count; i++)
            if (found[i].Sector is null) found[i] = new Participant(null, found[i].Code, sector);
    }

    /// <summary>Things that stand for those who man them or live in them.</summary>
    private string? OwnSector(int word) => clauses.Lemma(word) switch
    {
        "aircraft" or "warplane" or "bulldozer" or "tank" or "jet" or "helicopter" or "gunship" or "warship" or "drone" or "artillery" or "predator" or "gunboat" => "MIL",
        "village" or "home" or "house" or "school" or "hospital" or "market" or "church" or "mosque" or "neighborhood" or "neighbourhood" => "CVL",
        _ => null,
    };

    /// <summary>"thousands of students", "a group of diplomats": those who are counted.</summary>
    private int Counted(int word)
    {
        if (clauses.Lemma(word) is not ("thousand" or "hundred" or "dozen" or "group" or "number" or "score" or "ten" or "million" or "majority" or "crowd" or "handful"
            or "half" or "third" or "quarter" or "some" or "many" or "most" or "several" or "part" or "thousands" or "hundreds" or "dozens" or "tens" or "member" or "family")) return -1;
        foreach (int c in clauses.Children(word))
            if (clauses.Is(c, "nmod") && clauses.HasCase(c, "of")) return c;
        return -1;
    }

    /// <summary>"the presidents of Chad and Niger", "Chadian and Nigerien officials": one for each country.</summary>
    private void AddOtherCountries(int word, Participant first, List<Participant> found)
    {
        if (first.Sector is null || first.Code is null || clauses.Words[word].Xpos is not ("NNS" or "NNPS")) return;
        foreach (int c in clauses.Children(word))
        {
            if (!(clauses.Is(c, "nmod") || clauses.Is(c, "amod") || clauses.Is(c, "compound"))) continue;
            foreach (int other in clauses.Children(c))
                if (clauses.Is(other, "conj"))
                    foreach (var actor in index.At(clauses.Words[other].Span.Start))
                        if (actor.Code is { } code && code != first.Code) Add(new Participant(null, code, first.Sector), found);
        }
    }

    /// <summary>Where the head is nobody ("efforts", "homes"), the nearest word below it that is somebody: whose, of whom, where.</summary>
    private void Descend(int word, List<Participant> found, int depth)
    {
        int before = found.Count;
        foreach (var relation in Below)
            foreach (int c in clauses.Children(word))
            {
                if (!clauses.Is(c, relation) || clauses.IsVerb(c)) continue;
                Collect(c, found, depth + 1);
                if (found.Count > before) return;
            }
    }

    private static readonly string[] Below = ["nmod:poss", "amod", "compound", "appos", "nmod", "flat", "obl", "nummod"];

    private static void Add(Participant participant, List<Participant> found)
    {
        foreach (var other in found)
            if (other.Code == participant.Code && other.Sector == participant.Sector && other.ActorId == participant.ActorId) return;
        found.Add(participant);
    }
}
