using System.Reflection;

namespace Chancery.Reading;

/// <summary>Reads the tables that stand beside the steps and travel inside the assembly.</summary>
internal static class Lexicon
{
    /// <summary>The rows of a table, without blank lines and lines that begin with '#'.</summary>
    /// <param name="name">Its path below this project: <c>Pages/promo.tsv</c>.</param>
    /// <param name="columns">How many columns every row must have.</param>
    /// <exception cref="FormatException">There is no such table, or a row has another number of columns; the message names the line.</exception>
    public static IReadOnlyList<string[]> Rows(string name, int columns)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new FormatException($"The table {name} is not inside the assembly.");
        using var reader = new StreamReader(stream);
        return Rows(reader, name, columns);
    }

    /// <summary>The tables whose path begins so, in order.</summary>
    public static IEnumerable<string> Names(string prefix) => Assembly.GetExecutingAssembly().GetManifestResourceNames()
        .Where(n => n.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    /// <inheritdoc cref="Rows(string, int)"/>
    public static IReadOnlyList<string[]> Rows(TextReader reader, string name, int columns)
    {
        var rows = new List<string[]>();
        for (int number = 1; reader.ReadLine() is { } line; number++)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var row = line.Split('\t');
            if (row.Length != columns) throw new FormatException($"{name}, line {number}: {row.Length} columns, not {columns}.");
            rows.Add(row);
        }
        return rows;
    }
}
