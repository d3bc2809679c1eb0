using Chancery.Reports;

namespace Chancery.Reading.Statements;

/// <summary>
/// The ranges of a paragraph that stand inside quotation marks, the marks included. Double marks of every style pair with each
/// other; a double mark left open runs to the end of its paragraph, since a quotation that goes on opens again in the next one.
/// </summary>
internal static class Quotations
{
    /// <summary>Shorter than this, a single word between single quotes is slang or a contraction ('tis, rock 'n' roll).</summary>
    private const int ShortestSingle = 6;

    public static List<Span> Find(string text, Span paragraph)
    {
        var found = new List<Span>();
        FindDouble(text, paragraph, found);
        FindSingle(text, paragraph, found);
        found.Sort();
        return found;
    }

    private static void FindDouble(string text, Span paragraph, List<Span> found)
    {
        int open = -1;
        for (int i = paragraph.Start; i < paragraph.End; i++)
        {
            int length = MarkAt(text, i, paragraph.End, out bool opens, out bool closes);
            if (length == 0) continue;
            if (open < 0 && opens) open = i;
            else if (open >= 0 && closes)
            {
                found.Add(new Span(open, i + length));
                open = -1;
            }
            i += length - 1;
        }
        if (open >= 0) found.Add(new Span(open, paragraph.End));
    }

    /// <summary>Whether a paragraph begins with a double quotation mark.</summary>
    public static bool Opens(string text, Span paragraph)
    {
        int at = paragraph.Start;
        while (at < paragraph.End && char.IsWhiteSpace(text[at])) at++;
        return at < paragraph.End && MarkAt(text, at, paragraph.End, out bool opens, out _) > 0 && opens;
    }

    /// <summary>Whether the last double quotation of a paragraph is not closed in it.</summary>
    public static bool StaysOpen(string text, Span paragraph)
    {
        bool open = false;
        for (int i = paragraph.Start; i < paragraph.End; i++)
        {
            int length = MarkAt(text, i, paragraph.End, out bool opens, out bool closes);
            if (length == 0) continue;
            open = open ? !closes : opens;
            i += length - 1;
        }
        return open;
    }

    /// <summary>The length of the double quotation mark at a place, 0 for none.</summary>
    private static int MarkAt(string text, int i, int end, out bool opens, out bool closes)
    {
        (opens, closes) = (false, false);
        switch (text[i])
        {
            case '"': opens = closes = true; return 1;
            case '“' or '«' or '„': opens = true; return 1;
            case '”' or '»': closes = true; return 1;
            case '`' when i + 1 < end && text[i + 1] == '`': opens = true; return 2;
            case '\'' when i + 1 < end && text[i + 1] == '\'': opens = closes = true; return 2;
            default: return 0;
        }
    }

    private static void FindSingle(string text, Span paragraph, List<Span> found)
    {
        for (int i = paragraph.Start; i < paragraph.End; i++)
        {
            if (!OpensSingle(text, i, paragraph)) continue;
            var (end, next) = CloseSingle(text, i, paragraph.End);
            if (end > 0 && (end - i >= ShortestSingle || text.AsSpan(i, end - i).Contains(' '))) found.Add(new Span(i, end));
            i = next - 1;
        }
    }

    private static bool OpensSingle(string text, int i, Span paragraph) =>
        text[i] is '\'' or '‘'
        && i + 1 < paragraph.End && !char.IsWhiteSpace(text[i + 1])
        && (i == paragraph.Start || !(IsWord(text[i - 1]) || text[i - 1] == '\''));

    /// <summary>
    /// The end of the single quotation opened at a place (-1 for none) and where to look on. A quote before a letter is an
    /// apostrophe. What stops one opening stops all between, so each character is looked at once.
    /// </summary>
    private static (int End, int Next) CloseSingle(string text, int open, int end)
    {
        for (int i = open + 1; i < end; i++)
        {
            char c = text[i];
            if (c == '‘') return (-1, i);
            if (c is not ('\'' or '’')) continue;
            if (i + 1 < end && IsWord(text[i + 1])) continue;
            return i > open + 1 && !char.IsWhiteSpace(text[i - 1]) ? (i + 1, i + 1) : (-1, i);
        }
        return (-1, end);
    }

    /// <summary>How much of the content's words stands inside quotation marks.</summary>
    public static StatementKind KindOf(string text, IEnumerable<Span> content, IReadOnlyList<Span> quotations)
    {
        int inside = 0, all = 0;
        foreach (var piece in content)
            for (int i = piece.Start; i < piece.End; i++)
            {
                if (!BeginsWord(text, i)) continue;
                all++;
                if (IsInside(i, quotations)) inside++;
            }
        return inside == 0 ? StatementKind.Indirect : inside == all ? StatementKind.Direct : StatementKind.Mixed;
    }

    public static bool IsInside(int offset, IReadOnlyList<Span> quotations)
    {
        foreach (var q in quotations)
        {
            if (q.Start > offset) return false;
            if (offset < q.End) return true;
        }
        return false;
    }

    private static bool BeginsWord(string text, int i)
    {
        if (!IsWord(text[i]) || i > 0 && IsWord(text[i - 1])) return false;
        bool afterApostrophe = i > 1 && text[i - 1] is '\'' or '’' && IsWord(text[i - 2]);
        return !afterApostrophe;
    }

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c == '_';
}
