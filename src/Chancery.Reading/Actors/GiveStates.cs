using Chancery.Reports;

namespace Chancery.Reading.Actors;

/// <summary>
/// Gives a state to persons of office whose words name none. News and releases leave it out where it goes without saying: it is the
/// state of the office-holder they stand beside, else the one whose leaders are named without it, else the report's main state.
/// </summary>
internal static class GiveStates
{
    public static void To(Cast cast, IReadOnlyList<SentenceScan> scans)
    {
        var bare = Bare(scans);
        if (bare.Count == 0) return;
        var home = Home(scans);
        foreach (var scan in scans)
            for (int i = 0; i < scan.Persons.Count; i++)
            {
                if (scan.Persons[i] is not { Who: { Code: null } person } name || !bare.Contains(person)) continue;
                person.Code = Neighbour(scan, i);
                if (person.Sector is null) continue;
                person.Code ??= (home is not null && MayBelong(cast, person, home) ? home : null) ?? Main(cast, person, home);
            }
    }

    /// <summary>Persons of a told office or rank in a state's service, without a state.</summary>
    private static HashSet<Draft> Bare(IReadOnlyList<SentenceScan> scans)
    {
        var bare = new HashSet<Draft>();
        foreach (var scan in scans)
            foreach (var name in scan.Persons)
                if (name.Who is { Code: null, RoleTold: true, Sector: "GOV" or "MIL" or "COP" or "LEG" or "JUD" or "OPP" or "SPY" or "REL" or "ELI" or null } person) bare.Add(person);
        return bare;
    }

    /// <summary>"President Mora and Foreign Minister Sosa": the second is of the first one's state.</summary>
    private static string? Neighbour(SentenceScan scan, int index)
    {
        if (index == 0 || scan.Persons[index].Role is not { } role || scan.Persons[index - 1] is not { Who.Code: { } code } before) return null;
        return role.First >= before.End && role.First - before.End <= 3 && role.Code is null && before.Role is not null ? code : null;
    }

    /// <summary>The state whose office-holders the report introduces by full name and office alone; of two the first.</summary>
    private static string? Home(IReadOnlyList<SentenceScan> scans)
    {
        var votes = new List<(string Code, int Count)>();
        foreach (var scan in scans)
            foreach (var name in scan.Persons)
            {
                if (name is not { Who: { Code: { } code } who, Role: { } role, Origin: null } || name.End - name.First < 2 || scan.Lexicon.State(code) is null) continue;
                if (role.Code is null ? who.Known is null : !IsOwnOffice(scan, role)) continue;
                int at = votes.FindIndex(v => v.Code == code);
                if (at < 0) votes.Add((code, 1));
                else votes[at] = (code, votes[at].Count + 1);
            }
        return votes.Count == 0 ? null : votes.MaxBy(v => v.Count).Code;
    }

    /// <summary>The code came with the noun ("Secretary of State"), not from a word beside it.</summary>
    private static bool IsOwnOffice(SentenceScan scan, PersonRole role)
    {
        for (int i = Math.Max(0, role.First - 2); i < role.End; i++)
            if (scan.EntryAt(i) is { Kind: EntryKind.State or EntryKind.Adjective or EntryKind.Place or EntryKind.Seat or EntryKind.Body }) return false;
        return true;
    }

    /// <summary>False where somebody else is known to hold that office there.</summary>
    private static bool MayBelong(Cast cast, Draft person, string state) =>
        OfficeOf(person) is var office && (office == Office.None || (cast.Lexicon.Holder(state, office, cast.Day) is { } holder
            ? IsNear(holder.Name, person.Name)
            : office != Office.Government || cast.Lexicon.Holder(state, Office.Head, cast.Day) is null));

    /// <summary>The same surname but for a letter or two: names are written in many ways.</summary>
    private static bool IsNear(string known, string told)
    {
        string a = NamePieces.Of(known)[^1], b = NamePieces.Of(told)[^1];
        if (a == b) return true;
        if (Math.Min(a.Length, b.Length) < 5 || Math.Abs(a.Length - b.Length) > 2) return false;
        int head = 0, tail = 0, shortest = Math.Min(a.Length, b.Length);
        while (head < shortest && a[head] == b[head]) head++;
        while (tail < shortest - head && a[^(tail + 1)] == b[^(tail + 1)]) tail++;
        return Math.Max(a.Length, b.Length) - head - tail <= 2;
    }

    private static Office OfficeOf(Draft person) =>
        person.Office == Office.None && person.Role!.StartsWith("president", StringComparison.OrdinalIgnoreCase) ? Office.Head : person.Office;

    /// <summary>A report that names one state only means that one, whatever our table has: names are misspelt, dates wrong.</summary>
    private static string? Main(Cast cast, Draft person, string? home) => cast.StatesByCount().Take(2).ToArray() is [var only]
        ? only
        : cast.StatesByCount().FirstOrDefault(state => state != home && MayBelong(cast, person, state));
}
