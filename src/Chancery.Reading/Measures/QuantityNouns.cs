namespace Chancery.Reading.Measures;

/// <summary>Nouns around a measure that are none themselves.</summary>
internal static class QuantityNouns
{
    /// <summary>Nouns that stand before what they are a part or a number of: "part of the aid", "$30 million in aid".</summary>
    public static readonly HashSet<string> Quantities = new(StringComparer.Ordinal)
    {
        "part", "column", "convoy", "contingent", "batch", "number", "size", "level", "rest", "bulk", "most", "half", "all", "some", "many", "third", "quarter", "volume", "flow", "amount",
        "remainder", "mission", "portion", "share", "series", "set", "round", "package", "range", "list", "regime", "system", "series", "hundred", "thousand",
        "million", "billion", "dozen", "total", "kind", "form", "type", "remnant", "last", "scope", "duration", "mandate", "presence", "use",
        "euro", "dollar", "pound", "%", "percent", "$", "tranche", "instalment", "installment", "participation", "implementation", "involvement", "provision", "delivery", "supply", "shipment", "payment", "stay", "term", "strength", "ton", "tonne",
    };

    /// <summary>Nouns that carry the measure before them.</summary>
    public static readonly HashSet<string> Carriers = new(StringComparer.Ordinal)
    {
        "act", "bill", "law", "resolution", "order", "regime", "list", "package", "policy", "programme", "program", "scheme", "measure", "system", "plan", "mechanism", "authority", "arrangement", "deal",
        "package", "initiative", "project", "fund", "framework", "round", "campaign", "mission", "operation", "agreement", "relief", "waiver", "flow", "delivery", "shipment", "convoy", "commitment", "pledge", "hour",
    };
}
