using System.Collections.Frozen;
using Chancery.Reports;

namespace Chancery.Reading.Syntax.Words;

/// <summary>Cuts a stretch of text into syntactic words by the conventions of UD English.</summary>
internal static class FindWords
{
    private static readonly FrozenSet<string> Abbreviations = FrozenSet.ToFrozenSet(
        "mr mrs ms dr prof sr jr st gen col lt maj capt sgt cpl adm sen rep gov hon rev pres jan feb mar apr jun jul aug sep sept oct nov dec no vs inc corp co ltd bros etc e.g i.e p.m a.m ph.d u.s u.k u.n d.c fig vol pp art sec dept est approx ave blvd al ft mt cf".Split(' '),
        StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Prefixes = FrozenSet.ToFrozenSet(
        "e non anti co re pre mid post pro multi semi ex neo socio sub counter cross over inter intra ultra pan un de bi tri mini micro macro pseudo quasi vice arch psycho electro hyper trans extra infra".Split(' '),
        StringComparer.OrdinalIgnoreCase);

    private static readonly string[] Clitics = ["'s", "'re", "'ve", "'ll", "'d", "'m", "n't"];

    public static void In(string text, Span stretch, List<UntaggedWord> words)
    {
        int at = stretch.Start;
        while (at < stretch.End)
        {
            if (char.IsWhiteSpace(text[at])) { at++; continue; }
            int end = at;
            while (end < stretch.End && !char.IsWhiteSpace(text[end])) end++;
            Chunk(text, at, end, words);
            at = end;
        }
    }

    private static void Chunk(string text, int start, int end, List<UntaggedWord> words)
    {
        var chunk = text.AsSpan(start, end - start);
        if (LooksLikeAddress(chunk))
        {
            int stop = end;
            while (stop > start && text[stop - 1] is '.' or ',' or ')' or '>' or ';' or '!' or '?' or '"' or '”') stop--;
            if (stop > start && char.IsLetterOrDigit(text[start]))
            {
                Add(text, start, stop, words);
                start = stop;
            }
        }
        while (start < end)
        {
            int next = Piece(text, start, end);
            if (char.IsLetterOrDigit(text[start])) Clitic(text, start, next, words);
            else Add(text, start, next, words);
            start = next;
        }
    }

    private static bool LooksLikeAddress(ReadOnlySpan<char> chunk) =>
        chunk.Contains("://", StringComparison.Ordinal) || chunk.StartsWith("www.", StringComparison.OrdinalIgnoreCase)
        || (chunk.Contains('@') && chunk.LastIndexOf('.') > chunk.IndexOf('@'));

    /// <summary>The end of the piece that begins at a place: a run of letters and digits with what holds inside, or a run of one mark.</summary>
    private static int Piece(string text, int at, int end)
    {
        char c = text[at];
        int i = at + 1;
        if (!char.IsLetterOrDigit(c))
        {
            if (char.IsHighSurrogate(c) && i < end && char.IsLowSurrogate(text[i])) i++;
            if (c is '\'' && i < end && text[i] is 's' && (i + 1 == end || !char.IsLetterOrDigit(text[i + 1]))) return i + 1;
            if (c is '.' or '-' or '*' or '=' or '_' or '!' or '?' or '\'' or '`')
                while (i < end && text[i] == c) i++;
            return i;
        }
        for (; i < end; i++)
        {
            char d = text[i];
            if (char.IsLetterOrDigit(d) || char.IsSurrogate(d)) continue;
            bool inside = i + 1 < end && char.IsLetterOrDigit(text[i + 1]);
            if (d is '\'' or '’' && inside) continue;
            if (d is ',' or ':' && inside && char.IsDigit(text[i - 1]) && char.IsDigit(text[i + 1])) continue;
            if (d is '.' && inside) continue;
            if (d is '.' && (IsAbbreviation(text.AsSpan(at, i - at)))) continue;
            if (d is '-' && inside && (Prefixes.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text.AsSpan(at, i - at)) || IsNumber(text.AsSpan(at, i - at)) && char.IsDigit(text[i + 1]) && i - at == 3)) continue;
            if (d is '&' && inside && i - at <= 2) continue;
            break;
        }
        return i;
    }

    private static bool IsNumber(ReadOnlySpan<char> s) => !s.ContainsAnyExceptInRange('0', '9');

    private static bool IsAbbreviation(ReadOnlySpan<char> s) =>
        (s.Length == 1 && char.IsUpper(s[0])) || (s.Length >= 3 && s[^2] == '.') || Abbreviations.GetAlternateLookup<ReadOnlySpan<char>>().Contains(s);

    private static void Clitic(string text, int start, int end, List<UntaggedWord> words)
    {
        var piece = text.AsSpan(start, end - start);
        int cut = -1;
        foreach (var clitic in Clitics)
        {
            int length = clitic.Length;
            if (piece.Length > length && EndsWith(piece, clitic)) { cut = end - length; break; }
        }
        if (cut < 0 && (piece.Equals("cannot", StringComparison.OrdinalIgnoreCase) || piece.Equals("gonna", StringComparison.OrdinalIgnoreCase)
            || piece.Equals("wanna", StringComparison.OrdinalIgnoreCase) || piece.Equals("gotta", StringComparison.OrdinalIgnoreCase))) cut = start + 3;
        if (cut < 0)
        {
            Add(text, start, end, words);
            return;
        }
        Add(text, start, cut, words);
        Add(text, cut, end, words, true);
    }

    private static bool EndsWith(ReadOnlySpan<char> piece, string clitic)
    {
        var tail = piece[^clitic.Length..];
        for (int i = 0; i < tail.Length; i++)
        {
            char c = tail[i] is '’' ? '\'' : char.ToLowerInvariant(tail[i]);
            if (c != clitic[i]) return false;
        }
        return true;
    }

    private static void Add(string text, int start, int end, List<UntaggedWord> words, bool continues = false) =>
        words.Add(new UntaggedWord(new Span(start, end), text[start..end], continues));
}
