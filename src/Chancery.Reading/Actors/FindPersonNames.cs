using Chancery.Reports;

namespace Chancery.Reading.Actors;

/// <summary>
/// Finds the names of persons: known leaders, names after a title or a role, names that begin with a given name, and capitalised
/// names that the words after them make a person ("…, 45," "…, who").
/// </summary>
internal static class FindPersonNames
{
    internal static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Courtesies = Words(
        "Mr Mr. Mrs Mrs. Ms Ms. Miss Sir Dame Lord Lady Dr Dr. Prof Prof. Professor Hon Hon. Madam Monsieur Señor Herr Frau Baroness Baron");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Particles = Words(
        "al el ul ur bin ibn ben bint abu de da di del della do dos das du des la le van von der den ter ten zu af av y e as ez ad ed Al El Bin Ibn Ben Abu De Da Di Del Du La Le Van Von Der");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Suffixes = Words("Jr Jr. Sr Sr. II III IV VI VII");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Never = Words(
        "January February March April May June July August September October November December Monday Tuesday Wednesday Thursday Friday "
        + "Saturday Sunday Feb Mar Apr Aug Sept Sep Oct Nov Dec God Internet COVID-19 Covid-19 Christmas Easter Ramadan Islam Muslim "
        + "Christian Jewish Arab Arabs Jews Muslims Christians Kurdish Kurds Kurd Twitter Hurricane The A An I It He She We They This That "
        + "In On At But And For If When While After Before As Since However Mr Mrs Ms No Yes New North South East West Earth Web Photo File Image");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Institutional = Words(
        "National Federal Royal World International United Central Western Eastern Northern Southern Native Roman Catholic Orthodox Protestant Christian Islamic "
        + "Jewish Supreme High Public Civil Social Economic European African Asian Arab Global General Great Grand Holy Democratic Republican Liberal Labour Labor "
        + "Communist Socialist People Peoples New Old First Second Third Big Black White Red Green Blue Golden Deutsche Banque Banco Radio Operation Mount Fort Saint San Santa Port Lake");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> ComplementWords = Words("of for and & the");

