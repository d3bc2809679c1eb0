using Chancery.Reports;

namespace Chancery.Reading.Statements;

/// <summary>What speaks for or against a word heading a cue: itself, its place in the tree, its dependents, the quotation marks around.</summary>
internal static class CueFeatures
{
    private const uint Absent = 0x5A5A5A5A;

    /// <summary>How many words around are searched for a quotation mark.</summary>
    private const int Sight = 60;

    /// <summary>Whether a word can head a cue at all; what is left out heads one in a hundred.</summary>
    public static bool CanHead(ParagraphWords p, int word) => p.Upos(word) switch
    {
        Upos.VERB or Upos.NOUN or Upos.ADJ or Upos.ADP or Upos.ADV or Upos.AUX or Upos.SCONJ or Upos.PROPN or Upos.X => true,
        Upos.PUNCT => p.Words[word].Form is ":",
        _ => false,
    };

    public static void Collect(ParagraphWords p, int word, FeatureList to)
    {
        to.Clear();
        to.Add(1);
        Itself(p, word, to);
        Neighbours(p, word, to);
        Governors(p, word, to);
        Dependents(p, word, to);
        Surroundings(p, word, to);
    }

    private static void Itself(ParagraphWords p, int word, FeatureList to)
    {
        uint upos = (uint)p.Upos(word), lemma = p.Lemma[word], relation = p.Relation[word];
        to.Add(2, lemma);
        to.Add(3, p.Form[word]);
        to.Add(4, p.Xpos[word]);
        to.Add(5, relation);
        to.Add(6, lemma, upos);
        to.Add(7, lemma, relation);
        to.Add(8, p.Cluster[word], upos);
        to.Add(9, p.WideCluster[word], upos);
        to.Add(10, p.Cluster[word], relation);
        to.Add(11, upos, relation);
        string form = p.Words[word].Lemma;
        if (form.Length > 5) to.Add(12, Hash.OfLower(form[^3..]), upos);
    }

    private static void Neighbours(ParagraphWords p, int word, FeatureList to)
    {
        uint lemma = p.Lemma[word], upos = (uint)p.Upos(word), cluster = p.Cluster[word];
        for (int d = -3; d <= 3; d++)
        {
            if (d == 0) continue;
            int i = word + d;
            bool inside = i >= 0 && i < p.Count && p.Sentence[i] == p.Sentence[word];
            uint other = inside ? p.Lemma[i] : Absent, otherUpos = inside ? (uint)p.Upos(i) : 99, place = (uint)(d + 10);
            to.Add(20, place, other);
            to.Add(21, place, otherUpos, upos);
            if (d is < -2 or > 2) continue;
            to.Add(22, place, other, lemma);
            to.Add(23, place, otherUpos, lemma);
            to.Add(24, place, other, cluster);
        }
        uint next = word + 1 < p.Count ? p.Form[word + 1] : Absent, after = word + 2 < p.Count ? p.Form[word + 2] : Absent;
        to.Add(25, lemma, next, after);
    }

    private static void Governors(ParagraphWords p, int word, FeatureList to)
    {
        uint lemma = p.Lemma[word], upos = (uint)p.Upos(word), relation = p.Relation[word];
        int head = p.Head[word];
        if (head < 0)
        {
            to.Add(30, upos);
            to.Add(31, lemma);
            return;
        }
        to.Add(32, p.Lemma[head], relation);
        to.Add(33, p.Lemma[head], lemma);
        to.Add(34, (uint)p.Upos(head), upos, relation);
        to.Add(35, p.Cluster[head], relation, upos);
        to.Add(36, relation, head < word ? 1u : 0u, upos);
        uint path = relation;
        int up = head;
        for (uint step = 0; step < 5 && up >= 0; step++, up = p.Head[up])
        {
            to.Add(37, p.Lemma[up], p.Relation[up]);
            if (step > 0) to.Add(38, p.Lemma[up], path);
            to.Add(39, p.Cluster[up], step);
            path = Hash.Join(path, p.Relation[up]);
        }
        to.Add(40, path, upos);
    }

