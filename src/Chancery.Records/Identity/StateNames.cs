namespace Chancery.Records.Identity;

/// <summary>What people call the states and organisations that stand in the record by their codes.</summary>
public static class StateNames
{
    private static readonly Dictionary<string, string> Names = Table.Rows("Identity/states.tsv").ToDictionary(r => r[0], r => r[1].Split('|')[0], StringComparer.Ordinal);

    private static readonly Dictionary<string, string> Organisations = new(StringComparer.Ordinal)
    {
        ["UNO"] = "United Nations", ["EEC"] = "European Union", ["NAT"] = "NATO", ["AFU"] = "African Union", ["OPC"] = "OPEC", ["IAE"] = "IAEA",
        ["IGO"] = "an international organisation", ["NGO"] = "a non-governmental organisation", ["IMG"] = "an international militant group",
    };

    /// <summary>The name of a code; the code itself where it has none, “unnamed” where there is no code.</summary>
    public static string Of(string? code) =>
        string.IsNullOrEmpty(code) ? "unnamed" : Names.GetValueOrDefault(code) ?? Organisations.GetValueOrDefault(code) ?? code;

    private static readonly Dictionary<string, string> Codes = CodesByName();

    /// <summary>The code of a state or organisation named by its code or by any of its names, in any case; null where nothing is called so.</summary>
    public static string? CodeOf(string name) => Codes.GetValueOrDefault(name.Trim());

    private static Dictionary<string, string> CodesByName()
    {
        var codes = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in Table.Rows("Identity/states.tsv"))
            foreach (var name in row[1].Split('|').Prepend(row[0])) codes.TryAdd(name, row[0]);
        foreach (var (code, name) in Organisations.OrderBy(o => o.Key, StringComparer.Ordinal)) codes.TryAdd(name, code);
        return codes;
    }

    /// <summary>All states by code and name, in ordinal order of their names.</summary>
    public static IEnumerable<(string Code, string Name)> States => Names.Select(n => (n.Key, n.Value)).OrderBy(n => n.Value, StringComparer.Ordinal);
}
