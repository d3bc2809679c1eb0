namespace Chancery.Desk.Formats.EventTables;

/// <summary>A table of this folder inside the assembly.</summary>
internal static class EmbeddedTable
{
    /// <summary>Its rows in cells, without remarks (#) and blank lines.</summary>
    public static IEnumerable<string[]> Rows(string name)
    {
        using var reader = new StreamReader(typeof(EmbeddedTable).Assembly.GetManifestResourceStream("EventTables/" + name)!);
        while (reader.ReadLine() is { } line)
            if (line.Length > 0 && line[0] != '#') yield return line.Split('\t');
    }
}