    private static void Dependents(ParagraphWords p, int word, FeatureList to)
    {
        uint lemma = p.Lemma[word], upos = (uint)p.Upos(word), cluster = p.Cluster[word], wide = p.WideCluster[word];
        uint frame = 0, order = 0;
        for (int c = p.FirstChild(word); c >= 0; c = p.NextSibling(c))
        {
            uint relation = p.Relation[c], childUpos = (uint)p.Upos(c), side = c < word ? 1u : 0u;
            frame |= FrameBit(p.Words[c]);
            order = Hash.Join(order, FrameBit(p.Words[c]) + side);
            to.Add(50, relation, upos);
            to.Add(51, relation, lemma);
            to.Add(52, relation, p.Lemma[c], upos);
            to.Add(53, p.Lemma[c], lemma);
            to.Add(54, relation, p.Cluster[c], upos);
            to.Add(55, relation, childUpos, cluster);
            to.Add(56, relation, side, lemma);
            to.Add(57, relation, p.WideCluster[c], wide);
            to.Add(58, relation, p.Xpos[c], upos);
            for (int g = p.FirstChild(c); g >= 0; g = p.NextSibling(g))
            {
                if (!(p.Is(g, "case") || p.Is(g, "mark") || p.Is(g, "aux") || p.Is(g, "nsubj"))) continue;
                to.Add(59, relation, p.Lemma[g], lemma);
                to.Add(60, relation, p.Lemma[g], upos);
                to.Add(61, relation, p.Relation[g], cluster);
            }
        }
        to.Add(62, frame, upos);
        to.Add(63, frame, lemma);
        to.Add(64, frame, cluster);
        to.Add(65, frame, wide);
        to.Add(66, order, upos);
        if (p.Is(word, "conj") && p.Head[word] >= 0) to.Add(67, SubjectOf(p, p.Head[word]), lemma);
        to.Add(68, SubjectOf(p, word), lemma);
        to.Add(69, SubjectOf(p, word), upos);
    }

    /// <summary>What kind of word is the subject, also one inherited by conjunction or control.</summary>
    private static uint SubjectOf(ParagraphWords p, int word)
    {
        for (int step = 0, w = word; step < 3 && w >= 0; step++, w = p.Head[w])
        {
            int c = p.Subject[w];
            if (c >= 0) return Hash.Join(p.Upos(c) == Upos.PRON ? p.Lemma[c] : (uint)p.Upos(c) + (p.WideCluster[c] << 8), p.Relation[c]);
            if (!(p.Is(w, "conj") || p.Is(w, "xcomp") || p.Is(w, "advcl"))) break;
        }
        return Absent;
    }

    private static uint FrameBit(in Token child) => child.Relation switch
    {
        "nsubj" => 1u << 1,
        "nsubj:pass" => 1u << 2,
        "obj" => 1u << 3,
        "iobj" => 1u << 4,
        "ccomp" => 1u << 5,
        "xcomp" => 1u << 6,
        "parataxis" => 1u << 7,
        "obl" => 1u << 8,
        "advcl" => 1u << 9,
        "acl" => 1u << 10,
        "acl:relcl" => 1u << 11,
        "nmod" => 1u << 12,
        "nmod:poss" => 1u << 13,
        "case" => 1u << 14,
        "mark" => 1u << 15,
        "cop" => 1u << 16,
        "csubj" => 1u << 17,
        "expl" => 1u << 18,
        _ => 0,
    };

    private static void Surroundings(ParagraphWords p, int word, FeatureList to)
    {
        uint lemma = p.Lemma[word], upos = (uint)p.Upos(word);
        var (from, end) = p.Bounds[p.Sentence[word]];
        uint quoted = p.Quoted[word] ? 1u : 0u;
        int before = 0, after = 0;
        bool quoteBefore = false, quoteAfter = false;
        for (int i = word - 1; i >= from && word - i < Sight; i--)
        {
            if (p.Quoted[i] == p.Quoted[word]) continue;
            (quoteBefore, before) = (true, word - i);
            break;
        }
        for (int i = word + 1; i < end && i - word < Sight; i++)
        {
            if (p.Quoted[i] == p.Quoted[word]) continue;
            (quoteAfter, after) = (true, i - word);
            break;
        }
        uint state = quoted | (quoteBefore ? 2u : 0) | (quoteAfter ? 4u : 0);
        to.Add(80, state, upos);
        to.Add(81, state, lemma);
        to.Add(82, Near(before), Near(after), upos + 32 * quoted);
        to.Add(83, state, p.Cluster[word]);
        to.Add(84, state, p.Relation[word], upos);
        to.Add(86, (uint)Math.Min(word - from, 6), upos);
        to.Add(87, (uint)Math.Min(end - word, 6), upos);
        if (end - from < 14 && p.Bounds.Length == 1) to.Add(88, lemma);
        bool nextSentenceQuoted = end < p.Count && p.Quoted[end], previousQuoted = from > 0 && p.Quoted[from - 1];
        to.Add(89, (nextSentenceQuoted ? 1u : 0) | (previousQuoted ? 2u : 0), upos);
    }

    private static uint Near(int distance) => distance switch { <= 3 => (uint)distance, <= 6 => 4, <= 12 => 5, _ => 6 };
}
