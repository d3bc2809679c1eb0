using Chancery.Reports;

namespace Chancery.Reading.Actors;

/// <summary>
/// Reads role nouns that stand beside no name: "Kenyan police", "rebels in the north of Chad", "the US president", "the minister".
/// With a state of their own they are actors; "the minister" is whoever bore that role last.
/// </summary>
internal static class ReadCommonNouns
{
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Definite = FindPersonNames.Words("the The this This that That its Its their Their his His her Her both Both");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Inside = FindPersonNames.Words("of in from at near outside across throughout inside around");

    public static void Read(Cast cast, SentenceScan scan, Found role)
    {
        var noun = role.Entry;
        if (scan.Tag(role.End - 1) is not (Upos.NOUN or Upos.PROPN or Upos.ADJ) && !StandsAsNoun(scan, role) || HeadsOn(scan, role.End)) return;
        bool plural = noun.RoleKind != RoleKind.Person;
        int first = PhraseStart(scan, role.First, out var codes, out bool definite, out string? ownerSector);
        if (codes.Count == 0 && Behind(scan, role.End) is { } inside) codes.Add(inside);
        if (codes.Count == 0 && noun.Standings[0].Code is { } only && (definite || noun.RoleKind == RoleKind.Body) && cast.MayMean(only)) codes.Add(only);
        if (codes.Count == 0 && noun.RoleKind == RoleKind.Body && OwnedBy(cast, scan, role.First - 1) is { } owned) codes.Add(owned);
        string? sector = noun.Standings[0].Sector ?? ownerSector;
        if (codes.Count == 0)
        {
            if (definite || plural) Again(cast, scan, role, first, sector);
            return;
        }
        foreach (var code in codes)
        {
            var draft = noun.RoleKind == RoleKind.Person && noun.Office != Office.None && cast.Lexicon.Holder(code, noun.Office, cast.Day) is { } holder && definite
                ? cast.Of(holder)
                : cast.Noun(Name(scan, role, code), Kind(noun), code, sector, plural);
            if (draft.Kind == ActorKind.Person && draft.Known is null) draft.Role ??= scan.Cut(role.First, role.End);
            cast.Mention(draft, scan, first, role.End, role.End - 1, false);
        }
    }

    /// <summary>"his government", "its parliament": that of whom the pronoun right before means; null where it means nobody known.</summary>
    private static string? OwnedBy(Cast cast, SentenceScan scan, int word)
    {
        if (word < 0 || scan.Sentence.Words[word].Xpos != "PRP$") return null;
        int offset = scan.Sentence.Words[word].Span.Start;
        for (int i = cast.Recent.Count - 1; i >= 0; i--)
            if (cast.Recent[i].Last is var last && last.At.Sentence == scan.Index && last.Mention.Span.Start == offset) return cast.Lexicon.State(cast.Recent[i].Code ?? "") is null ? null : cast.Recent[i].Code;
        return null;
    }

    /// <summary>"Ugandan rebels", "Rebels in Uganda": a noun, whatever the tagger took it for.</summary>
    private static bool StandsAsNoun(SentenceScan scan, Found role) =>
        role.Entry.RoleKind != RoleKind.Person && (scan.EntryAt(role.First - 1) is { Kind: EntryKind.State or EntryKind.Adjective or EntryKind.Place or EntryKind.Seat }
            || role.First == 0 && scan.IsAny(role.End, Inside));

    private static ActorKind Kind(ActorEntry noun) => noun.RoleKind switch
    {
        RoleKind.Person => ActorKind.Person,
        RoleKind.People => ActorKind.Group,
        _ => ActorKind.Body,
    };

    private static string Name(SentenceScan scan, Found role, string code) => $"{scan.Lexicon.State(code)?.Name ?? code} {scan.Cut(role.First, role.End).ToLowerInvariant()}";

    /// <summary>A noun that only modifies the next one ("army base", "police car") names no actor.</summary>
    private static bool HeadsOn(SentenceScan scan, int end) =>
        scan.Tag(end) is Upos.NOUN or Upos.PROPN && scan.At(end) is not { Entry.Kind: EntryKind.Role } && scan.PersonAt(end) is null
        && scan.Sentence.Words[end - 1].Head >= end || scan.Is(end, "-");