    public static HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Words(string list) =>
        new HashSet<string>(list.Split(' '), StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    public static void Find(SentenceScan scan)
    {
        for (int i = 0; i < scan.Count;)
        {
            if (scan.At(i) is { } found)
            {
                i = Known(scan, found) is { } known ? AddKnown(scan, found, known)
                    : AddPlaceNamed(scan, found) ?? found.End;
                continue;
            }
            if (!CanBegin(scan, i))
            {
                i++;
                continue;
            }
            int end = Math.Max(i + 1, RunEnd(scan, i)), first = AfterComplement(scan, i, end);
            if (IsPerson(scan, first, end)) Add(scan, first, end, null);
            else if (end - first == 1) scan.Lone.Add(first);
            else if (IsBody(scan, first, end)) scan.Bodies.Add((first, end));
            else if (end - first is 2 or 3 && !EndsInOrganisation(scan, end) && !scan.Is(first - 1, "the")) scan.Possible.Add((first, end));
            i = end;
        }
    }

    /// <summary>
    /// Takes in the names that the rest of the report makes a person's: those of a surname that a person bears elsewhere, and those
    /// whose last word is later used alone and whose first is not, as is the way with persons and not with firms.
    /// </summary>
    public static void FindLater(IReadOnlyList<SentenceScan> scans)
    {
        var surnames = new HashSet<string>(StringComparer.Ordinal);
        var lone = new HashSet<string>(StringComparer.Ordinal);
        foreach (var scan in scans)
        {
            foreach (var person in scan.Persons)
                if (person.End - person.First > 1) surnames.Add(scan.Word(person.End - 1).ToString());
            foreach (int word in scan.Lone) lone.Add(scan.Word(word).ToString());
        }
        foreach (var scan in scans)
        {
            foreach (var (first, end) in scan.Possible)
            {
                var last = scan.Word(end - 1).ToString();
                if (surnames.Contains(last) || lone.Contains(last) && !lone.Contains(scan.Word(first).ToString()) && !scan.IsAny(first, Institutional)) Add(scan, first, end, null);
            }
            if (scan.Possible.Count > 0) scan.Persons.Sort((a, b) => a.First.CompareTo(b.First));
        }
    }

    /// <summary>Of two leaders of one name the one in office, else the last before the report.</summary>
    private static ActorEntry? Known(SentenceScan scan, Found found)
    {
        ActorEntry? best = null;
        var beside = scan.EntryAt(found.First - 1)?.On(scan.Day).Code;
        foreach (var entry in found.Entries)
        {
            if (entry.Kind != EntryKind.Person) continue;
            if (beside is not null && found.Entries.Count > 1 && entry.On(scan.Day).Code == beside) return entry;
            if (entry.Standings.Any(s => s.HoldsOn(scan.Day))) return entry;
            if (best is null || entry.Standings[0].From <= scan.Day && !(entry.Standings[0].From < best.Standings[0].From)) best = entry;
        }
        return best;
    }

    private static int AddKnown(SentenceScan scan, Found found, ActorEntry known)
    {
        Add(scan, found.First, found.End, known);
        return found.End;
    }

    /// <summary>"Michael Jordan", "Jordan Peterson": a place or state that is part of a person's name.</summary>
    private static int? AddPlaceNamed(SentenceScan scan, Found found)
    {
        if (found.End != found.First + 1 || found.Entry.Kind is not (EntryKind.State or EntryKind.Seat or EntryKind.Place)) return null;
        int end = found.End;
        if (scan.Lexicon.GivenName(scan.Word(found.First).ToString()) == '\0' || !CanBegin(scan, end)) return null;
        int runEnd = RunEnd(scan, end);
        bool flat = scan.Sentence.Words[end].Head == found.First && scan.Sentence.Words[end].Is("flat");
        if (!flat || runEnd - end != 1 || EndsInOrganisation(scan, runEnd)) return null;
        Add(scan, found.First, runEnd, null);
        return runEnd;
    }

    private static bool CanBegin(SentenceScan scan, int i) =>
        scan.Capital(i) && scan.At(i) is null && IsNameWord(scan, i)
        && (i > 0 && !scan.IsTitleCase || scan.Lexicon.GivenName(Base(scan.Word(i))) != '\0' || scan.Tag(i) is Upos.PROPN or Upos.NOUN or Upos.X or Upos.ADJ or Upos.INTJ);

    private static bool IsNameWord(SentenceScan scan, int i)
    {
        var word = scan.Word(i);
        if (!char.IsUpper(word[0]) || scan.IsAny(i, Never) || scan.IsAny(i, Courtesies)) return false;
        foreach (char c in word)
            if (!char.IsLetter(c) && c is not ('-' or '\'' or '’' or '.')) return false;
        return true;
    }

    /// <summary>Where a run of name words ends. Particles and hyphens are taken in only between two of them.</summary>
    private static int RunEnd(SentenceScan scan, int at)
    {
        int end = at;
        while (end < scan.Count && end - at < 8)
        {
            if (scan.At(end) is { } found)
            {
                if (!JoinsName(scan, at, found)) break;
                end = found.End;
                continue;
            }
            if (IsNameWord(scan, end) && (end == at || end > 0 && !scan.IsTitleCase || scan.Tag(end) is not (Upos.VERB or Upos.AUX or Upos.ADP or Upos.DET or Upos.PRON))
                || end > at && scan.IsAny(end, Suffixes))
            {
                end++;
                if (end - at > 1 && EndsInOrganisation(scan, end)) break;
                continue;
            }
            if (end > at && NicknameEnd(scan, end) is { } afterNickname)
            {
                end = afterNickname;
                continue;
            }
            int next = end;
            while (next < scan.Count && next - end < 3 && (scan.IsAny(next, Particles) || scan.Is(next, "-"))) next++;
            if (next == end || next >= scan.Count || end == at || !IsNameWord(scan, next) && !(scan.Is(next - 1, "-") && Adjacent(scan, next))) break;
            if (scan.Is(end, "-") && !Adjacent(scan, end)) break;
            if (scan.At(next) is not null) break;
            end = next + 1;
        }
        return end;
    }

    /// <summary>Matiu "Matt" Ratana: where a short name in quotation marks between two names ends.</summary>
    private static int? NicknameEnd(SentenceScan scan, int quote)
    {
        if (!IsQuote(scan, quote)) return null;
        int close = quote + 2;
        return close + 1 < scan.Count && IsQuote(scan, close) && IsNameWord(scan, quote + 1) && IsNameWord(scan, close + 1) ? close + 1 : null;
    }

    private static bool IsQuote(SentenceScan scan, int i) => scan.Tag(i) == Upos.PUNCT && scan.Word(i)[0] is '"' or '“' or '”' or '\'' or '‘' or '’';

    private static bool Adjacent(SentenceScan scan, int i) => i > 0 && scan.Sentence.Words[i].Span.Start == scan.Sentence.Words[i - 1].Span.End;

    /// <summary>"Minister of Trade and Fisheries Mette Holm", "Countryman Jan Novak": where the name begins in capitals that follow an "of" or begin a sentence.</summary>
    private static int AfterComplement(SentenceScan scan, int first, int end)
    {
        if (end - first < 3 || first > 0 && !scan.IsAny(first - 1, ComplementWords) || scan.Lexicon.GivenName(Base(scan.Word(first))) != '\0') return first;
        for (int i = first + 1; i < end - 1; i++)
            if (scan.Lexicon.GivenName(Base(scan.Word(i))) != '\0') return i;
        return first;
    }

    /// <summary>"Denzel Washington": a place right behind a single given name.</summary>
    private static bool JoinsName(SentenceScan scan, int first, Found found) =>
        found.First - first == 1 && found.End - found.First == 1
        && found.Entry.Kind is EntryKind.State or EntryKind.Seat or EntryKind.Place or EntryKind.Adjective or EntryKind.Body
        && scan.Lexicon.GivenName(scan.Word(first).ToString()) != '\0' && scan.Word(found.First).Length > 3
        && scan.Sentence.Words[found.First].Is("flat");

    private static bool IsPerson(SentenceScan scan, int first, int end)
    {
        if (EndsInOrganisation(scan, end)) return false;
        if (first > 0 && (scan.IsAny(first - 1, Courtesies) || IsTitleBefore(scan, first))) return true;
        int length = end - first;
        if (FollowsPerson(scan, first) || IsOwnRelative(scan, first, end)) return true;
        if (length < 2) return false;
        if (first > 0 && scan.Word(first - 1).EndsWith("-old") || scan.Is(first - 1, "old") && scan.Is(first - 2, "-")) return true;
        if (length < 5 && ReadRoles.HasRoleBefore(scan, first)) return true;
        bool the = first > 0 && scan.Is(first - 1, "the");
        if (the) return false;
        if (scan.Lexicon.GivenName(Base(scan.Word(first))) != '\0' && !scan.IsAny(end - 1, Institutional)) return true;
        for (int i = first; i < end; i++)
            if (scan.Word(i) is { Length: 2 } w && w[1] == '.') return true;
        if (IsDescribedAfter(scan, end)) return true;
        return length < 5 && IsFlat(scan, first, end);
    }

    /// <summary>The parser takes the words for one flat name, and none of them is a word that institutions begin with.</summary>
    private static bool IsFlat(SentenceScan scan, int first, int end)
    {
        bool flat = false;
        for (int i = first; i < end; i++)
        {
            if (scan.IsAny(i, Institutional)) return false;
            flat |= i > first && scan.Sentence.Words[i].Is("flat") && !AllCapitals(scan.Word(i));
        }
        return flat;
    }

    /// <summary>"representatives Aung Min and Zaw Oo": the next in a list that a plural title began.</summary>
    private static bool FollowsPerson(SentenceScan scan, int first)
    {
        int before = scan.Is(first - 1, "and") ? first - 2 : first - 1;
        if (before == first - 1 && !scan.Is(before, ",")) return false;
        if (scan.Is(before, ",")) before--;
        return scan.PersonAt(before) is { } person && person.End == before + 1
            && (scan.EndingAt(person.First) is { Entry: { Kind: EntryKind.Role, RoleKind: RoleKind.People } title } && title.Name.Length > 0 || person.InList);
    }

    /// <summary>"his widow, Denise,"</summary>
    private static bool IsOwnRelative(SentenceScan scan, int first, int end) =>
        scan.Is(first - 1, ",") && scan.Is(end, ",") && scan.EndingAt(first - 1) is { Entry: { Kind: EntryKind.Role, RoleKind: RoleKind.Person } } role
        && (scan.Is(role.First - 1, "his") || scan.Is(role.First - 1, "her") || scan.Is(role.First - 1, "their"));

    private static string Base(ReadOnlySpan<char> word)
    {
        int hyphen = word.IndexOf('-');
        var pieces = NamePieces.Of((hyphen > 0 ? word[..hyphen] : word).ToString());
        return pieces.Count == 0 ? "" : char.ToUpperInvariant(pieces[0][0]) + pieces[0][1..];
    }

    private static bool IsTitleBefore(SentenceScan scan, int first) =>
        scan.EndingAt(first) is { Entry: { Kind: EntryKind.Role } entry } title
        && (entry.RoleKind == RoleKind.Person || entry.IsPlural && scan.Tag(first) == Upos.PROPN && (scan.Capital(title.First) || scan.Tag(first + 1) == Upos.PROPN));

    /// <summary>", 45," or ", who" or ", a …" right after the name.</summary>
    private static bool IsDescribedAfter(SentenceScan scan, int end)
    {
        if (scan.Is(end, "who")) return true;
        if (!scan.Is(end, ",")) return false;
        return scan.Is(end + 1, "who") || scan.Is(end + 1, "whose") || IsArticle(scan, end + 1) && RoleFollows(scan, end + 2)
            || scan.Tag(end + 1) == Upos.NUM && scan.Word(end + 1).Length == 2 && scan.Is(end + 2, ",");
    }

    private static bool IsArticle(SentenceScan scan, int i) =>
        scan.Is(i, "a") || scan.Is(i, "an") || scan.Is(i, "the") || scan.Is(i, "his") || scan.Is(i, "her") || scan.Is(i, "their") || scan.Is(i, "its");

    private static bool RoleFollows(SentenceScan scan, int at)
    {
        for (int i = at; i < scan.Count && i < at + 4; i++)
        {
            if (scan.EntryAt(i) is { Kind: EntryKind.Role, RoleKind: RoleKind.Person }) return true;
            if (scan.Tag(i) is not (Upos.ADJ or Upos.NOUN or Upos.PROPN)) return false;
        }
        return false;
    }

    /// <summary>"Lakes Anti-Corruption Commission": a body we have no entry for.</summary>
    private static bool IsBody(SentenceScan scan, int first, int end) =>
        !scan.IsTitleCase && scan.Lexicon.IsOrganisationNoun(scan.Word(end - 1).ToString().ToLowerInvariant(), out var sector) && sector != "place";

    private static bool EndsInOrganisation(SentenceScan scan, int end) =>
        scan.Lexicon.IsOrganisationNoun(scan.Word(end - 1).ToString().ToLowerInvariant(), out _);

    private static bool AllCapitals(ReadOnlySpan<char> word)
    {
        foreach (char c in word)
            if (char.IsLower(c)) return false;
        return true;
    }

    private static void Add(SentenceScan scan, int first, int end, ActorEntry? known)
    {
        while (end - first > 1 && scan.IsAny(first, Courtesies)) first++;
        string? courtesy = first > 0 && scan.IsAny(first - 1, Courtesies) ? scan.Word(first - 1).ToString() : null;
        scan.Add(new PersonName(first, end, courtesy, known) { InList = FollowsPerson(scan, first) });
    }
}
