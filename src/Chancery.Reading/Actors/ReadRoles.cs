using Chancery.Reports;

namespace Chancery.Reading.Actors;

/// <summary>
/// Reads what the words beside a name say the person is: before it ("US acting Deputy Minister of Trade for Northern and Arctic
/// Affairs Liv Aasen"), before it and a comma ("the ministry's spokesman, Jan Novak"), behind it ("Mario Quispe, a retired general",
/// "…, who was a minister", "… became president").
/// </summary>
internal static class ReadRoles
{
    private const int Reach = 14;

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Modifiers = FindPersonNames.Words(
        "acting Acting former Former then Then deputy Deputy senior Senior chief Chief outgoing Outgoing incoming Incoming ex Ex new newly late retired Retired interim Interim "
        + "caretaker assistant Assistant principal Principal top veteran longtime ousted deposed exiled vice Vice associate Associate honorary caretaker Caretaker "
        + "hardline conservative reformist moderate controversial embattled right-wing left-wing then- ex- opposition rebel lead leading first First "
        + "second key influential prominent powerful fellow joint Joint assistant elected appointed federal Federal special Special presidential Presidential");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Links = FindPersonNames.Words("of for to from at on in with and & the The");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Becoming = FindPersonNames.Words(
        "be become remain serve work act elect appoint name nominate");

    public static PersonRole? Read(SentenceScan scan, PersonName name)
    {
        var before = Before(scan, name.First);
        if (before is { } b && IsRank(b.Role) && BeforeComma(scan, b.First) is { } fuller) return fuller;
        var after = Behind(scan, name.End);
        if (before is not null) return after is not null && IsRank(before.Role) ? after with { Code = after.Code ?? before.Code } : before;
        return after ?? BeforeComma(scan, WithCourtesy(scan, name.First)) ?? Predicate(scan, name.End);
    }

    /// <summary>What is told of a person behind a bare surname: "Mora, a retired judge, …", "Mora is a teacher".</summary>
    public static PersonRole? Later(SentenceScan scan, int end) => Behind(scan, end) ?? Predicate(scan, end);

    private static int WithCourtesy(SentenceScan scan, int first)
    {
        while (first > 0 && scan.IsAny(first - 1, FindPersonNames.Courtesies)) first--;
        return first;
    }

    private static PersonRole? Before(SentenceScan scan, int name)
    {
        int end = name;
        while (end > 0 && (scan.Sentence.Words[end - 1].Upos == Upos.PUNCT && scan.Word(end - 1) is "\"" or "“" or "(" or "."
            || scan.IsAny(end - 1, FindPersonNames.Courtesies))) end--;
        if (scan.EndingAt(end) is { Entry: { Kind: EntryKind.Role } entry } role
            && (entry.RoleKind == RoleKind.Person || entry.IsPlural && scan.Tag(name) == Upos.PROPN))
        {
            // "Minister of Foreign Affairs and Cooperation Sheikh Saif": the rank stands behind the office
            if (IsRank(entry.Name) && BeforeWithComplement(scan, role.First) is { } office && scan.Capital(office.First)) return Grow(scan, office, role.First);
            return Grow(scan, role, role.End);
        }
        return BeforeWithComplement(scan, end) is { } complement ? Grow(scan, complement, end) : null;
    }

    /// <summary>Whether a role with its complement stands right before a word: "Envoy for the Sahel …".</summary>
    public static bool HasRoleBefore(SentenceScan scan, int name) => BeforeWithComplement(scan, name) is not null;

    /// <summary>"Deputy Minister of Trade for Northern and Arctic Affairs Liv Aasen", "speaker of the parliament Ana Sosa": the role's complement stands between.</summary>
    private static Found? BeforeWithComplement(SentenceScan scan, int name)
    {
        if (name == 0 || !scan.Capital(name - 1) && scan.Tag(name - 1) != Upos.NOUN) return null;
        for (int i = name - 1; i >= 0 && name - i <= Reach; i--)
        {
            if (scan.EndingAt(i + 1) is { Entry: { Kind: EntryKind.Role, RoleKind: RoleKind.Person } } role && role.End < name
                && (scan.Is(role.End, "of") || scan.Is(role.End, "for") || scan.Is(role.End, "to") || scan.Is(role.End, "from") || scan.Is(role.End, "in")))
                return role;
            if (scan.PersonAt(i) is not null) return null;
            bool comma = scan.Is(i, ",") && (scan.Capital(i + 1) || scan.Is(i + 1, "and"));
            if (!comma && !scan.IsAny(i, Links) && !scan.Capital(i) && scan.Tag(i) is not (Upos.ADJ or Upos.PART or Upos.NOUN) && !scan.Is(i, "'s") && !scan.Is(i, "-")) return null;
        }
        return null;
    }

