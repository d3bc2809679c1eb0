using System.Text;
using Chancery.Reports;

namespace Chancery.Records.Exchange;

/// <summary>A record of a table and the place where it stands in the file's text.</summary>
/// <param name="Line">From 1.</param>
public sealed record TableRecord(int Line, Span Span, IReadOnlyList<string> Cells);

/// <summary>
/// Reads CSV (RFC 4180) and TSV. The first line decides: a tab in it makes it TSV, where quotation marks mean nothing. Linear in the length of the text.
/// </summary>
public static class ReadTable
{
    /// <returns>All records, the header too, without empty lines.</returns>
    /// <exception cref="FormatException">A quotation mark is never closed; the message names its line.</exception>
    public static IReadOnlyList<TableRecord> Of(string text)
    {
        int firstEnd = text.AsSpan().IndexOfAny('\r', '\n');
        char separator = text.AsSpan(0, firstEnd < 0 ? text.Length : firstEnd).Contains('\t') ? '\t' : ',';
        var records = new List<TableRecord>();
        int at = text.StartsWith('\uFEFF') ? 1 : 0, line = 1;
        while (at < text.Length)
        {
            int start = at, startLine = line;
            var cells = new List<string>();
            bool more = true;
            while (more) (at, more) = Cell(text, at, separator, cells, startLine, ref line);
            var span = new Span(start, at);
            at = AfterLineEnd(text, at);
            line++;
            if (cells.Count > 1 || cells[0].Length > 0) records.Add(new TableRecord(startLine, span, cells));
        }
        return records;
    }

    private static (int At, bool More) Cell(string text, int at, char separator, List<string> cells, int startLine, ref int line)
    {
        if (separator == ',' && at < text.Length && text[at] == '"')
        {
            var quoted = new StringBuilder();
            for (at++; ; at++)
            {
                if (at >= text.Length) throw new FormatException($"line {startLine}: a quotation mark is opened and never closed");
                if (text[at] == '"' && (at + 1 >= text.Length || text[at + 1] != '"')) break;
                if (text[at] == '"') at++;
                if (text[at] == '\n') line++;
                quoted.Append(text[at]);
            }
            cells.Add(quoted.ToString());
            at++;
        }
        else
        {
            int end = text.AsSpan(at).IndexOfAny(separator, '\r', '\n');
            end = end < 0 ? text.Length : at + end;
            cells.Add(text[at..end]);
            at = end;
        }
        return at < text.Length && text[at] == separator ? (at + 1, true) : (Math.Min(NextEnd(text, at), text.Length), false);
    }

    // Behind a closing quotation mark nothing may stand but the separator or the line's end; what does is skipped.
    private static int NextEnd(string text, int at)
    {
        int end = text.AsSpan(at).IndexOfAny('\r', '\n');
        return end < 0 ? text.Length : at + end;
    }

    private static int AfterLineEnd(string text, int at) =>
        at < text.Length && text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? at + 2 : at < text.Length ? at + 1 : at;
}
