namespace Chancery.Desk.Formats.EventTables;

/// <summary>The names of states by their codes (ISO 3166-1 alpha-3), from the reading's own table.</summary>
internal static class StateNames
{
    private static readonly IReadOnlyDictionary<string, string> Names = EmbeddedTable.Rows("states.tsv").ToDictionary(r => r[0], r => r[1].Split('|')[0], StringComparer.Ordinal);

    /// <summary>Null where the code is no state's.</summary>
    public static string? Of(string code) => Names.GetValueOrDefault(code);
}