    /// <summary>"Zambia's army chief, General Mwape": the role before the comma.</summary>
    private static PersonRole? BeforeComma(SentenceScan scan, int name)
    {
        int comma = name - 1;
        if (!scan.Is(comma, ",") || comma == 0) return null;
        comma = BeforeBrackets(scan, comma);
        for (int i = comma - 1; i >= 0 && comma - i <= Reach; i--)
        {
            if (scan.EndingAt(i + 1) is { Entry: { Kind: EntryKind.Role, RoleKind: RoleKind.Person } } role)
            {
                if (role.End < comma && !scan.IsAny(role.End, Links)) return null;
                int first = Leftmost(scan, role.First);
                bool definite = first > 0 && (scan.Is(first - 1, "the") || scan.Is(first - 1, "'s") || scan.Is(first - 1, "’s") || scan.Is(first - 1, "his")
                    || scan.Is(first - 1, "her") || scan.Is(first - 1, "its") || scan.Is(first - 1, "their") || scan.Is(first - 1, "a") || scan.Is(first - 1, "an") || scan.Is(first - 1, "another") || scan.Is(first - 1, "one") || scan.EntryAt(first - 1) is { Kind: not EntryKind.Role });
                return definite && scan.PersonAt(first - 1) is null ? Grow(scan, role, comma) : null;
            }
            if (scan.PersonAt(i) is not null || scan.Is(i, ",") || scan.Tag(i) is Upos.VERB or Upos.AUX) return null;
        }
        return null;
    }

    /// <summary>"the secretary of the union (National Union of Weavers), Jan Novak": where the brackets before a comma open.</summary>
    private static int BeforeBrackets(SentenceScan scan, int comma)
    {
        if (!scan.Is(comma - 1, ")")) return comma;
        for (int i = comma - 2; i > 0 && comma - i <= 2 * Reach; i--)
            if (scan.Is(i, "(")) return i;
        return comma;
    }

    /// <summary>"Jan Novak, the minister of trade," and "Jan Novak, 45, who is a teacher".</summary>
    private static PersonRole? Behind(SentenceScan scan, int end)
    {
        int at = end;
        if (scan.Is(at, "(")) at++;
        else if (!scan.Is(at, ",")) return scan.Is(at, "who") ? AfterWho(scan, at) : null;
        else at++;
        if (scan.Tag(at) == Upos.NUM && scan.Is(at + 1, ",")) at += 2;
        if (scan.Is(at, "who")) return AfterWho(scan, at);
        if (scan.Is(at, "now") || scan.Is(at, "then") || scan.Is(at, "also")) at++;
        return FirstRole(scan, at);
    }

    private static PersonRole? AfterWho(SentenceScan scan, int who)
    {
        for (int i = who + 1; i < scan.Count && i <= who + 4; i++)
            if (scan.Tag(i) is Upos.VERB or Upos.AUX && Becoming.Contains(scan.Sentence.Words[i].Lemma))
            {
                int at = i + 1;
                while (at < scan.Count && (scan.Tag(at) is Upos.ADV or Upos.VERB or Upos.AUX || scan.Is(at, "as"))) at++;
                return FirstRole(scan, at);
            }
        return null;
    }

    /// <summary>"Jan Novak is the minister", "was elected president".</summary>
    private static PersonRole? Predicate(SentenceScan scan, int end)
    {
        int at = end;
        while (at < scan.Count && at < end + 3 && scan.Tag(at) is Upos.AUX or Upos.ADV) at++;
        if (at == end && !(scan.Tag(at) == Upos.VERB && Becoming.Contains(scan.Sentence.Words[at].Lemma))) return null;
        if (scan.Tag(at) == Upos.VERB)
        {
            if (!Becoming.Contains(scan.Sentence.Words[at].Lemma)) return null;
            at++;
            if (scan.Is(at, "as")) at++;
        }
        return FirstRole(scan, at);
    }

    /// <summary>The role that a noun phrase beginning at a word is headed by.</summary>
    private static PersonRole? FirstRole(SentenceScan scan, int at)
    {
        for (int i = at; i < scan.Count && i < at + Reach; i++)
        {
            if (scan.At(i) is { } found)
            {
                if (found.Entry is { Kind: EntryKind.Role, RoleKind: RoleKind.Person })
                {
                    bool headsOn = scan.At(found.End) is { Entry.Kind: EntryKind.Role } || scan.Tag(found.End) is Upos.NOUN or Upos.PROPN;
                    if (scan.PersonAt(found.End) is not null) return null;
                    if (!headsOn) return Grow(scan, found, ComplementEnd(scan, found.End));
                }
                i = found.End - 1;
                continue;
            }
            if (scan.PersonAt(i) is not null) return null;
            if (scan.Tag(i) == Upos.VERB && scan.Sentence.Words[i].Is("amod")) continue;
            if (scan.Tag(i) is Upos.VERB or Upos.AUX or Upos.PRON or Upos.ADP or Upos.SCONJ && !scan.Is(i, "its") && !scan.Is(i, "his") && !scan.Is(i, "her")) return null;
            if (scan.Tag(i) == Upos.PUNCT && !scan.Is(i, "-")) return null;
        }
        return null;
    }

