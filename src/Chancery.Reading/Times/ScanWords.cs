using System.Globalization;
using Chancery.Reports;

namespace Chancery.Reading.Times;

/// <summary>
/// A light scan of text into words: no tags, no sentences, one pass. Numbers in words ("twenty-four", "nineteen ninety-six") and
/// names of several words ("more than") become one word. The same characters give the same words wherever the scan begins.
/// </summary>
internal sealed class ScanWords(TimeLexicon lexicon)
{
    private const int LongestName = 24;

    /// <summary>The words of a stretch of text, appended to a list.</summary>
    public void Scan(string text, Span span, List<TimeWord> words)
    {
        int first = words.Count;
        int at = span.Start;
        while (at < span.End)
        {
            char c = text[at];
            if (char.IsWhiteSpace(c)) { at++; continue; }
            at = char.IsAsciiDigit(c) || (IsApostrophe(c) && Digits(text, at + 1, span.End) is 2 && !WordBefore(text, at))
                ? Numeral(text, at, span.End, words)
                : char.IsLetter(c) ? Letters(text, at, span.End, words) : Mark(text, at, span.End, words);
        }
        Fold(text, words, first);
    }

    private int Letters(string text, int at, int end, List<TimeWord> words)
    {
        int stop = at + 1;
        while (stop < end && (char.IsLetter(text[stop]) || InnerApostrophe(text, stop, end))) stop++;
        // Q3
        if (stop - at == 1 && text[at] is 'q' or 'Q' && stop < end && char.IsAsciiDigit(text[stop]) && (stop + 1 >= end || !char.IsLetterOrDigit(text[stop + 1]))) stop++;
        if (stop - at > LongestName) { words.Add(new TimeWord(at, stop, null, 0)); return stop; }
        bool capital = char.IsUpper(text[at]);
        if (stop < end && text[stop] == '.')
        {
            int dotted = Dotted(text, at, stop, end);
            if (Find(text.AsSpan(at, dotted - at), capital) is { } abbreviation && abbreviation.Senses.Length > 0)
            {
                words.Add(new TimeWord(at, dotted, abbreviation, 0));
                return dotted;
            }
        }
        words.Add(new TimeWord(at, stop, Find(text.AsSpan(at, stop - at), capital), 0));
        return stop;
    }

    /// <summary>The end of an abbreviation: "Oct.", "a.m.", "B.C." with its last full stop.</summary>
    private static int Dotted(string text, int at, int stop, int end)
    {
        int dotted = stop + 1;
        while (dotted - at <= 8 && dotted + 1 < end && char.IsLetter(text[dotted]) && text[dotted + 1] == '.') dotted += 2;
        if (stop - at == 1 && dotted < end && char.IsLetter(text[dotted]) && (dotted + 1 >= end || !char.IsLetter(text[dotted + 1])))
            dotted++;
        return dotted;
    }

    private WordEntry? Find(ReadOnlySpan<char> word, bool capital)
    {
        if (word.Length > LongestName) return null;
        Span<char> lower = stackalloc char[LongestName];
        int length = word.ToLowerInvariant(lower);
        var entries = capital ? lexicon.Words : lexicon.LowerWords;
        return entries.TryGetValue(lower[..length], out var entry) ? entry : null;
    }

    private int Mark(string text, int at, int end, List<TimeWord> words)
    {
        int stop = at + 1;
        if (IsApostrophe(text[at]) && stop < end && text[stop] is 's' or 'S' && (stop + 1 >= end || !char.IsLetterOrDigit(text[stop + 1])))
        {
            words.Add(new TimeWord(at, stop + 1, lexicon.Words.TryGetValue("'s", out var possessive) ? possessive : null, 0));
            return stop + 1;
        }
        bool tied = at > 0 && stop < end && char.IsLetterOrDigit(text[at - 1]) && char.IsLetterOrDigit(text[stop]);
        var mark = text[at] is '-' or '‐' or '‑' or '–' && !tied ? null : Find(text[at] is '‐' or '‑' or '–' ? "-" : text.AsSpan(at, 1), true);
        words.Add(new TimeWord(at, stop, mark, 0));
        return stop;
    }

    private int Numeral(string text, int at, int end, List<TimeWord> words)
    {
        var (shape, stop, number) = Numerals.Read(text, at, end);
        words.Add(new TimeWord(at, stop, shape is { } s ? lexicon.Of(s) : null, number));
        return stop;
    }

    private static bool IsApostrophe(char c) => c is '\'' or '’' or '`';

    private static bool InnerApostrophe(string text, int at, int end) =>
        text[at] is '\'' or '’' && at + 1 < end && char.IsLetter(text[at + 1])
        && !(text[at + 1] is 's' or 'S' && (at + 2 >= end || !char.IsLetter(text[at + 2])));

    private static bool WordBefore(string text, int at) => at > 0 && char.IsLetterOrDigit(text[at - 1]);

    private static int Digits(string text, int at, int end)
    {
        int n = 0;
        while (at + n < end && char.IsAsciiDigit(text[at + n])) n++;
        return n;
    }

    /// <summary>Puts numbers and names of several words together, in place.</summary>
    private void Fold(string text, List<TimeWord> words, int first)
    {
        int to = first, at = first;
        while (at < words.Count)
        {
            var word = words[at];
            int taken = 1;
            if (word.Entry is { } entry)
            {
                var number = NumberWords.Read(text, words, at);
                var name = NameFrom(text, words, at);
                if (name is { } longer && longer.Words > number.Words)
                {
                    taken = longer.Words;
                    word = new TimeWord(word.Start, words[at + taken - 1].End, longer.Entry, 0);
                }
                else if (number.Words > 0)
                {
                    taken = number.Words;
                    // a word alone keeps what else it can be: "second" is a part of a minute too
                    var folded = taken == 1 ? entry : lexicon.Of(number.IsYear ? NumberShape.FourDigits : ShapeOf(number.Value, number.IsOrdinal));
                    word = new TimeWord(word.Start, words[at + taken - 1].End, folded, number.Value);
                }
            }
            words[to++] = word;
            at += taken;
        }
        words.RemoveRange(to, words.Count - to);
    }

    private static NumberShape ShapeOf(double value, bool ordinal) => ordinal
        ? value <= 31 ? NumberShape.OrdinalDay : NumberShape.Ordinal
        : value <= 12 ? NumberShape.UpToTwelve : value <= 24 ? NumberShape.UpToTwentyFour
        : value <= 31 ? NumberShape.UpToThirtyOne : NumberShape.Number;

    private (int Words, WordEntry Entry)? NameFrom(string text, List<TimeWord> words, int at)
    {
        Span<char> lower = stackalloc char[LongestName];
        var span = text.AsSpan(words[at].Start, words[at].End - words[at].Start);
        if (span.Length > LongestName) return null;
        int length = span.ToLowerInvariant(lower);
        if (!lexicon.Folded.TryGetValue(lower[..length], out var names)) return null;
        foreach (var (rest, entry) in names)
        {
            if (at + rest.Length >= words.Count) continue;
            bool fits = true;
            for (int i = 0; fits && i < rest.Length; i++)
            {
                var next = words[at + 1 + i];
                fits = text.AsSpan(next.Start, next.End - next.Start).Equals(rest[i], StringComparison.OrdinalIgnoreCase)
                    || (rest[i] == "'s" && next.End - next.Start == 2 && text[next.Start] == '’');
            }
            if (fits) return (rest.Length + 1, entry);
        }
        return null;
    }
}
