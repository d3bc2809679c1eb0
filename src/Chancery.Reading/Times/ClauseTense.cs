using System.Collections.Frozen;
using Chancery.Reports;

namespace Chancery.Reading.Times;

/// <summary>
/// Whether the clause around a time looks back or forward: the nearest verb before it decides, else the first after it. With tagged
/// sentences verbs are known by their tag, without by a short list.
/// </summary>
internal static class ClauseTense
{
    private const int Reach = 12, LongReach = 20;

    private static readonly FrozenDictionary<string, Tense> Cues = Entries().ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Intending = FrozenSet.Create(StringComparer.Ordinal,
        "be", "agree", "plan", "decide", "promise", "vow", "hope", "intend", "expect", "schedule", "want", "pledge", "threaten");

    private static readonly FrozenSet<string> Planned = FrozenSet.Create(StringComparer.Ordinal,
        "meet", "begin", "start", "open", "end", "close", "expire", "resume", "arrive", "leave", "visit", "host", "vote", "convene", "travel", "fly", "return", "fall", "take", "predict", "forecast", "expect");

    private static IEnumerable<KeyValuePair<string, Tense>> Entries()
    {
        foreach (var w in "said was were had did began met took told came went made held saw gave found got left became reported announced".Split(' '))
            yield return new(w, Tense.Past);
        foreach (var w in "will shall would may might should must 'll expected scheduled due planned plans going expects slated forecast predicted projected anticipated".Split(' ')) yield return new(w, Tense.Future);
    }

    public static Tense Of(AnnotatedReport report, TimePhrase phrase)
    {
        var span = phrase.Span;
        if (phrase is { Month: not null, Day: null } && NamesThing(report, span)) return Tense.Unknown;
        if (Follows(report.Report.Text, span, " since ")) return Tense.Past;
        bool deadline = Deadline(report.Report.Text, span);
        if (!report.Has(Layers.Sentences) || report.SentenceAt(span.Start) is not { } sentence)
            return deadline ? Tense.Future : Untagged(report.Report.Text, span);
        var told = Tagged(sentence, span);
        // "two had answered by Wednesday", "the missiles were moved by November", though not "they extended the talks until Tuesday"
        if (deadline && phrase is { Month: not null, Day: null }) return told == Tense.Past ? Tense.Unknown : Tense.Future;
        return deadline && !WasOver(sentence, sentence.WordAt(span.Start)) ? Tense.Future : told;
    }

    /// <summary>"the June agreement", "the October elections": what the clause tells does not say when.</summary>
    private static bool NamesThing(AnnotatedReport report, Span span)
    {
        if (!report.Has(Layers.Sentences) || report.SentenceAt(span.Start) is not { } sentence) return false;
        int at = sentence.WordAt(span.Start);
        return at >= 0 && sentence.Words[at].Is("compound") && sentence.Words[at].Head > at;
    }

    /// <summary>"by Friday", "until March", "as soon as Tuesday" look forward whatever the verb.</summary>
    private static bool Deadline(string text, Span span)
    {
        foreach (var word in (ReadOnlySpan<string>)[" by ", " until ", " till ", " through ", " as soon as ", " as early as ", " effective ", " payable ", " of record "])
            if (Follows(text, span, word)) return true;
        return false;
    }

    private static bool Follows(string text, Span span, string word) => text.AsSpan(0, span.Start).EndsWith(word, StringComparison.OrdinalIgnoreCase);

    private static Tense Tagged(Sentence sentence, Span span)
    {
        int at = sentence.WordAt(span.Start);
        if (at < 0) return Tense.Unknown;
        if (BelongsToDone(sentence, at, span)) return Tense.Past;
        bool infinitive = false;
        for (int i = at - 1; i >= 0 && at - i <= LongReach; i--)
        {
            var word = sentence.Words[i];
            if (word.Xpos == "VB" && i > 0 && sentence.Words[i - 1].Xpos == "TO") infinitive = true;
            if (at - i > Reach && word.Xpos is "VBZ" or "VBP") break;
            // "plans to go Friday" and "did not plan to go Friday" look forward, "tried to go Friday" back
            if (infinitive && word.Xpos is "VBZ" or "VBP") return Tense.Future;
            if (infinitive && word.Xpos is "VBD" or "VB" && Intending.Contains(word.Lemma)) return Tense.Future;
            if (infinitive && word is { Xpos: "VBN" or "VBD" or "JJ" or "VBG", Lemma: "set" or "forecast" or "predict" or "project" or "due" or "likely" or "bind" })
                return HadBeen(sentence, i) ? Tense.Past : Tense.Future;
            if (IsPlanned(word)) return Tense.Future;
            if (word is { Xpos: "VBD", Lemma: "plan" or "schedule" }) return Tense.Future;
            if (i == at - 1 && word.Xpos == "VBN" && !(i > 0 && sentence.Words[i - 1].Lemma == "be") && Of(sentence, i) == Tense.Unknown) return Tense.Past;
            var before = Of(sentence, i);
            if (before == Tense.Unknown) continue;
            // so far off only what lies ahead still governs: "two flights would leave on Monday …, the third from August 6"
            if (before == Tense.Future || at - i <= Reach) return before;
            break;
        }
        int after = at;
        while (after < sentence.Words.Length && sentence.Words[after].Span.Start < span.End) after++;
        for (int i = after; i < sentence.Words.Length && i - after <= Reach; i++)
            if (Of(sentence, i) is not Tense.Unknown and var found) return found;
            else if (Plans(sentence, i)) return Tense.Future;
        // a participle at the root is a past form in disguise
        return sentence.Root > after && sentence.Words[sentence.Root].Xpos == "VBD" || sentence.Root >= 0 && sentence.Words[sentence.Root].Xpos == "VBN" ? Tense.Past : Tense.Unknown;
    }

