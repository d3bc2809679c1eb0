using Chancery.Reports;
using NodaTime;

namespace Chancery.Reading.Actors;

/// <summary>All actors of a report while it is read: found or made by what they are, and mentioned in text order.</summary>
internal sealed class Cast(ActorLexicon lexicon, LocalDate? day)
{
    private readonly Dictionary<string, Draft> _byKey = new(StringComparer.Ordinal);
    private const int Remembered = 64;

    private readonly List<Draft> _drafts = [];
    private readonly List<Draft> _recent = [];
    private readonly Dictionary<string, int> _stateCounts = new(StringComparer.Ordinal);

    public LocalDate? Day => day;
    public ActorLexicon Lexicon => lexicon;
    public IReadOnlyList<Draft> Drafts => _drafts;

    /// <summary>The drafts mentioned last, the most recent at the end; older ones are out of every pronoun's reach.</summary>
    public IReadOnlyList<Draft> Recent => _recent;

    public Draft State(string code) => Get("state " + code, () => new Draft(lexicon.State(code)?.Name ?? code, ActorKind.State, code, null));

    /// <summary>The actor of a lexicon entry that is no person.</summary>
    public Draft Of(ActorEntry entry)
    {
        var standing = entry.On(day);
        if (entry.Kind is EntryKind.State or EntryKind.Adjective or EntryKind.Place && standing.Code is { } code) return State(code);
        return Get(Key(entry, standing), () => entry.Kind switch
        {
            EntryKind.People => new Draft(entry.Name, ActorKind.Group, standing.Code, standing.Sector) { Plural = true },
            EntryKind.Group => new Draft(entry.Name, ActorKind.Group, standing.Code, standing.Sector) { Known = entry, Plural = true },
            EntryKind.Person => Leader(entry, standing),
            _ => new Draft(entry.Name, ActorKind.Body, standing.Code, standing.Sector) { Known = entry },
        });
    }

    /// <summary>In office: with role and sector. After it: a former one, of the elite. Before it: only the state is known.</summary>
    private Draft Leader(ActorEntry entry, Standing standing)
    {
        bool holds = standing.HoldsOn(day), before = day is { } on && on < standing.From;
        return new Draft(entry.Name, ActorKind.Person, standing.Code, holds ? standing.Sector : before ? null : standing.Sector == "GOV" ? "ELI" : standing.Sector)
        {
            Known = entry,
            Role = holds ? standing.Role : before || standing.Role is null ? null : "former " + standing.Role,
        };
    }

    /// <summary>A group, body or unnamed person told by a noun and a state: "Kenyan police".</summary>
    public Draft Noun(string name, ActorKind kind, string? code, string? sector, bool plural) =>
        Get($"{kind} {code} {name.ToLowerInvariant()}", () => new Draft(name, kind, code, sector) { Plural = plural, Unnamed = true });

    /// <summary>Makes a person of the report the one a lexicon entry means from now on.</summary>
    public void Adopt(ActorEntry leader, Draft person)
    {
        var key = Key(leader, leader.On(day));
        if (_byKey.ContainsKey(key)) return;
        _byKey.Add(key, person);
        var known = Leader(leader, leader.On(day));
        person.Known = leader;
        person.Name = leader.Name;
        person.Code ??= known.Code;
        person.Sector ??= known.Sector;
        person.Role ??= known.Role;
    }

    private static string Key(ActorEntry entry, Standing standing) => entry.Kind + " " + entry.Name + " " + standing.Code;

    /// <summary>Takes in a person that no lexicon entry means.</summary>
    public void Add(Draft draft) => _drafts.Add(draft);

    public void Mention(Draft draft, SentenceScan scan, int first, int end, bool modifier = false) =>
        Mention(draft, scan, first, end, scan.HeadOf(first, end), modifier);

    public void Mention(Draft draft, SentenceScan scan, int first, int end, int head, bool modifier)
    {
        var word = scan.Sentence.Words[head];
        var place = word.Is("appos") ? scan.Sentence.Words[word.Head] : word; // "its minister, Ann Linde, said": she stands where he stands
        draft.Add(new Mention(scan.Cover(first, end), word.Span.Start), new Standpoint(scan.Index, place.Is("nsubj"), modifier, place.Head) { Main = IsMain(scan.Sentence, place.Head) });
        if (!_recent.Remove(draft) && _recent.Count == Remembered) _recent.RemoveAt(0);
        _recent.Add(draft);
    }

    private static bool IsMain(Sentence sentence, int verb)
    {
        for (int at = verb, steps = 0; at >= 0 && steps < 8; at = sentence.Words[at].Head, steps++)
            if (sentence.Words[at].Is("advcl") || sentence.Words[at].Relation == "acl:relcl") return false;
        return true;
    }

    /// <summary>Counts a naming of a state ahead of the reading, so that the report's main state is known from its first line.</summary>
    public void CountState(string code) => _stateCounts[code] = _stateCounts.GetValueOrDefault(code) + 1;

    /// <summary>The state that the report speaks of far more than of any other; null where there is none.</summary>
    public string? MainState()
    {
        string? best = null;
        int most = 0, second = 0;
        foreach (var (code, count) in _stateCounts.OrderBy(c => c.Key, StringComparer.Ordinal))
            if (count > most) (second, most, best) = (most, count, code);
            else if (count > second) second = count;
        return most >= 2 * second ? best : null;
    }

    /// <summary>Whether a state is named, or none is.</summary>
    public bool MayMean(string code) => _stateCounts.Count == 0 || _stateCounts.ContainsKey(code);

    /// <summary>States by how often they are named, the most often first.</summary>
    public IEnumerable<string> StatesByCount() =>
        _stateCounts.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Select(c => c.Key);

    public IReadOnlyList<Actor> Finish()
    {
        var named = _drafts.Where(d => d.HasMentions).OrderBy(d => d.FirstOffset()).ThenBy(d => d.Name, StringComparer.Ordinal).ToArray();
        return [.. named.Select((d, i) => d.Finish($"a{i + 1}"))];
    }

    private Draft Get(string key, Func<Draft> make)
    {
        if (_byKey.TryGetValue(key, out var draft)) return draft;
        _byKey.Add(key, draft = make());
        _drafts.Add(draft);
        return draft;
    }
}
