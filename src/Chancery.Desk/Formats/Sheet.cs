using System.Text;

namespace Chancery.Desk.Formats;

/// <summary>A sheet of text for people: wrapped to a width, indented, and coloured where the reader's terminal wants it.</summary>
internal sealed class Sheet(int width, bool colour)
{
    private readonly StringBuilder _text = new();

    public StringBuilder Text => _text;

    public void Blank() => _text.Append('\n');

    /// <summary>A line that is not wrapped: of a chart. It holds no words of a page.</summary>
    public void Line(string words) => _text.Append(words).Append('\n');

    public void Heading(string words) => _text.Append(Ink("1", words.ToUpperInvariant())).Append('\n');

    public void Title(string words)
    {
        foreach (var line in Wrap(words, width)) _text.Append(Ink("1", line)).Append('\n');
    }

    /// <summary>A label in the margin and words beside it, wrapped under each other.</summary>
    public void Row(string label, string words, int margin, string? ink = null)
    {
        const int Indent = 2;
        if (label.Length > 0) margin = Math.Max(margin, label.Length + 1);
        bool first = true;
        foreach (var line in Wrap(words, width - Indent - margin))
        {
            var side = first ? label : "";
            _text.Append(' ', Indent).Append(Ink("36", side)).Append(' ', margin - side.Length);
            _text.Append(ink is null ? line : Ink(ink, line)).Append('\n');
            first = false;
        }
    }

    /// <summary>Words of the report, in quotation marks, set back.</summary>
    public void Quote(string words, int margin) => Row("", "“" + words + "”", margin, "2");

    private string Ink(string code, string words) => colour && words.Length > 0 ? $"\u001b[{code}m{words}\u001b[0m" : words;

    /// <summary>Lines of at most so many characters, broken at blanks, a longer word where it must be. Control characters become blanks.</summary>
    private static IEnumerable<string> Wrap(string words, int width)
    {
        width = Math.Max(width, 20);
        return WrapWords.Into(width, Clean(words).Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(w => w.Chunk(width).Select(c => new string(c))));
    }

    // What a page holds must not steer the terminal: no escapes, no direction overrides.
    private static string Clean(string words) => string.Create(words.Length, words, static (to, from) =>
    {
        for (int i = 0; i < from.Length; i++)
        {
            char c = from[i];
            to[i] = char.IsControl(c) || char.IsWhiteSpace(c) || c is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069' ? ' ' : c;
        }
    });
}
