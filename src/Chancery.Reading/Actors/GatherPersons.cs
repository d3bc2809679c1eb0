using Chancery.Reports;

namespace Chancery.Reading.Actors;

/// <summary>
/// Gathers the names of a report into persons: "Qamar Javed Bajwa", "General Bajwa" and "Bajwa" are one. A role once told is kept
/// by all of a person's names. Two persons of one surname are told apart by role, courtesy and nearness.
/// </summary>
internal sealed class GatherPersons
{
    private readonly Cast _cast;
    /// <summary>More persons of one name than this are not told apart: the time a report takes stays in proportion to its length.</summary>
    private const int Namesakes = 100;

    private readonly Dictionary<string, List<Person>> _byWord = new(StringComparer.Ordinal);
    private readonly Dictionary<Draft, Person> _persons = [];

    /// <summary>A draft with all names it was told by.</summary>
    private sealed record Person(Draft Draft, List<string[]> Names);

    public GatherPersons(Cast cast, IReadOnlyList<SentenceScan> scans)
    {
        _cast = cast;
        foreach (var scan in scans)
            foreach (var name in scan.Persons)
                if (name.Known is not null || IsFull(Pieces(scan, name))) Full(scan, name);
    }

    /// <summary>The person a name of this report means; makes one for a surname that was never told in full.</summary>
    public Draft Of(SentenceScan scan, PersonName name)
    {
        var words = Pieces(scan, name);
        if (name.Who is { } known) return known;
        var draft = IsFull(words) ? Find(words) : BySurname(words[^1], scan, name);
        draft ??= New(scan, name, words);
        Learn(draft, scan, name);
        return draft;
    }

    /// <summary>The person a lone capitalised word means: a surname told in full elsewhere, or a leader in office.</summary>
    public Draft? ByLoneWord(SentenceScan scan, int word)
    {
        var pieces = NamePieces.Of(scan.Word(word).ToString());
        if (pieces.Count != 1) return null;
        if (BySurname(pieces[0], scan, new PersonName(word, word + 1, null, null)) is { } told) return told;
        if (scan.Tag(word) != Upos.PROPN) return null;
        var leader = _cast.Lexicon.LeaderBySurname(pieces[0], _cast.Day);
        if (leader is null || !leader.Standings.Any(s => s.HoldsOn(_cast.Day) && s.Office is Office.Head or Office.Government)) leader = _cast.Lexicon.Unmistakable(pieces[0], _cast.Day);
        if (leader is null) return null;
        return Join(_cast.Of(leader), NamePieces.Of(leader.Name).ToArray());
    }

    /// <summary>More than a surname; "van der Berg" is only that.</summary>
    private static bool IsFull(string[] words) => words.Length > 1 && !(words[0] is "van" or "von" or "de" or "al" or "el" or "bin" or "la" or "le" or "di" or "da" or "del");

    private void Full(SentenceScan scan, PersonName name)
    {
        var words = Pieces(scan, name);
        var told = Find(words);
        if (name.Known is { } leader && told is { Known: null }) _cast.Adopt(leader, told);
        var draft = name.Known is { } known ? Join(_cast.Of(known), NamePieces.Of(known.Name).ToArray(), words) : told ?? New(scan, name, words);
        if (name.Known is null && scan.Cut(name.First, name.End) is var text && text.Length > draft.Name.Length && draft.Known is null) draft.Name = text;
        Learn(draft, scan, name);
    }

    private Draft Join(Draft draft, params ReadOnlySpan<string[]> names)
    {
        if (!_persons.TryGetValue(draft, out var person)) _persons.Add(draft, person = new Person(draft, []));
        foreach (var name in names)
        {
            if (person.Names.Count == Namesakes || person.Names.Exists(n => n.AsSpan().SequenceEqual(name))) continue;
            person.Names.Add(name);
            List(name[^1], person);
            if (name.Length > 1) List(name[0], person);
        }
        return draft;
    }

    private void List(string word, Person person)
    {
        if (!_byWord.TryGetValue(word, out var all)) _byWord.Add(word, all = []);
        if (all.Count < Namesakes && !all.Contains(person)) all.Add(person);
    }

    private Draft New(SentenceScan scan, PersonName name, string[] words)
    {
        var leader = words is [var given, { Length: 1 }, var family] ? _cast.Lexicon.LeaderByName(given, family)
            : !IsFull(words) ? _cast.Lexicon.LeaderBySurname(words[^1], _cast.Day) : null;
        if (leader is not null && name.Role is not null && !Fits(leader, name.Role)) leader = null;
        if (leader is null && !IsFull(words) && name.Role is { Office: not Office.None } role)
            leader = _cast.Lexicon.LeaderByOffice(words[^1], o => o == role.Office || IsTop(o) && IsTop(role.Office), _cast.Day) is { } past
                && (role.Code is null || past.Standings.Any(s => s.Code == role.Code)) ? past : null;
        if (leader is not null) return Join(_cast.Of(leader), words, NamePieces.Of(leader.Name).ToArray());
        var draft = new Draft(scan.Cut(name.First, name.End), ActorKind.Person, null, null);
        _cast.Add(draft);
        return Join(draft, words);
    }

