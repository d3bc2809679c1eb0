using System.Reflection;
using Chancery.Reports;

namespace Chancery.Reading.Times;

/// <summary>The tables of this folder, compiled: reads the phrases of a text. Composed once, used by any number of threads.</summary>
internal sealed class TimeReader
{
    private readonly TimeGrammar _grammar;
    private readonly ScanWords _scan;
    private readonly GrammarSymbols _symbols = new();

    /// <summary>The tables that come with the product.</summary>
    public static readonly TimeReader BuiltIn = new();

    /// <exception cref="FormatException">A table is broken; the message says where.</exception>
    public TimeReader()
    {
        Holidays = new Holidays(Table("holidays.tsv"));
        _grammar = new TimeGrammar(Table("patterns.tsv"), _symbols);
        _scan = new ScanWords(new TimeLexicon(Table("names.tsv"), Holidays.Names, _symbols.Literals));
    }

    public Holidays Holidays { get; }

    /// <summary>Adds the phrases of a stretch of text that lies within one paragraph: the longest at each place, in order, not overlapping.</summary>
    public void Read(string text, Span span, List<TimePhrase> found)
    {
        var words = new List<TimeWord>();
        _scan.Scan(text, span, words);
        var matcher = new MatchPatterns(_grammar);
        for (int at = 0; at < words.Count;)
        {
            if (words[at].Entry is null || matcher.At(words, at, (meaning, symbol, word) => MayEnd(text, words, meaning, symbol, word)) is not { } match
                || !MayBegin(text, words, match))
            {
                at++;
                continue;
            }
            found.Add(TimePhrase.Read(text, words, match, _symbols));
            at += match.Count;
        }
    }

    /// <summary>"two days before" counts from a time told before only where nothing follows that it could count from.</summary>
    private static bool MayEnd(string text, List<TimeWord> words, Meaning meaning, int symbol, int word)
    {
        if (meaning is not (Meaning.Distance or Meaning.Resumed) || symbol is not ((int)WordClass.Before or (int)WordClass.After)) return true;
        int next = words[word].End;
        while (next < text.Length && text[next] is ' ' or '"' or '”') next++;
        return next >= text.Length || text[next] is '.' or ',' or ';' or ')' or '\n' or '\r' or ':';
    }

    /// <summary>"talked about yesterday", "under the 1982 treaty": what shades a length is a word of the sentence before a day or a year.</summary>
    private static bool MayBegin(string text, List<TimeWord> words, PatternMatch match)
    {
        if (match.Meaning is not (Meaning.Calendar or Meaning.Pointed) || match.Symbols[0] != (int)WordClass.Mod || match.Count < 2) return true;
        var mod = text.AsSpan(words[match.First].Start, words[match.First].End - words[match.First].Start);
        if (mod.Equals("under", StringComparison.OrdinalIgnoreCase) || mod.Equals("close to", StringComparison.OrdinalIgnoreCase)) return false;
        return match.Symbols[1] is not ((int)WordClass.DayName or (int)WordClass.Weekday or (int)WordClass.Tonight or (int)WordClass.This or (int)WordClass.Last or (int)WordClass.Next);
    }

    private static List<string[]> Table(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Times/" + name)
            ?? throw new FileNotFoundException($"The table Times/{name} is not in the assembly.");
        using var reader = new StreamReader(stream);
        var rows = new List<string[]>();
        while (reader.ReadLine() is { } line)
            if (line.Length > 0 && line[0] != '#') rows.Add(line.Split('\t'));
        return rows;
    }
}
