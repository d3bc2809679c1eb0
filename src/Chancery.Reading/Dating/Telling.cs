namespace Chancery.Reading.Dating;

internal enum Told { Past, Coming, Passing }

/// <summary>Whether the words around the name of an event tell it as past, as coming, or only as possible.</summary>
internal static class Telling
{
    /// <summary>Null where nothing is proved.</summary>
    public static Told? Of(TextWords words, WordSentence s, int first, int last, EventKind kind) => kind switch
    {
        EventKind.Office => Beside(words, s, first - 3, first, Cue.Former | Cue.Upcoming | Cue.Unsure) || Beside(words, s, first - 2, first, Cue.Negative) ? null : Told.Passing,
        EventKind.Summit or EventKind.Election => Planned(words, s, first, last),
        EventKind.War => IsIndefinite(words, s, first) || IsUnsure(words, s, first, last, kind) ? null : Told.Past,
        EventKind.Death => IsUnsure(words, s, first, last, kind) ? null : words[first].Is(Cue.Late) ? Told.Passing : Told.Past,
        _ => IsUnsure(words, s, first, last, kind) ? null : Told.Past,
    };

    private static Told? Planned(TextWords words, WordSentence s, int first, int last)
    {
        bool ahead = Beside(words, s, first - 4, first, Cue.Upcoming), future = Beside(words, s, s.First, s.End, Cue.Future | Cue.Scheduling);
        if (ahead && !Beside(words, s, first - 4, first, Cue.After)) return Told.Coming;
        if (future || ahead || Beside(words, s, s.First, s.End, Cue.Unsure | Cue.Upcoming)) return null;
        bool after = Beside(words, s, first - 4, first, Cue.After);
        return after || Beside(words, s, first - 4, last + 5, Cue.Held | Cue.Won) ? Told.Past : null;
    }

    /// <summary>What may, would or did not happen, close before the name or inside it.</summary>
    private static bool IsUnsure(TextWords words, WordSentence s, int first, int last, EventKind kind)
    {
        // a coup that failed is an event of its own
        var unsure = kind == EventKind.Coup ? Cue.Unsure : Cue.Unsure | Cue.Attempt;
        if (Beside(words, s, first - 3, last + 1, Cue.Negative | Cue.Future)) return true;
        for (int i = Math.Max(s.First, first - 3); i <= last; i++)
            if (words[i].Is(unsure) && !IsSpokenAfter(words, i, first)) return true;
        return false;
    }

    /// <summary>"threatened revenge for the killing of": what was unsure comes after the event.</summary>
    private static bool IsSpokenAfter(TextWords words, int i, int first)
    {
        for (int j = i + 1; j < first; j++)
            if (words[j].Is(Cue.After) || words.Folded(j) is "for" or "over") return true;
        return false;
    }

    private static bool IsIndefinite(TextWords words, WordSentence s, int first)
    {
        for (int i = Math.Max(s.First, first - 2); i <= first; i++)
            if (words.Folded(i) is "a" or "an" or "any" or "another" or "no") return true;
        return false;
    }

    /// <summary>Whether a word with one of the cues stands from one place up to, not including, another, inside the sentence.</summary>
    private static bool Beside(TextWords words, WordSentence s, int from, int to, Cue cues)
    {
        for (int i = Math.Max(s.First, from); i < Math.Min(s.End, to); i++)
            if (words[i].Is(cues)) return true;
        return false;
    }
}
