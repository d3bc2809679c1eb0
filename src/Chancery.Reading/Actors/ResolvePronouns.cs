using Chancery.Reports;

namespace Chancery.Reading.Actors;

/// <summary>Gives he, she, it, they, who, which and "the two countries" to the actors they most likely mean, at most three sentences back.</summary>
internal static class ResolvePronouns
{
    private const int Reach = 3;

    public static void Read(Cast cast, SentenceScan scan, int word)
    {
        var token = scan.Sentence.Words[word];
        if (token.Is("expl")) return;
        var draft = Lower(scan.Word(word)) switch
        {
            "he" or "him" or "his" or "himself" => Person(cast, scan, word, 'm'),
            "she" or "her" or "hers" or "herself" => Person(cast, scan, word, 'f'),
            "it" or "its" or "itself" => Thing(cast, scan, word),
            "they" or "them" or "their" or "theirs" or "themselves" => Several(cast, scan, word),
            "who" or "which" => Antecedent(cast, scan, word),
            "that" when token.Xpos == "WDT" => Antecedent(cast, scan, word),
            _ => null,
        };
        if (draft is not null) cast.Mention(draft, scan, word, word + 1, word, token.Is("nmod:poss"));
    }

    /// <summary>"the two countries", "both sides": the two states named last. "the country": the one. False where it means none.</summary>
    public static bool Countries(Cast cast, SentenceScan scan, int word)
    {
        int first = word;
        while (first > 0 && scan.Tag(first - 1) is Upos.DET or Upos.NUM or Upos.ADJ) first--;
        bool two = false, one = false;
        for (int i = first; i < word; i++)
        {
            two |= scan.Is(i, "two") || scan.Is(i, "both");
            one |= scan.Is(i, "the") || scan.Is(i, "this");
        }
        var noun = Lower(scan.Word(word));
        bool plural = noun is "countries" or "nations" or "sides" or "states" or "neighbors" or "neighbours" or "governments" or "allies" or "rivals";
        if (plural != two || !plural && !(one && noun is "country" or "nation" or "kingdom")) return false;
        var states = StatesInTalk(cast, scan, word, Reach);
        if (plural && states.Count < 2) states = [.. states.Union(StatesInTalk(cast, scan, word, int.MaxValue))];
        foreach (var state in states.Take(plural ? 2 : 1)) cast.Mention(state, scan, first, word + 1, word, false);
        return states.Count > 0;
    }

    /// <summary>States by how much the last sentences speak of them and of those who stand for them, the likeliest first; not those who act on the word.</summary>
    private static List<Draft> StatesInTalk(Cast cast, SentenceScan scan, int word, int reach)
    {
        var scores = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var draft in cast.Recent)
        {
            if (draft.Code is not { } code || cast.Lexicon.State(code) is null || ActsOn(scan, word, draft)) continue;
            for (int m = draft.Mentions.Count - 1; m >= 0 && scan.Index - draft.Mentions[m].At.Sentence <= reach; m--)
            {
                var at = draft.Mentions[m].At;
                scores[code] = scores.GetValueOrDefault(code) + (at.Modifier ? 1 : 4) + (at.Subject ? 2 : 0) + (scan.Index == at.Sentence ? 1 : 0);
            }
        }
        return [.. scores.OrderByDescending(s => s.Value).Select(s => cast.State(s.Key))];
    }

    /// <summary>"Chile and Ecuador urged both sides": neither is a side. The second stands beside the first, which is the subject.</summary>
    private static bool ActsOn(SentenceScan scan, int word, Draft draft)
    {
        var words = scan.Sentence.Words;
        if (!words[word].Is("obj") || draft.Last.At is not { Modifier: false } at || at.Sentence != scan.Index || at.Governor < 0) return false;
        return at.Governor == words[word].Head || words[at.Governor].Is("nsubj") && words[at.Governor].Head == words[word].Head;
    }

    private static Draft? Person(Cast cast, SentenceScan scan, int word, char gender) =>
        Best(cast, scan, word, Reach, d => d.Kind == ActorKind.Person && (d.Gender == gender || d.Gender == 'e'), d => (d.Gender == gender ? 1 : 0) - (d.Unnamed ? 1 : 0));

    /// <summary>It is a state or body that was the subject here or in the sentence before; much else can be "it".</summary>
    private static Draft? Thing(Cast cast, SentenceScan scan, int word) =>
        Best(cast, scan, word, 1, d => WasSubject(d) && (d.Kind is ActorKind.State or ActorKind.Body || d.Kind == ActorKind.Group && d.Known is not null), d => d.Last.At.Main ? 2 : 0);

    /// <summary>"Italy will reopen its embassy, which it shut": that "its" came between does not matter.</summary>
    private static bool WasSubject(Draft draft)
    {
        int last = draft.Mentions.Count - 1;
        if (last > 0 && draft.Mentions[last].At.Modifier && draft.Mentions[last - 1].At.Sentence == draft.Mentions[last].At.Sentence) last--;
        return draft.Mentions[last].At is { Modifier: false, Subject: true };
    }

    private static Draft? Several(Cast cast, SentenceScan scan, int word) => Best(cast, scan, word, 1, d => d.Plural, _ => 0);

    private static Draft? Best(Cast cast, SentenceScan scan, int word, int reach, Func<Draft, bool> may, Func<Draft, int> bonus)
    {
        Draft? best = null;
        int bestScore = int.MinValue;
        for (int i = cast.Recent.Count - 1; i >= 0 && cast.Recent.Count - i <= 40; i--)
        {
            var draft = cast.Recent[i];
            var at = draft.Last.At;
            int distance = scan.Index - at.Sentence;
            if (distance > reach || !may(draft) || distance == 0 && IsCoargument(scan, word, at)) continue;
            int score = -6 * distance + (at.Subject ? 3 : 0) + bonus(draft) + (draft.MentionCount > 2 ? 1 : 0) - (at.Modifier ? 3 : 0);
            if (score > bestScore) (best, bestScore) = (draft, score);
        }
        return best;
    }

    /// <summary>In "Mora praised him" he is not Mora.</summary>
    private static bool IsCoargument(SentenceScan scan, int word, Standpoint other)
    {
        var token = scan.Sentence.Words[word];
        return (token.Is("obj") || token.Is("iobj")) && !token.Lemma.EndsWith("self", StringComparison.Ordinal) && other.Governor == token.Head;
    }

    private static Draft? Antecedent(Cast cast, SentenceScan scan, int who)
    {
        int verb = scan.Sentence.Words[who].Head;
        for (int steps = 0; verb >= 0 && steps < 4 && !scan.Sentence.Words[verb].Is("acl"); steps++) verb = scan.Sentence.Words[verb].Head;
        int noun = verb < 0 ? -1 : scan.Sentence.Words[verb].Head;
        if (noun < 0) return null;
        int offset = scan.Sentence.Words[noun].Span.Start;
        for (int i = cast.Recent.Count - 1; i >= 0; i--)
        {
            var last = cast.Recent[i].Last;
            if (last.At.Sentence == scan.Index && last.Mention.Span.Contains(offset) && !last.At.Modifier) return cast.Recent[i];
        }
        return null;
    }

    private static string Lower(ReadOnlySpan<char> word)
    {
        Span<char> lower = stackalloc char[16];
        return word.Length > lower.Length ? "" : new string(lower[..word.ToLowerInvariant(lower)]);
    }
}
