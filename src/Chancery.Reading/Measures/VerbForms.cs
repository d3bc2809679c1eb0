using Chancery.Reports;

namespace Chancery.Reading.Measures;

/// <summary>The verbs of the lexicon that a form may be one of, whatever the tagger took it for.</summary>
internal sealed class VerbForms(MeasureLexicon lexicon)
{
    private static readonly Dictionary<string, string> Irregular = new(StringComparer.Ordinal)
    {
        ["unfroze"] = "unfreeze", ["unfrozen"] = "unfreeze", ["stuck"] = "stick", ["clung"] = "cling", ["wound"] = "wind", ["froze"] = "freeze", ["frozen"] = "freeze", ["broke"] = "break", ["broken"] = "break", ["withdrew"] = "withdraw", ["withdrawn"] = "withdraw", ["sent"] = "send", ["left"] = "leave",
        ["held"] = "hold", ["withheld"] = "withhold", ["kept"] = "keep", ["began"] = "begin", ["begun"] = "begin", ["gave"] = "give", ["given"] = "give", ["tore"] = "tear", ["torn"] = "tear",
        ["brought"] = "bring", ["struck"] = "strike", ["threw"] = "throw", ["took"] = "take", ["put"] = "put", ["cut"] = "cut", ["hit"] = "hit", ["shut"] = "shut", ["quit"] = "quit", ["sold"] = "sell",
        ["lent"] = "lend", ["rebuilt"] = "rebuild", ["drew"] = "draw", ["upheld"] = "uphold",
    };

    /// <summary>The verb of an irregular past that was left as it stands: "unfroze"; null for none.</summary>
    public static string? OfPast(string form) => Irregular.GetValueOrDefault(form);

    public IEnumerable<string> Of(string form)
    {
        var lower = form.ToLowerInvariant();
        if (Irregular.TryGetValue(lower, out var irregular)) yield return irregular;
        foreach (var lemma in Stripped(lower))
            if (lexicon.Verbs(lemma).Count > 0) yield return lemma;
    }

    public static bool IsBase(string form, string lemma) => form.Equals(lemma, StringComparison.OrdinalIgnoreCase) && lemma is not ("cut" or "put" or "hit" or "shut" or "quit");

    /// <summary>"ministers suspend": what is said of many needs no s.</summary>
    public static bool IsPlural(Token noun) => noun.Xpos is "NNS" or "NNPS";

    private static IEnumerable<string> Stripped(string form)
    {
        yield return form;
        if (form.EndsWith('s')) yield return form[..^1];
        if (form.EndsWith("es", StringComparison.Ordinal)) yield return form[..^2];
        if (form.EndsWith("ies", StringComparison.Ordinal) || form.EndsWith("ied", StringComparison.Ordinal)) yield return form[..^3] + "y";
        if (form.EndsWith("ing", StringComparison.Ordinal) && form.Length > 6)
        {
            yield return form[..^3];
            yield return form[..^3] + "e";
            if (form[^4] == form[^5]) yield return form[..^4];
        }
        if (!form.EndsWith("ed", StringComparison.Ordinal) || form.Length < 5) yield break;
        yield return form[..^1];
        yield return form[..^2];
        if (form[^3] == form[^4]) yield return form[..^3];
    }
}
