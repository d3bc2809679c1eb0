using Chancery.Reading.Events.Frames;
using Chancery.Reports;

namespace Chancery.Reading.Measures;

/// <summary>Tells which words of one sentence name a measure. Remembers what it was asked.</summary>
internal sealed class FindMeasureNouns(MeasureLexicon lexicon, Clauses clauses, IReadOnlyList<(Programme Programme, Span Span)> programmes)
{
    private readonly MeasureNoun?[] _known = new MeasureNoun?[clauses.Words.Length];
    private readonly bool[] _asked = new bool[clauses.Words.Length];
    private readonly NounPhrases _phrases = new(clauses);

    /// <summary>The measure that a word heads, or stands for ("part of the aid"); null where it names none.</summary>
    public MeasureNoun? At(int word)
    {
        if (word < 0) return null;
        if (_asked[word]) return _known[word];
        _asked[word] = true;
        return _known[word] = Find(word);
    }

    /// <summary>A word's measure and those coordinated with it.</summary>
    public IEnumerable<MeasureNoun> AllAt(int word)
    {
        if (At(word) is { } first) yield return first;
        if (word < 0) yield break;
        foreach (int c in clauses.Children(word))
            if (clauses.Is(c, "conj") && clauses.IsNominal(c) && !HasOwnDeed(c) && At(c) is { } other) yield return other;
    }

    /// <summary>"cut ties with Chad and established ties with Niger", taken for ties that were established: what is done to the second is said with it.</summary>
    private bool HasOwnDeed(int word)
    {
        foreach (int c in clauses.Children(word))
            if (c < word && clauses.Is(c, "amod") && clauses.Words[c].Xpos is "VBN" or "VBD" && c > 0 && clauses.Lemma(c - 1) == "and" && lexicon.Verbs(clauses.Lemma(c)).Count > 0) return true;
        return false;
    }

    /// <inheritdoc cref="NounPhrases.Start"/>
    public int PhraseStart(int head) => _phrases.Start(head);

    /// <summary>A programme or agreement by its own name: "withdrew from the JCPOA".</summary>
    private MeasureNoun? ByName(int word)
    {
        foreach (var (programme, span) in programmes)
        {
            if (!span.Contains(clauses.Words[word].Span)) continue;
            int first = word, last = word;
            while (first > 0 && span.Contains(clauses.Words[first - 1].Span)) first--;
            while (last + 1 < clauses.Words.Length && span.Contains(clauses.Words[last + 1].Span)) last++;
            return new MeasureNoun(last, first, word, new InstrumentPhrase(programme.Instrument, ClassOf(programme.Instrument), ["named", programme.Name]));
        }
        return null;
    }

    private static MeasureClass ClassOf(Instrument instrument) => instrument switch
    {
        Instrument.Aid or Instrument.Training => MeasureClass.Benefit,
        Instrument.Treaty => MeasureClass.Pact,
        Instrument.Sanctions or Instrument.Ban => MeasureClass.Restriction,
        Instrument.Tariff => MeasureClass.Levy,
        Instrument.Deployment => MeasureClass.Presence,
        Instrument.Ceasefire => MeasureClass.Truce,
        Instrument.Relations => MeasureClass.Bond,
        _ => MeasureClass.Regime,
    };

    private MeasureNoun? Find(int word)
    {
        if (ByName(word) is { } programme) return programme;
        if (GivenThings.At(lexicon, clauses, word) is { Class: MeasureClass.Benefit } weapons) return new MeasureNoun(word, _phrases.Start(word), word, weapons);
        if (BySurface(word) is { } plain) return plain;
        if (!clauses.IsNominal(word) && clauses.Words[word].Upos is not (Upos.DET or Upos.ADJ) && !(clauses.Words[word].Upos == Upos.ADV && (clauses.Is(word, "obj") || clauses.Is(word, "nsubj")))) return null;
        int first = _phrases.Start(word);
        foreach (var phrase in lexicon.Instruments(clauses.Lemma(word)))
            if (HasBefore(first, word, phrase.Words)) return new MeasureNoun(word, first, word, phrase);
        if (QuantityNouns.Carriers.Contains(clauses.Lemma(word)) && CarriedBy(word) is { } carried) return new MeasureNoun(word, first, word, carried.Phrase);
        if (GivenThings.At(lexicon, clauses, word) is { } given) return new MeasureNoun(word, first, word, given);
        if (clauses.Lemma(word) is "money" or "fund" or "funds" or "cash" && GivenThings.Money(clauses, word) is { } held) return new MeasureNoun(word, first, word, held);
        if (clauses.Lemma(word) is "year" or "decade" or "month" or "week") return Lasting(word);
        if (!QuantityNouns.Quantities.Contains(clauses.Lemma(word)) && clauses.Words[word].Upos != Upos.NUM) return null;
        foreach (int c in clauses.Children(word))
            if (clauses.Is(c, "nmod") && c > word && (clauses.HasCase(c, "of") || clauses.HasCase(c, "in")) && At(c) is { } inner)
                return inner with { Outer = word };
        if (Handed(word) is { } handed) return handed;
        if (RightBehind(word) is { } behind) return behind with { Outer = word };
        return !CountsBenefit(word) && GivenThings.Money(clauses, word) is { } money ? new MeasureNoun(word, first, word, money) : null;
    }

