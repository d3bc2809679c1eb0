using System.Reflection;
using NodaTime;
using NodaTime.Text;

namespace Chancery.Reading.Actors;

/// <summary>
/// All that is known of actors before a report is read: states, places, bodies and groups, leaders with their terms, role nouns,
/// given names, and what users add. Composed once.
/// </summary>
public sealed class ActorLexicon
{
    private readonly Dictionary<string, List<ActorEntry>> _leadersBySurname = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Code, Office Office), List<(ActorEntry Entry, Standing Term)>> _holders = [];
    private readonly Dictionary<string, ActorEntry> _states = new(StringComparer.Ordinal);

    /// <summary>A leader's surname that is a state's name too (Montenegro) stands for the state where it stands alone.</summary>
    private readonly HashSet<string> _stateNames = new(StringComparer.Ordinal);

    private readonly Dictionary<string, char> _givenNames = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _organisationNouns = new(StringComparer.Ordinal);

    private ActorLexicon() { }

    /// <summary>The lexicon that comes with the product, and the user's own entries, which win over ours.</summary>
    /// <param name="own">Entries read with <see cref="ActorFile"/>.</param>
    public static ActorLexicon Load(IEnumerable<(string Form, ActorEntry Entry)>? own = null)
    {
        var lexicon = new ActorLexicon();
        foreach (var (form, entry) in own ?? [])
        {
            lexicon.AddEntry(form, entry);
            if (entry is { Kind: EntryKind.State, Standings: [{ Code: { } code }, ..] }) lexicon._states.TryAdd(code, entry);
        }
        lexicon.LoadNothing();
        lexicon.LoadStates();
        lexicon.LoadPlaces();
        lexicon.LoadBodies();
        lexicon.LoadRoles();
        lexicon.LoadLeaders();
        foreach (var cells in Rows("Actors/given-names.tsv")) lexicon._givenNames[cells[0]] = cells[1][0];
        foreach (var cells in Rows("Actors/organisation-nouns.tsv")) lexicon._organisationNouns[cells[0]] = cells[1];
        return lexicon;
    }

    internal WordTrie Names { get; } = new();

    internal List<ActorEntry> Leaders { get; } = [];

    /// <summary>The state's own entry, or null for a code that is no state's.</summary>
    internal ActorEntry? State(string code) => _states.GetValueOrDefault(code);

    /// <summary>'f', 'm', 'e' for either, or '\0' where it is no given name we know.</summary>
    internal char GivenName(string word) => _givenNames.GetValueOrDefault(word);

    /// <summary>Whether a capitalised name that ends in this noun is no person's; the sector is <c>place</c> where it names no actor.</summary>
    internal bool IsOrganisationNoun(string lower, out string? sector) => _organisationNouns.TryGetValue(lower, out sector);

    /// <summary>Leaders of a surname: those in office on the day, else all who were before it.</summary>
    internal ActorEntry? LeaderBySurname(string surname, LocalDate? day)
    {
        if (!_leadersBySurname.TryGetValue(NamePieces.Key(surname), out var all)) return null;
        var inOffice = all.FindAll(e => e.Standings.Any(s => s.HoldsOn(day)));
        if (inOffice.Count == 1) return inOffice[0];
        if (inOffice.Count > 1) return inOffice.Find(e => e.Standings.Any(s => s.HoldsOn(day) && s.Office is Office.Head or Office.Government));
        return all.Count == 1 && (day is null || all[0].Standings[0].From <= day) ? all[0] : null;
    }

    /// <summary>
    /// The leader out of office whom a surname alone names: no other leader has it, it is no given name and no short word, and the day is not known or near his terms.
    /// </summary>
    internal ActorEntry? Unmistakable(string surname, LocalDate? day)
    {
        const int Shortest = 5, YearsBefore = 2, YearsAfter = 10;
        if (surname.Length < Shortest || _givenNames.ContainsKey(surname) || !_leadersBySurname.TryGetValue(NamePieces.Key(surname), out var all) || all.Count != 1) return null;
        if (!all[0].Standings.Any(s => s.Office is Office.Head or Office.Government)) return null;
        return day is not { } on || all[0].Standings.Any(s => s.From is { } from && from.PlusYears(-YearsBefore) <= on && (s.To is not { } to || on <= to.PlusYears(YearsAfter))) ? all[0] : null;
    }

    /// <summary>A leader by first and last name, whatever initial stood between.</summary>
    internal ActorEntry? LeaderByName(string given, string family) =>
        _leadersBySurname.TryGetValue(family, out var all) ? all.Find(e => NamePieces.Of(e.Name) is [var first, .., var last] && first == given && last == family) : null;

    /// <summary>
    /// A leader of a surname who held an office at some time, the nearest to the day: "President Kaunda" in a look back, or in a report
    /// whose date is wrong.
    /// </summary>
    internal ActorEntry? LeaderByOffice(string surname, Func<Office, bool> office, LocalDate? day)
    {
        if (!_leadersBySurname.TryGetValue(NamePieces.Key(surname), out var all)) return null;
        return all.Where(e => e.Standings.Any(s => office(s.Office))).MinBy(e => Distance(e, day));
    }

    private static int Distance(ActorEntry leader, LocalDate? day) => day is not { } on ? 0 : leader.Standings.Min(s =>
        s.From > on ? Period.DaysBetween(on, s.From.Value) : s.To < on ? Period.DaysBetween(s.To.Value, on) : 0);

    /// <summary>Who holds an office of a state or organisation on the day, or null where we do not know.</summary>
    internal ActorEntry? Holder(string code, Office office, LocalDate? day)
    {
        if (day is null || !_holders.TryGetValue((code, office), out var all)) return null;
        foreach (var (entry, term) in all)
            if (term.HoldsOn(day)) return entry;
        return null;
    }

    private void LoadNothing()
    {
        var nothing = new ActorEntry(EntryKind.Nothing, "", [new Standing(null, null, null, Office.None, null, null)]);
        foreach (var cells in Rows("Actors/nothing.tsv")) AddForms(Forms(cells, 0), nothing);
    }

    private void LoadStates()
    {
        foreach (var cells in Rows("Actors/states.tsv"))
        {
            string code = cells[0];
            var names = Forms(cells, 1);
            var state = new ActorEntry(EntryKind.State, names[0], [new Standing(code, null, null, Office.None, null, null)]);
            _states.TryAdd(code, state);
            foreach (var form in names) AddEntry(form, state);
            _stateNames.UnionWith(names);
            AddForms(Forms(cells, 2), state with { Kind = EntryKind.Adjective });
            var people = new ActorEntry(EntryKind.People, names[0],
                [new Standing(code, code == "PSE" ? null : "CVL", null, Office.None, null, null)]);
            AddForms(Forms(cells, 3), people);
            foreach (var seat in Forms(cells, 4))
                AddEntry(seat, new ActorEntry(EntryKind.Seat, seat, [new Standing(code, "GOV", null, Office.None, null, null)]));
        }
    }

    private void LoadPlaces()
    {
        foreach (var cells in Rows("Actors/places.tsv"))
            foreach (var place in Forms(cells, 1))
                AddEntry(place, new ActorEntry(EntryKind.Place, place, [new Standing(cells[0], null, null, Office.None, null, null)]));
    }

    private void LoadBodies()
    {
        foreach (var (form, entry) in ActorFile.Entries(Rows("Actors/bodies.tsv"))) AddEntry(form, entry);
    }

    private void LoadRoles()
    {
        foreach (var cells in Rows("Actors/roles.tsv"))
        {
            var kind = Enum.Parse<RoleKind>(cells[2], ignoreCase: true);
            var office = Cell(cells, 3) is { } name ? Enum.Parse<Office>(name, ignoreCase: true) : Office.None;
            foreach (var form in Forms(cells, 0))
            {
                var one = new ActorEntry(EntryKind.Role, form, [new Standing(Cell(cells, 4), NullForDash(cells[1]), null, office, null, null)], kind);
                AddEntry(form, one);
                if (kind == RoleKind.Person)
                    AddEntry(Plural(form), one with { RoleKind = RoleKind.People, IsPlural = true });
                else
                    AddEntry(Plural(form), one);
            }
        }
    }

    private void LoadLeaders()
    {
        var terms = new Dictionary<string, (HashSet<string> Forms, List<Standing> Terms)>(StringComparer.Ordinal);
        foreach (var file in ResourceNames("Actors/leaders"))
            foreach (var cells in Rows(file))
            {
                var office = Enum.Parse<Office>(cells[1], ignoreCase: true);
                var term = new Standing(cells[0], NullForDash(Cell(cells, 6) ?? "GOV"), cells[2], office, ActorFile.FirstDay(Cell(cells, 4)), ActorFile.LastDay(Cell(cells, 5)));
                var forms = cells[3].Split('|');
                if (!terms.TryGetValue(forms[0], out var own)) terms.Add(forms[0], own = (new(StringComparer.Ordinal), []));
                own.Forms.UnionWith(forms);
                own.Terms.Add(term);
            }
        foreach (var (name, (forms, own)) in terms.OrderBy(t => t.Key, StringComparer.Ordinal))
        {
            var leader = new ActorEntry(EntryKind.Person, name, [.. own.OrderBy(t => t.From ?? LocalDate.MinIsoValue)]);
            Leaders.Add(leader);
            AddForms(forms, leader);
            foreach (var form in forms)
                if (form[(form.LastIndexOf(' ') + 1)..] is var surname && !_stateNames.Contains(surname)) ListSurname(surname, leader);
            foreach (var term in leader.Standings)
            {
                var key = (term.Code!, term.Office);
                if (!_holders.TryGetValue(key, out var holders)) _holders.Add(key, holders = []);
                holders.Add((leader, term));
            }
        }
    }

    private void ListSurname(string surname, ActorEntry leader)
    {
        var key = NamePieces.Key(surname);
        if (!_leadersBySurname.TryGetValue(key, out var all)) _leadersBySurname.Add(key, all = []);
        if (!all.Contains(leader)) all.Add(leader);
    }

    private void AddForms(IEnumerable<string> forms, ActorEntry entry)
    {
        foreach (var form in forms) AddEntry(form, entry);
    }

    private void AddEntry(string form, ActorEntry entry) => Names.Add(form, entry);

    /// <summary>English plural of a phrase whose head is its last word, or the word before "of", "for" or "in".</summary>
    internal static string Plural(string form)
    {
        int split = form.Length;
        foreach (var link in (string[])[" of ", " for ", " in ", "-in-"])
            if (form.IndexOf(link, StringComparison.Ordinal) is > 0 and int at && at < split) split = at;
        var (head, rest) = (form[..split], form[split..]);
        string plural = head.EndsWith("man", StringComparison.Ordinal) && !head.EndsWith("human", StringComparison.Ordinal) ? head[..^3] + "men"
            : head.EndsWith("person", StringComparison.Ordinal) && head.Contains("spokes", StringComparison.Ordinal) ? head + "s"
            : head.EndsWith('y') && head.Length > 1 && !"aeiou".Contains(head[^2]) ? head[..^1] + "ies"
            : head.EndsWith('s') || head.EndsWith("ch", StringComparison.Ordinal) || head.EndsWith("sh", StringComparison.Ordinal) ? head + "es"
            : head.EndsWith('f') && head.EndsWith("thief", StringComparison.Ordinal) ? head[..^1] + "ves"
            : head + "s";
        return plural + rest;
    }

    internal static IEnumerable<string[]> Rows(string resource)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)
            ?? throw new FileNotFoundException($"The lexicon {resource} is missing from the assembly.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            if (line.Length > 0 && line[0] != '#') yield return line.Split('\t');
    }

    private static IEnumerable<string> ResourceNames(string prefix) => Assembly.GetExecutingAssembly().GetManifestResourceNames()
        .Where(n => n.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    private static string? Cell(string[] cells, int index) => index < cells.Length && cells[index].Trim().Length > 0 ? cells[index].Trim() : null;

    private static string[] Forms(string[] cells, int index) => Cell(cells, index)?.Split('|') ?? [];

    private static string? NullForDash(string cell) => cell is "-" or "" ? null : cell;
}
