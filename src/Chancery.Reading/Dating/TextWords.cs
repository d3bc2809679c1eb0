using System.Collections.Frozen;
using Chancery.Reports;

namespace Chancery.Reading.Dating;

/// <summary>What a word tells of the time of an event. The words stand in <c>Dating/cues.tsv</c>.</summary>
[Flags]
internal enum Cue : uint
{
    None = 0,
    DeathNoun = 1 << 0, KillVerb = 1 << 1, KillActive = 1 << 2, Died = 1 << 3, Be = 1 << 4, Late = 1 << 5,
    Future = 1 << 6, Unsure = 1 << 7, Upcoming = 1 << 8, After = 1 << 9, Held = 1 << 10, Won = 1 << 11, Signed = 1 << 12,
    Former = 1 << 13, Reporting = 1 << 14, Clause = 1 << 15, Past = 1 << 16, Blocking = 1 << 17, Scheduling = 1 << 18,
    BornWord = 1 << 19, Anniversary = 1 << 20, Negative = 1 << 21, Title = 1 << 22, TimeName = 1 << 23, Attempt = 1 << 24, Coming = 1 << 25,
}

/// <summary>A word, a number or a mark of a report. A hyphen parts words; "'s" is a word of its own.</summary>
/// <param name="Id">The word's number in the <see cref="Vocabulary"/>, below zero where it is not in it.</param>
/// <param name="Number">Its value, for a number of at most four digits; else below zero.</param>
/// <param name="Quoted">Whether it stands between double quotation marks.</param>
internal readonly record struct Word(Span Span, int Id, Cue Cues, int Number, char First, bool Quoted)
{
    public bool Is(Cue cue) => (Cues & cue) != 0;
    public bool IsMark => !char.IsLetterOrDigit(First) && First != '\'';
    public bool IsCapitalised => char.IsUpper(First);
}

/// <summary>A sentence: a range of words inside one paragraph.</summary>
/// <param name="Opens">Whether it belongs to the title, the standfirst or the first two paragraphs: the news itself.</param>
internal readonly record struct WordSentence(int First, int End, ParagraphRole Role, int Paragraph, bool Opens);

/// <summary>The words that dating knows, with diacritics folded, each with a number and its cues.</summary>
internal sealed class Vocabulary
{
    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _ids;
    private readonly Cue[] _cues;

    public Vocabulary(IEnumerable<string> words)
    {
        var cues = new Dictionary<string, Cue>(StringComparer.Ordinal);
        foreach (var row in Lexicon.Rows("Dating/cues.tsv", 2))
            foreach (var word in row[1].Split(' '))
                cues[word] = cues.GetValueOrDefault(word) | Enum.Parse<Cue>(row[0]);
        foreach (var word in words) cues.TryAdd(word, Cue.None);
        var ordered = cues.OrderBy(pair => pair.Key, StringComparer.Ordinal).ToArray();
        _cues = [.. ordered.Select(pair => pair.Value)];
        _ids = ordered.Select((pair, id) => (pair.Key, id)).ToFrozenDictionary(p => p.Key, p => p.id, StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public int Count => _cues.Length;

    /// <summary>Below zero for a word that is not in it.</summary>
    public int IdOf(ReadOnlySpan<char> folded) => _ids.TryGetValue(folded, out int id) ? id : -1;

    public Cue CuesOf(int id) => id < 0 ? Cue.None : _cues[id];

    /// <summary>Lower case without diacritics, at most as long as the target; gives the length.</summary>
    public static int Fold(ReadOnlySpan<char> word, Span<char> target)
    {
        int length = Math.Min(word.Length, target.Length);
        for (int i = 0; i < length; i++)
        {
            char c = char.ToLowerInvariant(word[i]);
            target[i] = c < 0x80 ? c : Plain(c);
        }
        return length;
    }

    private static char Plain(char c) => c switch
    {
        'á' or 'à' or 'â' or 'ä' or 'ã' or 'å' or 'ā' or 'ă' or 'ą' => 'a',
        'ç' or 'ć' or 'č' => 'c',
        'é' or 'è' or 'ê' or 'ë' or 'ė' or 'ē' or 'ę' or 'ě' => 'e',
        'í' or 'ì' or 'î' or 'ï' or 'ī' or 'ı' => 'i',
        'ñ' or 'ń' or 'ň' => 'n',
        'ó' or 'ò' or 'ô' or 'ö' or 'õ' or 'ø' or 'ō' or 'ő' => 'o',
        'ú' or 'ù' or 'û' or 'ü' or 'ū' or 'ů' or 'ű' => 'u',
        'ý' or 'ÿ' => 'y',
        'š' or 'ş' or 'ś' or 'ș' => 's',
        'ž' or 'ż' or 'ź' => 'z',
        'ğ' => 'g', 'ł' => 'l', 'ř' => 'r', 'ť' or 'ț' or 'ţ' => 't', 'ď' or 'đ' => 'd', '’' => '\'',
        _ => c,
    };
}

/// <summary>The words and sentences of a report, for dating: all that may tell of time, and no promotion.</summary>
internal sealed class TextWords
{
    private readonly List<Word> _words = [];
    private readonly List<WordSentence> _sentences = [];
    private readonly Vocabulary _vocabulary;

    public TextWords(Report report, Vocabulary vocabulary)
    {
        (Text, _vocabulary) = (report.Text, vocabulary);
        int body = 0;
        for (int i = 0; i < report.Paragraphs.Count; i++)
        {
            var paragraph = report.Paragraphs[i];
            if (!paragraph.IsRead) continue;
            bool opens = paragraph.Role is ParagraphRole.Title or ParagraphRole.Standfirst || (paragraph.Role == ParagraphRole.Body && ++body <= 2);
            Scan(paragraph, i, opens);
        }
    }

    public string Text { get; }
    public IReadOnlyList<Word> Words => _words;
    public IReadOnlyList<WordSentence> Sentences => _sentences;
    public int Count => _words.Count;
    public Word this[int word] => _words[word];

    /// <summary>The first and the last word inside a span; null where none is, as in promotion.</summary>
    public (int First, int Last)? RangeOf(Span span)
    {
        int first = FirstFrom(span.Start), last = FirstFrom(span.End) - 1;
        return first <= last ? (first, last) : null;
    }

    /// <summary>The first word that begins at an offset or after it.</summary>
    private int FirstFrom(int offset)
    {
        int low = 0, high = _words.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_words[middle].Span.Start < offset) low = middle + 1; else high = middle;
        }
        return low;
    }

