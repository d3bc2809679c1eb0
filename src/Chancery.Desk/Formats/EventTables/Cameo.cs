namespace Chancery.Desk.Formats.EventTables;

/// <summary>What CAMEO's codes say (cameo.tsv).</summary>
internal static class Cameo
{
    private static readonly IReadOnlyDictionary<string, string> Names = EmbeddedTable.Rows("cameo.tsv").ToDictionary(r => r[0], r => r[1], StringComparer.Ordinal);

    /// <summary>The code's own name, or that of the nearest code above it.</summary>
    public static string NameOf(string code)
    {
        for (int length = code.Length; length >= 2; length--)
            if (Names.TryGetValue(code[..length], out var name)) return name;
        return "";
    }

    public static IEnumerable<string> Codes => Names.Keys;
}
