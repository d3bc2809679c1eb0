using Chancery.Reports;
using NodaTime;

namespace Chancery.Reading.Actors;

/// <summary>
/// Finds the states, bodies, groups and persons of a report, what they are at its date, and all their mentions, pronouns and
/// common nouns among them.
/// </summary>
public sealed class FindActors(ActorLexicon lexicon) : Annotator<Actor>
{
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> PlaceWords = FindPersonNames.Words(
        "in In at At near Near from From to To outside around across via into toward towards between through leaving off inside throughout");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> CountryNouns = FindPersonNames.Words(
        "countries nations sides states neighbors neighbours governments allies rivals country nation kingdom");

    public override Layer<Actor> Gives => Layers.Actors;
    public override IReadOnlyList<Layer> Needs { get; } = [Layers.Sentences, Layers.Published];

    public override IReadOnlyList<Actor> Annotate(AnnotatedReport report)
    {
        var text = report.Report.Text;
        var published = report.Published.Date;
        var cast = new Cast(lexicon, published);
        var scans = new List<SentenceScan>();
        foreach (var sentence in report.Get(Layers.Sentences))
        {
            if (report.Report.ParagraphAt(sentence.Span.Start) is { IsRead: false }) continue;
            var scan = new SentenceScan(text, sentence, scans.Count, lexicon, published);
            FindPersonNames.Find(scan);
            scans.Add(scan);
        }
        FindPersonNames.FindLater(scans);
        foreach (var scan in scans)
        {
            AddRoles(scan);
            foreach (var found in scan.Found)
                if (found.Entry.Kind is not (EntryKind.Role or EntryKind.Person) && found.Entry.On(published).Code is { } code && lexicon.State(code) is not null)
                    cast.CountState(code);
        }
        var persons = new GatherPersons(cast, scans);
        foreach (var scan in scans) Read(cast, persons, scan);
        GiveStates.To(cast, scans);
        return cast.Finish();
    }

    private static void AddRoles(SentenceScan scan)
    {
        PersonName? before = null;
        foreach (var name in scan.Persons)
        {
            scan.Give(name, ReadRoles.Read(scan, name) ?? (name.InList ? before?.Role : null));
            name.Origin = ReadRoles.Origin(scan, name.End);
            before = name;
        }
    }

    private static void Read(Cast cast, GatherPersons persons, SentenceScan scan)
    {
        int bodies = 0;
        for (int i = 0; i < scan.Count; i++)
        {
            while (bodies < scan.Bodies.Count && scan.Bodies[bodies].First < i) bodies++;
            if (scan.PersonAt(i) is { } name)
            {
                AddPerson(cast, persons, scan, name);
                i = name.End - 1;
            }
            else if (bodies < scan.Bodies.Count && scan.Bodies[bodies].First == i)
            {
                AddBody(cast, scan, scan.Bodies[bodies]);
                i = scan.Bodies[bodies++].End - 1;
            }
            else if (scan.At(i) is { } found)
            {
                AddFound(cast, persons, scan, found);
                i = found.End - 1;
            }
            else if (scan.Tag(i) == Upos.PRON || scan.Tag(i) == Upos.DET)
                ResolvePronouns.Read(cast, scan, i);
            else if (scan.IsAny(i, CountryNouns))
                ResolvePronouns.Countries(cast, scan, i);
            else if (scan.Tag(i) == Upos.PROPN && persons.ByLoneWord(scan, i) is { } lone)
            {
                cast.Mention(lone, scan, i, i + 1);
                GatherPersons.LearnLater(lone, scan, i);
            }
        }
    }

    private static void AddPerson(Cast cast, GatherPersons persons, SentenceScan scan, PersonName name)
    {
        var draft = persons.Of(scan, name);
        int first = name.First;
        if (name.Role is { } role)
        {
            if (role.First < name.First && role.End == name.First) first = role.First;
            else if (role.First >= name.End) cast.Mention(draft, scan, role.First, role.End);
        }
        if (name.Courtesy is not null && first == name.First) first--;
        cast.Mention(draft, scan, first, name.End, scan.HeadOf(name.First, name.End), false);
    }

    /// <summary>A body without an entry: of the state that stands before its name, and of the sector its last noun tells.</summary>
    private static void AddBody(Cast cast, SentenceScan scan, (int First, int End) body)
    {
        scan.Lexicon.IsOrganisationNoun(scan.Word(body.End - 1).ToString().ToLowerInvariant(), out var sector);
        int owner = scan.Is(body.First - 1, "'s") || scan.Is(body.First - 1, "’s") ? body.First - 2 : body.First - 1;
        var code = scan.EntryAt(owner) is { Kind: EntryKind.State or EntryKind.Adjective or EntryKind.Place or EntryKind.Seat } entry ? entry.On(cast.Day).Code : null;
        var draft = cast.Noun(scan.Cut(body.First, body.End), ActorKind.Body, code, sector == "-" ? null : sector, plural: false);
        cast.Mention(draft, scan, body.First, body.End);
    }

    private static void AddFound(Cast cast, GatherPersons persons, SentenceScan scan, Found found)
    {
        var entry = found.Entry;
        if (entry.Kind == EntryKind.Nothing) return;
        if (entry.Kind == EntryKind.Role)
        {
            if (scan.IsAny(found.End - 1, CountryNouns) && ResolvePronouns.Countries(cast, scan, found.End - 1)) return;
            if (!scan.IsInRole(found)) ReadCommonNouns.Read(cast, scan, found);
            return;
        }
        if (found.End == found.First + 1 && entry.Kind is EntryKind.State or EntryKind.Seat or EntryKind.Place && persons.ByLoneWord(scan, found.First) is { } person)
        {
            cast.Mention(person, scan, found.First, found.End);
            return;
        }
        bool place = entry.Kind == EntryKind.Seat && entry.Name is not ("White House" or "Kremlin") && scan.IsAny(found.First - 1, PlaceWords);
        var draft = place && entry.On(cast.Day).Code is { } code ? cast.State(code) : cast.Of(entry);
        cast.Mention(draft, scan, found.First, found.End, entry.Kind == EntryKind.Adjective);
    }
}
