using Chancery.Reports;

namespace Chancery.Reading.Syntax.Words;

/// <summary>Finds the web or mail address in a chunk of text: what must never be cut inside.</summary>
internal static class FindAddress
{
    /// <summary>The address without the marks that enclose or follow it; an empty span where there is none.</summary>
    public static Span In(string text, int start, int end)
    {
        var chunk = text.AsSpan(start, end - start);
        int first = Begin(chunk);
        if (first < 0) return new Span(start, start);
        int last = chunk.Length;
        int stop = chunk[first..].IndexOfAny('<', '>', '"');
        if (stop >= 0) last = first + stop;
        while (last > first && IsTrailing(chunk[first..last])) last--;
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
        if (at <= 0 || chunk[at..].IndexOf('.') is < 2 and not -1 || !chunk[at..].Contains('.')) return -1;
        int begin = at;
        while (begin > 0 && (char.IsLetterOrDigit(chunk[begin - 1]) || chunk[begin - 1] is '.' or '_' or '-' or '+' or '%')) begin--;
        return begin < at ? begin : -1;
    }

    private static bool IsTrailing(ReadOnlySpan<char> address) => address[^1] switch
    {
        ')' => !address.Contains('('),
        ']' => !address.Contains('['),
        '.' or ',' or ';' or ':' or '!' or '?' or '\'' or '’' or '”' or '*' or '}' => true,
        _ => false,
    };
}
