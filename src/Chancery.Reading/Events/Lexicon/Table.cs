using System.Text;

namespace Chancery.Reading.Events.Lexicon;

/// <summary>A lexicon file: tab-separated columns, lines that begin with # are remarks.</summary>
internal static class Table
{
    /// <exception cref="FormatException">A line has too few columns; the message names file and line.</exception>
    public static IEnumerable<string[]> Read(string name, int columns)
    {
        using var stream = typeof(Table).Assembly.GetManifestResourceStream(name)
            ?? throw new FileNotFoundException($"The lexicon {name} is not in the assembly.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        for (int line = 1; reader.ReadLine() is { } text; line++)
        {
            if (text.Length == 0 || text[0] == '#') continue;
            var cells = text.Split('\t');
            if (cells.Length < columns) throw new FormatException($"{name}, line {line}: {cells.Length} columns, {columns} wanted.");
            yield return cells;
        }
    }
}
