namespace Chancery.Reading.Dating;

/// <summary>The ways a death is told beside a name: "the killing of X", "X was killed", "killed X", "X's death", "X died", "the late X".</summary>
internal static class DeathForms
{
    /// <summary>Name and telling together, or null where nobody says that the person is dead.</summary>
    public static (int First, int Last)? Around(TextWords words, WordSentence s, int first, int last)
    {
        if (Before(words, s, first) is var start and >= 0 && !IsPossessive(words, s, last)) return (start, last);
        return Behind(words, s, last) is var end and >= 0 ? (first, end) : null;
    }

    private static bool IsPossessive(TextWords words, WordSentence s, int last) => last + 1 < s.End && words[last + 1].First is '\'' or '’';

    /// <summary>"the killing of top general X", "killed commander X", "the late X": where it begins, or -1.</summary>
    private static int Before(TextWords words, WordSentence s, int first)
    {
        bool joined = false; // an "of" lies between: the person belongs to a noun before it
        for (int i = first - 1; i >= s.First && i >= first - 8; i--)
        {
            var word = words[i];
            if (word.Is(Cue.DeathNoun) && joined) return i;
            if (joined && word.Is(Cue.KillVerb)) return -1;
            if (word.Is(Cue.KillVerb | Cue.KillActive) && !word.Is(Cue.DeathNoun)) return IsPassive(words, s, i) ? -1 : i;
            if (word.Is(Cue.Late) && i == first - 1 || word.Is(Cue.Late) && i >= first - 4 && AreCapitalised(words, i + 1, first)) return IsTheLate(words, s, i) ? i : -1;
            if (words.Folded(i) is "of")
            {
                if (joined) return -1;
                joined = true;
                continue;
            }
            if (word.Is(Cue.Clause | Cue.Be) || (word.IsMark && word.First is not ('-' or '\'' or '’' or ',' or '.'))) return -1;
            if (words.Folded(i) is "by" or "in" or "near" or "with" or "for" or "from" or "under" or "to" or "at" or "on" or "against" or "about" or "over") return -1;
        }
        return -1;
    }

    /// <summary>"three were killed, X said": the verb has its object before it.</summary>
    private static bool IsPassive(TextWords words, WordSentence s, int verb)
    {
        for (int i = verb - 1; i >= s.First && i >= verb - 2; i--)
            if (words[i].Is(Cue.Be)) return true;
        // a participle after a noun: "civilians killed"
        return verb + 1 < s.End && words[verb + 1].IsMark;
    }

    private static bool IsTheLate(TextWords words, WordSentence s, int late) => late > s.First && words.Folded(late - 1) is "the" or "'s";

    private static bool AreCapitalised(TextWords words, int from, int to)
    {
        for (int i = from; i < to; i++)
            if (!words[i].IsCapitalised && !words[i].Is(Cue.Title) && !words[i].IsMark) return false;
        return true;
    }

    /// <summary>"X's death", "X was killed", "X, the group's leader, was killed", "X died": where it ends, or -1.</summary>
    private static int Behind(TextWords words, WordSentence s, int last)
    {
        int at = last + 1;
        if (at >= s.End) return -1;
        if (IsPossessive(words, s, last))
        {
            for (int i = at + 1; i < s.End && i <= at + 3; i++)
                if (words[i].Is(Cue.DeathNoun)) return i;
            return -1;
        }
        at = BehindApposition(words, s, at);
        for (int i = at, reach = Math.Min(s.End, at + 4); i < reach; i++)
        {
            if (words[i].Is(Cue.Died) && i == at) return words.Folded(i) == "passed" ? (i + 1 < s.End && words.Folded(i + 1) == "away" ? i + 1 : -1) : i;
            if (words[i].Is(Cue.Negative | Cue.Unsure | Cue.Attempt | Cue.Future | Cue.Clause) || words[i].IsMark) return -1;
            if (words[i].Is(Cue.Be) && Killed(words, s, i + 1) is var end and >= 0) return end;
        }
        return -1;
    }

    private static int Killed(TextWords words, WordSentence s, int from)
    {
        for (int i = from; i < s.End && i < from + 3; i++)
        {
            if (words[i].Is(Cue.KillVerb)) return i;
            if (words.Folded(i) is "shot" or "found" && i + 1 < s.End && words.Folded(i + 1) == "dead") return i + 1;
            if (words[i].Is(Cue.Negative | Cue.Unsure | Cue.Attempt) || words[i].IsMark) return -1;
        }
        return -1;
    }

    private static int BehindApposition(TextWords words, WordSentence s, int at)
    {
        if (words[at].First is not (',' or '(')) return at;
        char close = words[at].First == '(' ? ')' : ',';
        for (int i = at + 1; i < s.End && i < at + 14; i++)
            if (words[i].First == close) return i + 1;
        return at;
    }
}