    /// <summary>"Under a deal signed on Friday, the bank will pay": what a participle says of a thing was done, whatever the clause tells; not of "talks planned for Friday".</summary>
    private static bool BelongsToDone(Sentence sentence, int at, Span span)
    {
        int top = at;
        while (sentence.Words[top].Head is >= 0 and var head && span.Contains(sentence.Words[head].Span)) top = head;
        int verb = sentence.Words[top].Head;
        return verb >= 0 && verb < at && sentence.Words[verb] is { Xpos: "VBN" } word && word.Is("acl")
            && (verb == 0 || sentence.Words[verb - 1].Lemma != "be") && Of(sentence, verb) == Tense.Unknown && !Intending.Contains(word.Lemma) && !Planned.Contains(word.Lemma);
    }

    /// <summary>"two had answered by Wednesday", "until Thursday they had not called him a suspect".</summary>
    private static bool WasOver(Sentence sentence, int at)
    {
        for (int i = at - 1; i > 0 && at - i <= Reach; i--)
            if (sentence.Words[i].Xpos == "VBN") return IsHad(sentence.Words[i - 1]);
        for (int i = at + 1; at == 1 && i < sentence.Words.Length && i - at <= Reach; i++)
            if (sentence.Words[i].Xpos is "VBD" or "VBZ" or "VBP" or "MD") return IsHad(sentence.Words[i]);
        return false;
    }

    private static bool IsHad(Token word) => word is { Lemma: "have", Xpos: "VBD" };

    private static Tense Of(Sentence sentence, int i)
    {
        var word = sentence.Words[i];
        switch (word.Xpos)
        {
            case "VBD": return Tense.Past;
            case "MD": return word.Lemma is "can" or "could" ? Tense.Unknown : Tense.Future;
            // "had been scheduled for Friday", "as planned on Friday"
            case "VBN" when Cues.TryGetValue(word.Form, out var cue) && cue == Tense.Future:
                return HadBeen(sentence, i)
                    || i > 0 && sentence.Words[i - 1].Lemma == "as" || i > 1 && sentence.Words[i - 2].Lemma == "as" ? Tense.Past : Tense.Future;
            case "VBG" when word.Form.Equals("going", StringComparison.OrdinalIgnoreCase): return Tense.Future;
            default: return Tense.Unknown;
        }
    }

    private static bool HadBeen(Sentence sentence, int i) =>
        i > 1 && sentence.Words[i - 1] is { Lemma: "be", Xpos: "VBN" } && IsHad(sentence.Words[i - 2]);

    /// <summary>"the ministers meet on Friday", "forecasters predict rain on Friday".</summary>
    private static bool IsPlanned(Token word) => word.Xpos is "VBZ" or "VBP" && Planned.Contains(word.Lemma);

    /// <summary>"On Friday the league plans to vote".</summary>
    private static bool Plans(Sentence sentence, int i) =>
        sentence.Words[i].Xpos is "VBZ" or "VBP" && Intending.Contains(sentence.Words[i].Lemma) && sentence.Words[i].Lemma != "be" && i + 1 < sentence.Words.Length && sentence.Words[i + 1].Xpos == "TO";

    private static Tense Untagged(string text, Span span)
    {
        int end = span.Start;
        for (int words = 0; words < Reach && end > 0; words++)
        {
            while (end > 0 && text[end - 1] is ' ' or ',' or '"') end--;
            if (end == 0 || text[end - 1] is '\n' or '.' or ';' or '!' or '?' or ':') break;
            int start = end;
            while (start > 0 && !char.IsWhiteSpace(text[start - 1]) && end - start < 24) start--;
            if (Of(text.AsSpan(start, end - start)) is not Tense.Unknown and var before) return before;
            end = start;
        }
        int at = span.End;
        for (int words = 0; words < Reach && at < text.Length; words++)
        {
            while (at < text.Length && text[at] is ' ' or ',' or '"') at++;
            if (at == text.Length || text[at] is '\n' or '.' or ';' or '!' or '?') break;
            int stop = at;
            while (stop < text.Length && stop - at < 24 && (char.IsLetter(text[stop]) || text[stop] is '\'')) stop++;
            if (stop == at) stop++;
            if (Of(text.AsSpan(at, stop - at)) is not Tense.Unknown and var after) return after;
            at = stop;
        }
        return Tense.Unknown;
    }

    private static Tense Of(ReadOnlySpan<char> word) =>
        Cues.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var tense) ? tense
        : word.Length > 4 && word.EndsWith("ed", StringComparison.Ordinal) && char.IsLower(word[0]) ? Tense.Past : Tense.Unknown;
}
