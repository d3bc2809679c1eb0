using System.Reflection;

namespace Chancery.Records.Identity;

/// <summary>The tables that travel inside the assembly.</summary>
internal static class Table
{
    /// <summary>Its rows, without blank lines and lines that begin with '#'.</summary>
    /// <param name="name">Its path below this project.</param>
    public static IEnumerable<string[]> Rows(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name) ?? throw new FormatException($"The table {name} is not inside the assembly.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            if (line.Length > 0 && line[0] != '#') yield return line.Split('\t');
    }
}
