using Chancery.Reading.Events;
using Chancery.Reading.Events.Frames;

namespace Chancery.Reading.Measures;

/// <summary>Bans on people who come to a state: "banned them from entering Chad", "barred from the country".</summary>
internal static class EntryBan
{
    /// <summary>Whether what hangs on a verb of banning speaks of coming to a state.</summary>
    public static bool Is(Clauses clauses, SentenceActors actors, int verb)
    {
        foreach (int c in clauses.Children(verb))
        {
            if (!clauses.HasCase(c, "from")) continue;
            if (IsComing(clauses, c)) return true;
            if (clauses.Is(c, "obl") && (clauses.Lemma(c) == "country" || actors.HeadedAt(c).Any(a => a.Kind == Reports.ActorKind.State))) return true;
        }
        return false;
    }

    public static bool IsComing(Clauses clauses, int word) => clauses.Lemma(word) is "enter" or "entry" or "visit"
        || clauses.Lemma(word) is "come" or "travel" or "return" or "fly" && (clauses.HasChild(word, "into") || HasPlace(clauses, word));

    private static bool HasPlace(Clauses clauses, int word)
    {
        foreach (int c in clauses.Children(word))
            if (clauses.Is(c, "obl") && (clauses.HasCase(c, "to") || clauses.HasCase(c, "into"))) return true;
        return false;
    }
}