    /// <summary>Goes left over modifiers and collects the states among them, a possessive too.</summary>
    private static int PhraseStart(SentenceScan scan, int at, out List<string> codes, out bool definite, out string? sector)
    {
        codes = [];
        definite = false;
        sector = null;
        int first = at;
        while (first > 0)
        {
            int i = first - 1;
            if (scan.Is(i, "'s") || scan.Is(i, "’s") || scan.Is(i, "'") || scan.Is(i, "’"))
            {
                definite = true;
                if (scan.At(i - 1) is null) break;
                first = i;
                continue;
            }
            if (scan.PersonAt(i) is not null) break;
            if (scan.At(i) is { } found)
            {
                var standing = found.Entry.On(scan.Day);
                if (standing.Code is { } code && !codes.Contains(code)) codes.Add(code);
                if (found.Entry.Kind is EntryKind.Body or EntryKind.Group or EntryKind.Role) sector ??= standing.Sector;
                first = found.First;
                continue;
            }
            if (i > 1 && scan.Is(i - 1, "-") && (scan.Is(i, "led") || scan.Is(i, "based") || IsOutside(scan, i)))
            {
                first = i - 1;
                if (IsOutside(scan, i)) first = scan.At(i - 2)?.First ?? i - 2;
                continue;
            }
            if (scan.Tag(i) is Upos.ADJ && scan.Sentence.Words[i].Is("amod") || scan.Tag(i) == Upos.NUM || scan.Tag(i) is Upos.NOUN or Upos.PROPN && scan.Sentence.Words[i].Is("compound") || scan.Is(i, "-")
                || scan.Is(i, "and") && scan.At(i - 1) is { Entry.Kind: EntryKind.Adjective or EntryKind.State } && codes.Count > 0)
            {
                first = i;
                continue;
            }
            if (scan.Tag(i) == Upos.DET || scan.IsAny(i, Definite))
            {
                definite = scan.IsAny(i, Definite);
                first = i;
            }
            break;
        }
        return first;
    }

    /// <summary>"Iran-backed", "Saudi-born": the state before it is not the noun's own.</summary>
    private static bool IsOutside(SentenceScan scan, int i) =>
        scan.Is(i, "backed") || scan.Is(i, "born") || scan.Is(i, "trained") || scan.Is(i, "funded") || scan.Is(i, "supported") || scan.Is(i, "aligned") || scan.Is(i, "occupied")
        || scan.Is(i, "brokered") || scan.Is(i, "made") || scan.Is(i, "allied") || scan.Is(i, "sponsored");

    private static string? Behind(SentenceScan scan, int end)
    {
        if (!scan.IsAny(end, Inside)) return null;
        for (int i = end + 1; i < scan.Count && i <= end + 5; i++)
        {
            if (scan.At(i) is { Entry: { Kind: EntryKind.State or EntryKind.Seat or EntryKind.Place or EntryKind.Adjective } entry }) return entry.On(scan.Day).Code;
            if (scan.Tag(i) is not (Upos.DET or Upos.ADJ or Upos.NOUN or Upos.PROPN or Upos.ADP or Upos.PART) || scan.PersonAt(i) is not null) return null;
        }
        return null;
    }

    /// <summary>"the minister", "the army": the last actor told with that noun, else that of the state whose office-holder acted, else the main state's.</summary>
    private static void Again(Cast cast, SentenceScan scan, Found role, int first, string? sector)
    {
        var noun = role.Entry;
        string word = scan.Cut(role.First, role.End);
        for (int i = cast.Recent.Count - 1; i >= 0; i--)
        {
            var draft = cast.Recent[i];
            bool same = draft.Kind == ActorKind.Person && noun.RoleKind == RoleKind.Person
                ? draft.Role is { } told && EndsOrBegins(told, word)
                : draft.Kind != ActorKind.State && draft.Kind != ActorKind.Person && draft.Name.EndsWith(word, StringComparison.OrdinalIgnoreCase);
            if (!same) continue;
            cast.Mention(draft, scan, first, role.End, role.End - 1, false);
            return;
        }
        if ((OfOfficeHolder(cast, scan, noun, sector) ?? cast.MainState()) is not { } main) return;
        if (noun.Office is Office.Head or Office.Government && cast.Lexicon.Holder(main, noun.Office, cast.Day) is { } holder)
            cast.Mention(cast.Of(holder), scan, first, role.End, role.End - 1, false);
        else if (noun.RoleKind == RoleKind.Body && sector is "GOV" or "MIL" or "COP" or "LEG")
            cast.Mention(cast.Noun(Name(scan, role, main), ActorKind.Body, main, sector, true), scan, first, role.End, role.End - 1, false);
    }

    /// <summary>"Peru's foreign minister said … The ministry": the state of who acted for that sector in the last two sentences.</summary>
    private static string? OfOfficeHolder(Cast cast, SentenceScan scan, ActorEntry noun, string? sector)
    {
        if (noun.RoleKind != RoleKind.Body || sector is null) return null;
        for (int i = cast.Recent.Count - 1; i >= 0; i--)
            if (cast.Recent[i] is { Kind: ActorKind.Person, Code: { } code } person && person.Sector == sector && person.Last.At is { Subject: true } at && scan.Index - at.Sentence is 1 or 2)
                return code;
        return null;
    }

    private static bool EndsOrBegins(string told, string word)
    {
        int at = told.IndexOf(word, StringComparison.OrdinalIgnoreCase);
        return at >= 0 && (at == 0 || told[at - 1] is ' ' or '-') && (at + word.Length == told.Length || told[at + word.Length] is ' ');
    }
}