    /// <summary>The text from one word to another, both included.</summary>
    public Span Cover(int first, int last) => _words[first].Span.Cover(_words[last].Span);

    /// <summary>A word of the report in lower case, without diacritics.</summary>
    public string Folded(int word)
    {
        var span = _words[word].Span.Of(Text);
        Span<char> folded = stackalloc char[Math.Min(span.Length, 64)];
        return folded[..Vocabulary.Fold(span, folded)].ToString();
    }

    private void Scan(Paragraph paragraph, int index, bool opens)
    {
        int at = paragraph.Span.Start, first = _words.Count;
        bool quoted = false;
        while (at < paragraph.Span.End)
        {
            char c = Text[at];
            if (char.IsWhiteSpace(c)) { at++; continue; }
            int end = c is '\'' or '’' && IsPossessive(at, paragraph.Span.End) ? at + 2 : EndOfWord(at, paragraph.Span.End);
            if (c is '"' or '“' or '”') quoted = c == '“' || (c == '"' && !quoted);
            Add(new Span(at, end), quoted);
            at = end;
            if (_words[^1].First is not ('.' or '!' or '?') || !EndsSentence(at, paragraph.Span.End)) continue;
            EndSentence();
        }
        EndSentence();

        void EndSentence()
        {
            if (_words.Count > first) _sentences.Add(new WordSentence(first, _words.Count, paragraph.Role, index, opens));
            first = _words.Count;
        }
    }

    private void Add(Span span, bool quoted)
    {
        Span<char> folded = stackalloc char[32];
        var word = span.Of(Text);
        int id = word.Length > folded.Length ? -1 : _vocabulary.IdOf(folded[..Vocabulary.Fold(word, folded)]);
        int number = char.IsAsciiDigit(word[0]) && word.Length <= 4 && int.TryParse(word, null, out int value) ? value : -1;
        var cues = word is "May" ? Cue.TimeName : _vocabulary.CuesOf(id); // the month, not what may be
        _words.Add(new Word(span, id, cues, number, word[0], quoted));
    }

    private bool IsPossessive(int at, int end) =>
        at + 1 < end && Text[at + 1] == 's' && (at + 2 >= end || !char.IsLetter(Text[at + 2])) && at > 0 && char.IsLetter(Text[at - 1]);

    private int EndOfWord(int at, int end)
    {
        int start = at;
        if (char.IsAsciiDigit(Text[at]))
        {
            while (at < end && char.IsAsciiDigit(Text[at])) at++;
            return at;
        }
        if (!char.IsLetter(Text[at])) return at + (char.IsSurrogatePair(Text, at) ? 2 : 1);
        while (at < end && char.IsLetter(Text[at])) at++;
        if (at - start == 1)
        {
            // "U.S.", "J.R.R.": single letters with full stops are one word
            while (at + 1 < end && Text[at] == '.' && char.IsLetter(Text[at + 1]) && !(at + 2 < end && char.IsLetter(Text[at + 2]))) at += 2;
            if (at - start > 1 && at < end && Text[at] == '.') at++;
        }
        if (at < end && Text[at] is '\'' or '’' && at + 1 < end && char.IsLetter(Text[at + 1]) && !IsPossessive(at, end))
        {
            at++;
            while (at < end && char.IsLetter(Text[at])) at++;
        }
        return at;
    }

    private static readonly FrozenSet<string> Abbreviations = new[]
    {
        "mr", "mrs", "ms", "dr", "gen", "lt", "col", "maj", "sgt", "capt", "adm", "sen", "rep", "gov", "st", "jr", "sr", "prof", "rev", "hon",
        "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec", "no", "vs", "etc", "inc", "corp", "ltd", "co",
    }.ToFrozenSet(StringComparer.Ordinal);

    private bool EndsSentence(int at, int end)
    {
        if (_words.Count > 1 && _words[^1].First == '.')
        {
            var before = _words[^2];
            if (before.Span.End == _words[^1].Span.Start && before.IsCapitalised
                && (before.Span.Length == 1 || (before.Span.Length <= 5 && Abbreviations.Contains(Folded(_words.Count - 2))))) return false;
        }
        while (at < end && Text[at] is '"' or '”' or '’' or '\'' or ')') at++;
        if (at >= end) return true;
        if (!char.IsWhiteSpace(Text[at])) return false;
        while (at < end && (char.IsWhiteSpace(Text[at]) || Text[at] is '"' or '“' or '‘' or '\'' or '(')) at++;
        return at >= end || !char.IsLower(Text[at]);
    }
}