    /// <summary>"deliveries of shells".</summary>
    private MeasureNoun? Handed(int word)
    {
        if (clauses.Lemma(word) is not ("delivery" or "shipment" or "supply")) return null;
        foreach (int c in clauses.Children(word))
            if (clauses.Is(c, "nmod") && clauses.HasCase(c, "of") && lexicon.IsWeapon(clauses.Lemma(c))) return new MeasureNoun(word, _phrases.Start(word), word, GivenThings.Weapons);
        return null;
    }

    /// <summary>"13 years of sanctions".</summary>
    private MeasureNoun? Lasting(int word)
    {
        foreach (int c in clauses.Children(word))
            if (clauses.Is(c, "nmod") && c > word && clauses.HasCase(c, "of") && At(c) is { Class: MeasureClass.Restriction or MeasureClass.Presence or MeasureClass.Levy } inner) return inner with { Outer = word };
        return null;
    }

    /// <summary>"its participation in the treaty", by word order where the tree hangs the phrase on the verb.</summary>
    private MeasureNoun? RightBehind(int word)
    {
        if (word + 2 >= clauses.Words.Length || clauses.Lemma(word) is not ("participation" or "implementation" or "involvement" or "instalment" or "installment" or "tranche") || clauses.Lemma(word + 1) is not ("in" or "of")) return null;
        for (int at = word + 2; at < clauses.Words.Length && at <= word + 8 && !clauses.IsVerb(at) && clauses.Words[at].Upos is not (Upos.PUNCT or Upos.ADP); at++)
            if (At(at) is { } measure && measure.Head == at) return measure;
        return null;
    }

    /// <summary>"$5 million in emergency aid": a sum that says how much of what.</summary>
    private bool CountsBenefit(int word)
    {
        for (int at = word + 1; at < clauses.Words.Length && at <= word + 8 && !clauses.IsVerb(at) && clauses.Words[at].Upos != Upos.PUNCT; at++)
            if (At(at) is { Class: MeasureClass.Benefit } counted && counted.Head == at) return true;
        return false;
    }

    /// <summary>The measure right before a noun that only carries it: "sanctions regime", "visa restriction policy".</summary>
    private MeasureNoun? CarriedBy(int word)
    {
        int before = word - 1;
        while (before > 0 && clauses.Words[before].Form is "-" or "'s" or "’s") before--;
        return before >= 0 && clauses.Words[before].Upos is Upos.NOUN or Upos.PROPN or Upos.ADJ && _phrases.IsBelow(before, word) ? At(before) : null;
    }

    /// <summary>A phrase of several words that stand side by side, whatever tags and tree make of them.</summary>
    private MeasureNoun? BySurface(int word)
    {
        for (int last = word; last < clauses.Words.Length && last <= word + 3; last++)
            // "the main land crossing", taken for a verb
            foreach (var phrase in lexicon.Instruments(clauses.Words[last].Xpos == "VBG" ? clauses.Words[last].Form.ToLowerInvariant() : clauses.Lemma(last)))
            {
                if (phrase.Words.Length < 2) continue;
                bool forward = phrase.Words[1] == "of";
                int first = forward ? last : last - phrase.Words.Length + 1;
                if (first < 0 || word < first || first + phrase.Words.Length > clauses.Words.Length || word >= first + phrase.Words.Length || !StandsAt(first, phrase.Words)) continue;
                int head = forward ? first : last;
                return new MeasureNoun(head, Math.Min(_phrases.StartBySurface(first), _phrases.Start(head)), word, phrase);
            }
        return null;
    }

    private bool StandsAt(int first, string[] words)
    {
        for (int i = 0; i < words.Length; i++)
            if (!IsOrPlural(clauses.Lemma(first + i), words[i]) && !clauses.Words[first + i].Form.Equals(words[i], StringComparison.OrdinalIgnoreCase)) return false;
        return true;
    }

    private static bool IsOrPlural(string lemma, string word) =>
        lemma == word || lemma.Length == word.Length + 1 && lemma[^1] == 's' && lemma.StartsWith(word, StringComparison.Ordinal);

    private bool HasBefore(int first, int head, string[] words)
    {
        if (words.Length == 1) return true;
        int at = head;
        for (int w = words.Length - 2; w >= 0; w--)
        {
            bool found = false;
            while (--at >= first && !found) found = clauses.Lemma(at) == words[w];
            if (!found) return words.Length == 2 && HasBehind(head, words);
            at++;
        }
        return true;
    }

    // "program of training", "suspension of hostilities"
    private bool HasBehind(int head, string[] words)
    {
        foreach (int c in clauses.Children(head))
            if (clauses.Is(c, "nmod") && clauses.HasCase(c, "of") && clauses.Lemma(c) == words[0]) return true;
        return false;
    }
}