    private static int ComplementEnd(SentenceScan scan, int at)
    {
        int end = at;
        if (scan.Tag(at) != Upos.ADP || scan.Is(at, "by")) return at;
        for (int i = at; i < scan.Count && i < at + Reach; i++)
        {
            bool inside = scan.IsAny(i, Links) || scan.At(i) is not null || scan.Capital(i) || scan.Tag(i) is Upos.NOUN or Upos.ADJ or Upos.PROPN or Upos.DET or Upos.PART;
            if (!inside || scan.Tag(i) == Upos.PUNCT || scan.PersonAt(i) is not null) break;
            if (!scan.IsAny(i, Links)) end = i + 1;
        }
        return end;
    }

    private static PersonRole Grow(SentenceScan scan, Found role, int end)
    {
        int first = Leftmost(scan, role.First);
        var standing = role.Entry.Standings[0];
        string? code = standing.Code, sector = standing.Sector;
        if (Owner(scan, first, role, end) is { } owner)
        {
            code = owner.Code ?? code;
            if (IsOpen(role.Entry) && owner.Sector is not null) sector = owner.Sector;
        }
        if (IsOpen(role.Entry)) sector = BodyInside(scan, first, role.First) ?? BodyInside(scan, role.End, end) ?? sector;
        // "Council President": no head of state
        bool ofBody = scan.EndingAt(first) is { Entry: { Kind: EntryKind.Role, RoleKind: not RoleKind.Person } } && scan.Capital(first - 1);
        while (ofBody && scan.EndingAt(first) is { Entry.Kind: EntryKind.Role } body) first = body.First;
        string text = scan.Cut(first, end);
        if (IsOfCompany(scan, role, first, end)) (sector, code) = ("BUS", null);
        if (IsFormer(scan, first, role.First)) sector = sector is "GOV" ? "ELI" : sector;
        return new PersonRole(text, code, sector, first, end, ofBody ? Office.None : role.Entry.Office);
    }

    /// <summary>"Senior vice president", "president at a firm": no office of state.</summary>
    private static bool IsOfCompany(SentenceScan scan, Found role, int first, int end) =>
        role.Entry.Name is "vice president" or "vice-president" && (scan.Is(first, "senior") || scan.Is(first, "executive"))
        || role.Entry.Name.EndsWith("president", StringComparison.Ordinal) && role.End < end && scan.Is(role.End, "at");

    /// <summary>The sector of a body noun in a role's complement: "chief of the intelligence agency".</summary>
    private static string? BodyInside(SentenceScan scan, int at, int end)
    {
        for (int i = at; i < end; i++)
            if (scan.EntryAt(i) is { Kind: EntryKind.Role, RoleKind: not RoleKind.Person } body) return body.Standings[0].Sector;
        return null;
    }

    /// <summary>A role whose sector is its body's: a spokesman of the army is military.</summary>
    private static bool IsOpen(ActorEntry role) =>
        role.Standings[0].Sector is null || role.Name.Contains("spokes", StringComparison.Ordinal)
        || role.Name is "official" or "leader" or "representative" or "commissioner" or "adviser" or "advisor" or "officer" or "commander" or "senior official";

    private static bool IsFormer(SentenceScan scan, int first, int role)
    {
        for (int i = first; i < role; i++)
            if (scan.Is(i, "former") || scan.Is(i, "ex") || scan.Is(i, "ousted") || scan.Is(i, "deposed") || scan.Is(i, "exiled")) return true;
        return false;
    }