    /// <summary>Whether a leader can be meant by a role: in office, of the state and office told.</summary>
    private bool Fits(ActorEntry leader, PersonRole role)
    {
        foreach (var term in leader.Standings)
            if (term.HoldsOn(_cast.Day) && (role.Code is null || role.Code == term.Code)
                && (role.Office == Office.None ? ReadRoles.IsRank(role.Role) || Shares(role.Role, term.Role ?? "") : role.Office == term.Office || IsTop(role.Office) && IsTop(term.Office)))
                return true;
        return false;
    }

    private static bool IsTop(Office office) => office is Office.Head or Office.Government or Office.Supreme;

    private Draft? Find(string[] words)
    {
        foreach (var (draft, names) in _byWord.GetValueOrDefault(words[^1]) ?? [])
            if (names.Exists(known => Same(known, words)) && names.TrueForAll(known => known.Length < 2 || known[^1] != words[^1] || Same(known, words))) return draft;
        return null;
    }

    /// <summary>One name is the other with words left out or cut to initials, with the same surname.</summary>
    private static bool Same(string[] a, string[] b)
    {
        var (longer, shorter) = a.Length >= b.Length ? (a, b) : (b, a);
        if (longer[^1] != shorter[^1] || shorter.Length < 2) return false;
        int at = 0;
        foreach (var word in shorter)
        {
            while (at < longer.Length && !Matches(longer[at], word)) at++;
            if (at++ >= longer.Length) return false;
        }
        return Matches(longer[0], shorter[0]) || longer.Length > 2 && (shorter.Length > 2 || longer.Length > 3);
    }

    private static bool Matches(string a, string b) => a == b || a.Length == 1 && b[0] == a[0] || b.Length == 1 && a[0] == b[0];

    private Draft? BySurname(string surname, SentenceScan scan, PersonName name)
    {
        Draft? best = null;
        int bestScore = int.MinValue;
        foreach (var (draft, names) in _byWord.GetValueOrDefault(surname) ?? [])
        {
            int fit = names.Max(n => n[^1] == surname ? 2 : n.Length > 1 && n[0] == surname ? 1 : 0);
            if (fit == 0) continue;
            int score = fit * 1000;
            if (name.Role?.Role is { } role && draft.Role is { } known && Shares(role, known)) score += 400;
            if (Courtesy(name.Courtesy) is var gender && gender != 'e' && draft.Gender != 'e') score += gender == draft.Gender ? 300 : -300;
            if (draft.HasMentions) score += 100 - Math.Min(90, scan.Index - draft.Last.At.Sentence);
            if (score > bestScore) (best, bestScore) = (draft, score);
        }
        return best;
    }

    private static bool Shares(string role, string known) =>
        known.Contains(role, StringComparison.OrdinalIgnoreCase) || role.Contains(known, StringComparison.OrdinalIgnoreCase);

    private void Learn(Draft draft, SentenceScan scan, PersonName name)
    {
        if (Courtesy(name.Courtesy) is var gender && gender != 'e') draft.Gender = gender;
        else if (draft.Gender == 'e' && scan.Lexicon.GivenName(scan.Word(name.First).ToString()) is 'f' or 'm')
            draft.Gender = scan.Lexicon.GivenName(scan.Word(name.First).ToString());
        name.Who = draft;
        if (name.Origin is { } origin) draft.Code ??= origin;
        if (name.Role is { } role) LearnRole(draft, role);
    }

    /// <summary>A person told without a role may get one where only the surname stands.</summary>
    public static void LearnLater(Draft draft, SentenceScan scan, int surname)
    {
        if (draft is { Kind: ActorKind.Person, Role: null } && ReadRoles.Later(scan, surname + 1) is { } role) LearnRole(draft, role);
    }

    /// <summary>A told role wins over the table's, and a full one over a rank or a bare "Secretary".</summary>
    private static void LearnRole(Draft draft, PersonRole role)
    {
        bool rank = ReadRoles.IsRank(role.Role), holds = draft.Role is { } known && !known.StartsWith("former", StringComparison.Ordinal);
        bool better = draft.Role is null || (draft.RoleTold ? ReadRoles.IsRank(draft.Role) && !rank : !(ReadRoles.IsVague(role.Role) && holds));
        if (better)
        {
            draft.Role = role.Role;
            draft.RoleTold = true;
            draft.Office = role.Office;
            if (draft.Known is null || role.Sector is not null) draft.Sector = role.Sector ?? draft.Sector;
        }
        if (role.Code is not null && (draft.Code is null || better && (draft.Known is null || !holds))) draft.Code = role.Code;
    }

    private static char Courtesy(string? courtesy) => courtesy switch
    {
        "Mr" or "Mr." or "Sir" or "Lord" or "Monsieur" or "Herr" => 'm',
        "Mrs" or "Mrs." or "Ms" or "Ms." or "Miss" or "Dame" or "Lady" or "Madam" or "Frau" or "Baroness" => 'f',
        _ => 'e',
    };

    private static string[] Pieces(SentenceScan scan, PersonName name) => [.. NamePieces.Of(scan.Cut(name.First, name.End)).Where(p => p is not ("jr" or "sr"))];
}
