using Chancery.Reports;

namespace Chancery.Reading.Events.Frames;

/// <summary>
/// Finds arguments by word order where the tree has none: English news keeps subject, verb, object in order, and a parser that errs in
/// one attachment should not cost the whole event.
/// </summary>
internal static class NearWords
{
    private const int Reach = 12;

    /// <summary>The noun phrase that ends before a verb, over phrases with prepositions and between commas; -1 for none.</summary>
    public static int Before(Clauses clauses, int verb)
    {
        int at = verb - 1;
        while (at >= 0 && (clauses.Words[at].Upos is Upos.AUX or Upos.ADV or Upos.PART || IsTime(clauses, at) || clauses.Words[at].Upos == Upos.NUM)) at--;
        for (int steps = 0; at >= 0 && steps < Reach; steps++)
        {
            if (clauses.Words[at].Form == ",")
            {
                int open = at - 1;
                while (open >= 0 && clauses.Words[open].Form != "," && !clauses.IsVerb(open)) open--;
                if (open < 0 || clauses.Words[open].Form != ",") return -1;
                at = open - 1;
                continue;
            }
            if (clauses.Words[at].Upos is not (Upos.NOUN or Upos.PROPN or Upos.PRON)) return -1;
            int head = at, first = PhraseStart(clauses, at);
            if (first > 0 && clauses.Words[first - 1].Upos is Upos.ADP && clauses.Lemma(first - 1) != "by")
            {
                at = first - 2;
                continue;
            }
            return head;
        }
        return -1;
    }

    /// <summary>The noun phrase right behind a verb, -1 where another kind of word stands there.</summary>
    public static int Behind(Clauses clauses, int verb)
    {
        for (int at = verb + 1; at < clauses.Words.Length && at <= verb + 4; at++)
        {
            if (clauses.Words[at].Upos == Upos.ADV || IsTime(clauses, at) && !(at + 1 < clauses.Words.Length && clauses.Words[at + 1].Form == "-") || clauses.Words[at].Upos == Upos.ADP && at + 1 < clauses.Words.Length && IsTime(clauses, at + 1)) continue;
            return PhraseHead(clauses, at);
        }
        return -1;
    }

    /// <summary>The noun phrase behind the next use of a preposition, before another finite verb; -1 for none.</summary>
    public static int Behind(Clauses clauses, int word, string preposition)
    {
        for (int at = word + 1; at < clauses.Words.Length - 1 && at <= word + Reach; at++)
        {
            if (clauses.Words[at].Upos == Upos.VERB && clauses.Words[at].Xpos is "VBD" or "VBZ" or "VBP") return -1;
            if (clauses.Words[at].Upos is Upos.ADP or Upos.SCONJ && clauses.Lemma(at) == preposition && PhraseHead(clauses, at + 1) is var head and >= 0 && !IsTime(clauses, head))
                return head;
        }
        return -1;
    }

    private static int PhraseHead(Clauses clauses, int from)
    {
        int head = -1;
        for (int at = from; at < clauses.Words.Length && at < from + Reach; at++)
        {
            var upos = clauses.Words[at].Upos;
            if (upos is Upos.NOUN or Upos.PROPN or Upos.PRON && clauses.Words[at].Xpos != "PRP$")
            {
                head = at;
                if (upos == Upos.PRON) return head;
            }
            else if (upos == Upos.PART && clauses.Words[at].Xpos == "POS") head = -1;
            else if (head >= 0 && !(clauses.Words[at].Form == "-" || upos == Upos.NUM || clauses.Words[at - 1].Form == "-")) return head;
            else if (!(upos is Upos.DET or Upos.ADJ or Upos.NUM or Upos.ADV or Upos.SYM || clauses.Words[at].Form is "-" or "\"" || clauses.Words[at].Xpos is "PRP$" or "VBN" or "VBG")) return -1;
        }
        return head;
    }

    private static int PhraseStart(Clauses clauses, int head)
    {
        int at = head;
        while (at > 0 && (clauses.Words[at - 1].Upos is Upos.NOUN or Upos.PROPN or Upos.DET or Upos.ADJ or Upos.NUM || clauses.Words[at - 1].Xpos is "POS" or "PRP$" || clauses.Words[at - 1].Form == "-")) at--;
        return at;
    }

    public static bool IsTime(Clauses clauses, int word) => clauses.Lemma(word) is "monday" or "tuesday" or "wednesday" or "thursday" or "friday" or "saturday"
        or "sunday" or "today" or "yesterday" or "tomorrow" or "tonight" or "night" or "week" or "month" or "year" or "day" or "january" or "february" or "april"
        or "june" or "july" or "august" or "september" or "october" or "november" or "december" or "evening" or "morning" or "afternoon" or "weekend";
}
