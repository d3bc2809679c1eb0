using Chancery.Reports;
using NodaTime;

namespace Chancery.Reading.Actors;

/// <summary>A person's name in a sentence: words <c>[First, End)</c>, without title and role.</summary>
/// <param name="Courtesy">Mr, Mrs, Ms … before it, as it stands; null for none.</param>
internal sealed record PersonName(int First, int End, string? Courtesy, ActorEntry? Known)
{
    public PersonRole? Role { get; internal set; }

    /// <summary>Whether it goes on a list that a plural title began: "Senators A, B and C".</summary>
    public bool InList { get; init; }

    /// <summary>The state that words behind the name give: "of Benin", "from Kenya".</summary>
    public string? Origin { get; set; }

    /// <summary>The person it was gathered to.</summary>
    public Draft? Who { get; set; }
}

/// <summary>What the words beside a name say of the person.</summary>
/// <param name="First">The first word of the role, without its country.</param>
internal sealed record PersonRole(string Role, string? Code, string? Sector, int First, int End, Office Office);

/// <summary>A sentence with what the lexicon found in it and the persons named in it.</summary>
internal sealed class SentenceScan
{
    private readonly int[] _foundAt;
    private readonly PersonName?[] _personAt;
    private readonly bool[] _inRole;

    public SentenceScan(string text, Sentence sentence, int index, ActorLexicon lexicon, LocalDate? day)
    {
        (Text, Sentence, Index, Lexicon, Day) = (text, sentence, index, lexicon, day);
        Found = lexicon.Names.Scan(text, sentence);
        Found.RemoveAll(IsPartOfName);
        for (int i = 0; i < Found.Count; i++)
            if (Found[i].Entries.Count > 1 && AmongPlaces(Found[i]) is { } place) Found[i] = Found[i] with { Entries = [place] };
        IsTitleCase = MostlyCapitals(text, sentence);
        _foundAt = new int[sentence.Words.Length];
        _personAt = new PersonName?[sentence.Words.Length];
        _inRole = new bool[sentence.Words.Length];
        Array.Fill(_foundAt, -1);
        for (int i = 0; i < Found.Count; i++)
            Array.Fill(_foundAt, i, Found[i].First, Found[i].End - Found[i].First);
    }

    /// <summary>"Georgia" beside Florida is the one in America.</summary>
    private ActorEntry? AmongPlaces(Found found)
    {
        foreach (var entry in found.Entries)
            if (entry.Kind == EntryKind.Place && Found.Exists(o => o != found && o.Entry.Kind == EntryKind.Place && o.Entry.On(Day).Code == entry.On(Day).Code)) return entry;
        return null;
    }

    /// <summary>"al-Sahrawi", "el-Masri": no adjective but part of a person's name.</summary>
    private bool IsPartOfName(Found found)
    {
        if (found.Entry.Kind is not (EntryKind.Adjective or EntryKind.State or EntryKind.Place or EntryKind.Seat)) return false;
        int i = found.First - 1;
        return i > 0 && Is(i, "-") && (Is(i - 1, "al") || Is(i - 1, "el") || Is(i - 1, "ul") || Is(i - 1, "ad"))
            || Word(found.First).StartsWith("al-", StringComparison.OrdinalIgnoreCase) && found.Entry.Kind == EntryKind.Adjective;
    }

    public string Text { get; }
    public Sentence Sentence { get; }
    public int Index { get; }
    public ActorLexicon Lexicon { get; }
    public LocalDate? Day { get; }
    public List<Found> Found { get; }
    /// <summary>A headline in title case, or all in capitals: there a capital tells nothing.</summary>
    public bool IsTitleCase { get; }
    public List<PersonName> Persons { get; } = [];

    /// <summary>Capitalised names that nothing in their sentence makes a person's.</summary>
    public List<(int First, int End)> Possible { get; } = [];

    /// <summary>Single capitalised words that are no names we know.</summary>
    public List<int> Lone { get; } = [];

    /// <summary>Names that end in a noun for a body and that the lexicon does not have.</summary>
    public List<(int First, int End)> Bodies { get; } = [];

    public int Count => Sentence.Words.Length;

    public ReadOnlySpan<char> Word(int i) => Sentence.Words[i].Span.Of(Text);

    public bool Is(int i, string lower) => (uint)i < (uint)Count && Word(i).Equals(lower, StringComparison.OrdinalIgnoreCase);

    public bool IsAny(int i, HashSet<string>.AlternateLookup<ReadOnlySpan<char>> words) => (uint)i < (uint)Count && words.Contains(Word(i));

    public Upos Tag(int i) => (uint)i < (uint)Count ? Sentence.Words[i].Upos : Upos.X;

    public bool Capital(int i) => (uint)i < (uint)Count && char.IsUpper(Word(i)[0]);

    /// <summary>What the lexicon found at a word.</summary>
    public Found? At(int i) => (uint)i < (uint)Count && _foundAt[i] >= 0 ? Found[_foundAt[i]] : null;

    public ActorEntry? EntryAt(int i) => At(i)?.Entry;

    /// <summary>The match that ends just before a word.</summary>
    public Found? EndingAt(int end) => At(end - 1) is { } f && f.End == end ? f : null;

    public PersonName? PersonAt(int i) => (uint)i < (uint)Count ? _personAt[i] : null;

    public void Add(PersonName name)
    {
        Persons.Add(name);
        Array.Fill(_personAt, name, name.First, name.End - name.First);
    }

    /// <summary>Gives a person a role; its words are then no common noun of their own.</summary>
    public void Give(PersonName name, PersonRole? role)
    {
        name.Role = role;
        if (role is not null) Array.Fill(_inRole, true, role.First, role.End - role.First);
    }

    public bool IsInRole(Found found) => _inRole[found.First] && _inRole[found.End - 1];

    public Span Cover(int first, int end) => new(Sentence.Words[first].Span.Start, Sentence.Words[end - 1].Span.End);

    public string Cut(int first, int end) => Cover(first, end).Cut(Text);

    private static bool MostlyCapitals(string text, Sentence sentence)
    {
        int words = 0, capitals = 0;
        foreach (var word in sentence.Words)
            if (word.Span.Length > 3 && char.IsLetter(text[word.Span.Start]))
            {
                words++;
                if (char.IsUpper(text[word.Span.Start])) capitals++;
            }
        return words > 2 && capitals * 10 >= words * 7;
    }

    /// <summary>The word of a range that the others hang on: the first whose head lies outside.</summary>
    public int HeadOf(int first, int end)
    {
        for (int i = first; i < end; i++)
            if (Sentence.Words[i].Head < first || Sentence.Words[i].Head >= end)
                if (Sentence.Words[i].Upos is not (Upos.PUNCT or Upos.DET or Upos.ADP)) return i;
        return end - 1;
    }
}
