using System.Collections.Frozen;
using Chancery.Reports;

namespace Chancery.Reading.Syntax.Words;

/// <summary>Finds what must never be cut inside: a web or mail address, a name of a host or file, a smiley at the end.</summary>
internal static class FindAddress
{
    private static readonly FrozenSet<string> Endings = FrozenSet.ToFrozenSet(
        "com net org gov edu mil int info biz uk eu pdf doc docx htm html jpg jpeg png gif xls xlsx ppt pptx txt zip exe csv xml mp3 mp4".Split(' '),
        StringComparer.OrdinalIgnoreCase);

    private static readonly string[] Smileys = [":-)", ":-(", ";-)", ":-D", ":-P", ":-/", ":)", ":(", ";)", ":D", ":P", ":/", "=)", "=(", "<3", "^^"];

    /// <summary>Where it stands, without the marks that enclose or follow it; an empty span where there is none.</summary>
    public static Span In(string text, int start, int end)
    {
        var chunk = text.AsSpan(start, end - start);
        int first = Begin(chunk);
        if (first < 0) return Smiley(chunk) is var length and > 0 ? new Span(end - length, end) : new Span(start, start);
        int last = chunk.Length;
        int stop = chunk[first..].IndexOfAny('<', '>', '"');
        if (stop >= 0) last = first + stop;
        bool round = chunk[first..last].Contains('('), square = chunk[first..last].Contains('[');
        while (last > first && IsTrailing(chunk[last - 1], round, square)) last--;
        return new Span(start + first, start + last);
    }

    private static int Begin(ReadOnlySpan<char> chunk)
    {
        int scheme = chunk.IndexOf("://", StringComparison.Ordinal);
        if (scheme > 0)
        {
            int from = scheme;
            while (from > 0 && char.IsAsciiLetter(chunk[from - 1])) from--;
            return from < scheme ? from : -1;
        }
        int www = chunk.IndexOf("www.", StringComparison.OrdinalIgnoreCase);
        if (www >= 0 && (www == 0 || !char.IsLetterOrDigit(chunk[www - 1]))) return www;
        int at = chunk.IndexOf('@');
        if (at > 0 && chunk[(at + 1)..].IndexOf('.') > 0) return BeginOfName(chunk, at);
        return Host(chunk);
    }

    /// <summary>Where the first name with the ending of a host or file begins: "example.org/news".</summary>
    private static int Host(ReadOnlySpan<char> chunk)
    {
        for (int dot = chunk.IndexOf('.'), next; dot > 0; dot = next < 0 ? -1 : dot + 1 + next)
        {
            next = chunk[(dot + 1)..].IndexOf('.');
            int stop = dot + 1;
            while (stop < chunk.Length && stop - dot < 6 && char.IsAsciiLetterOrDigit(chunk[stop])) stop++;
            bool whole = stop == chunk.Length || !char.IsLetterOrDigit(chunk[stop]);
            if (whole && Endings.GetAlternateLookup<ReadOnlySpan<char>>().Contains(chunk[(dot + 1)..stop])) return BeginOfName(chunk, dot);
        }
        return -1;
    }

    private static int BeginOfName(ReadOnlySpan<char> chunk, int end)
    {
        int begin = end;
        while (begin > 0 && (char.IsLetterOrDigit(chunk[begin - 1]) || chunk[begin - 1] is '.' or '_' or '-' or '+' or '%')) begin--;
        return begin < end ? begin : -1;
    }

    private static int Smiley(ReadOnlySpan<char> chunk)
    {
        foreach (var smiley in Smileys)
            if (chunk.EndsWith(smiley, StringComparison.Ordinal) && (chunk.Length == smiley.Length || !char.IsDigit(chunk[^(smiley.Length + 1)]))) return smiley.Length;
        return 0;
    }

    private static bool IsTrailing(char mark, bool round, bool square) => mark switch
    {
        ')' => !round,
        ']' => !square,
        '.' or ',' or ';' or ':' or '!' or '?' or '\'' or '’' or '”' or '*' or '}' => true,
        _ => false,
    };
}