    /// <summary>Whose the role is: the state or body before it, or the one in its complement.</summary>
    private static Standing? Owner(SentenceScan scan, int first, Found role, int end)
    {
        Standing? body = null;
        for (int i = role.First - 1; i >= 0 && i >= first - 4; i--)
        {
            if (i < first && (scan.Is(i, "'s") || scan.Is(i, "’s") || scan.Is(i, "'") || scan.Is(i, "’") || scan.Is(i, "-") || scan.Is(i, "the") || scan.Is(i, ")"))) continue;
            if (scan.At(i) is not { Entry: { Kind: not (EntryKind.Role or EntryKind.Person) } entry })
            {
                // "Peruvian wildlife officer", "Kenyan long-distance runner"; "New Zealand Chief Executive and Secretary of Trade"
                bool shared = scan.Is(i, "and") && scan.EndingAt(i) is { Entry.Kind: EntryKind.Role } || scan.EntryAt(i) is { Kind: EntryKind.Role } && scan.Capital(i);
                if (i < first && scan.Tag(i) is not (Upos.ADJ or Upos.NOUN) && !shared) break;
                continue;
            }
            var standing = entry.On(scan.Day);
            if (standing.Sector is not null) body ??= standing;
            if (standing.Code is not null) return body is not null && body.Code is null ? body with { Code = standing.Code } : body ?? standing;
        }
        for (int i = role.End; i < end; i++)
            if (scan.At(i) is { Entry: { Kind: not (EntryKind.Role or EntryKind.Person) } entry } && entry.On(scan.Day) is { Code: not null } standing && !scan.Is(role.End, "to")
                && !(scan.Is(role.End, "for") && entry.Kind is not (EntryKind.Body or EntryKind.Group))
                && (scan.Is(i - 1, "of") || scan.Is(i - 1, "the") || scan.Is(i - 1, "for") || scan.Is(i - 1, "in") || scan.Is(i - 1, "at")))
                return body is null ? standing : body with { Code = standing.Code };
        return body;
    }

    private static int Leftmost(SentenceScan scan, int first)
    {
        while (first > 0)
        {
            int i = first - 1;
            if (scan.PersonAt(i) is not null) break;
            if (scan.At(i) is { } found)
            {
                if (found.Entry.Kind != EntryKind.Role) break;
                first = found.First;
                continue;
            }
            bool modifier = scan.IsAny(i, Modifiers)
                || scan.Capital(i) && scan.Tag(i) is Upos.PROPN or Upos.NOUN or Upos.ADJ && i > 0
                || scan.Tag(i) == Upos.NOUN
                || scan.Is(i, "-") && i > 0 && scan.IsAny(i - 1, Modifiers)
                || scan.Is(i, "and") && i > 1 && scan.Tag(i - 1) == Upos.NOUN && scan.Tag(i + 1) == Upos.NOUN && scan.At(i - 1) is null && scan.EntryAt(i - 2) is { Kind: not EntryKind.Role }
                || (scan.Is(i, "and") || scan.Is(i, "&")) && scan.Capital(i - 1) && scan.Capital(i + 1) && scan.At(i - 1) is null && scan.At(i + 1) is null && scan.Tag(i - 1) is Upos.PROPN or Upos.NOUN or Upos.ADJ;
            if (!modifier) break;
            first = i;
        }
        return first;
    }

    /// <summary>"of Benin", "from Kenya" right behind a name.</summary>
    public static string? Origin(SentenceScan scan, int end)
    {
        if (!scan.Is(end, "of") && !scan.Is(end, "from")) return null;
        int at = scan.Is(end + 1, "the") ? end + 2 : end + 1;
        // "from the pro-Berlin camp" tells no origin
        if (!scan.Capital(at)) return null;
        return scan.At(at) is { Entry: { Kind: EntryKind.State or EntryKind.Place or EntryKind.Seat or EntryKind.Body } entry } ? entry.On(scan.Day).Code : null;
    }

    /// <summary>Words for anybody at the head of something; they say less than an office we know.</summary>
    internal static bool IsVague(string role) =>
        IsRank(role) || role.StartsWith("leader", StringComparison.OrdinalIgnoreCase) || role.StartsWith("head", StringComparison.OrdinalIgnoreCase)
        || role.Equals("politician", StringComparison.OrdinalIgnoreCase) || role.Equals("official", StringComparison.OrdinalIgnoreCase);

    internal static bool IsRank(string role) => role.Length < 22 && Ranks.Contains(role);

    private static readonly HashSet<string> Ranks = new(
        "General|Colonel|Brigadier|Major General|Lieutenant General|Lieutenant Colonel|Brigadier General|Admiral|Vice Admiral|Rear Admiral|Captain|Marshal|Field Marshal|Lieutenant|Sergeant|Gen.|Col.|Lt. Gen.|Maj. Gen.|Adm.|Capt.|Maj.|Lt.|Sgt.|Air Chief Marshal|Air Marshal|Commander|Secretary|Minister|Reverend|Rev.|Sheikh|Officer|Detective|Inspector|Prince|Princess|Justice|Lt. Col.|Brig. Gen.|Brig. General|Director|Chief".Split('|'),
        StringComparer.OrdinalIgnoreCase);
}
