using Chancery.Reading.Events;
using Chancery.Reading.Events.Frames;
using Chancery.Reports;

namespace Chancery.Reading.Measures;

/// <summary>Reads the changes that one sentence tells of, from its tree.</summary>
/// <param name="programmes">The programmes that the sentence names.</param>
internal sealed class ReadClaims(MeasureLexicon lexicon, Clauses clauses, SentenceActors actors, IReadOnlyList<(Programme Programme, Span Span)> programmes)
{
    private readonly FindMeasureNouns _nouns = new(lexicon, clauses, programmes);
    private readonly Arguments _arguments = new(clauses);
    private readonly ReadStatus _status = new(lexicon, clauses);
    private readonly Extents _extents = new(clauses);
    private readonly List<Claim> _claims = [];
    private readonly HashSet<int> _taken = [];

    public FindMeasureNouns Nouns => _nouns;

    public List<Claim> All()
    {
        // verbs first: they take the nouns that they speak of
        for (int word = 0; word < clauses.Words.Length; word++)
            if (clauses.Words[word].Upos is Upos.VERB or Upos.AUX or Upos.ADJ || clauses.Words[word].Upos is Upos.NOUN && clauses.Sentence.Child(word, "obj") >= 0) ReadVerb(word);
        for (int word = 0; word < clauses.Words.Length; word++)
            if (clauses.Words[word].Upos is Upos.NOUN or Upos.PROPN) ReadNoun(word);
        for (int word = 0; word < clauses.Words.Length; word++)
            if (clauses.Words[word].Upos is Upos.NOUN or Upos.PROPN) ReadBareNoun(word);
        if (_claims.Count == 0 && new ReadHeadline(lexicon, clauses, _nouns).Read() is { } headline) _claims.Add(headline);
        _claims.Sort((a, b) => a.Word.CompareTo(b.Word));
        return _claims;
    }

    private void ReadVerb(int verb)
    {
        if (_taken.Contains(verb)) return;
        var lemma = clauses.Lemma(verb);
        if (lemma == "subject" && clauses.Words[verb].Upos == Upos.ADJ) return;
        // "continuing assistance", "the frozen aid": a participle before its noun tells no change
        if (clauses.Is(verb, "amod") && !IsMistakenForAdjective(verb) && clauses.Words[verb].Xpos != "VBG") return;
        if (lemma is "be" or "remain" or "stay" or "stand" && ReadInForce(verb)) return;
        if (lemma is "continue" or "remain" && ReadContinuing(verb)) return;
        foreach (var entry in lexicon.Verbs(lemma))
        {
            if (entry.Particle is { } particle && !HasParticle(verb, particle)) continue;
            if (ReadVerbAs(verb, entry)) return;
        }
        foreach (var direct in lexicon.Direct(lemma))
            if ((direct.Particle is null || HasParticle(verb, direct.Particle)) && ReadDirect(verb, direct)) return;
    }

    // "take_effect", "enter_into_force": the last part is what must hang on the verb
    private bool HasParticle(int verb, string particle)
    {
        foreach (var part in particle.Split('_'))
            if (!clauses.HasParticle(verb, part) && !(verb + 2 < clauses.Words.Length && clauses.Lemma(verb + 2) == part)) return false;
        return true;
    }

    private bool ReadVerbAs(int verb, ChangeVerb entry)
    {
        var places = new List<int>();
        int also = -1;
        // "denies closing border": the parser may take the object for what the participle describes
        bool isAdjective = clauses.Is(verb, "amod");
        switch (entry.Place)
        {
            case MeasurePlace.Object when isAdjective: places.Add(clauses.Head(verb)); break;
            case MeasurePlace.Object:
                _arguments.Find(verb, new Slot(SlotKind.Object), places);
                foreach (int c in clauses.Children(verb))
                    if (clauses.Is(c, "obj") && !places.Contains(c)) places.Add(c);
                if (verb + 1 < clauses.Words.Length && clauses.Words[verb + 1].Xpos == "VBG" && clauses.Is(verb + 1, "xcomp") && clauses.Object(verb + 1) is var inner and >= 0) places.Add(inner);
                break;
            case MeasurePlace.Subject when entry.Classes is [MeasureClass.Presence] && clauses.Object(verb) is var left and >= 0 && actors.Names(left):
                _arguments.Find(verb, new Slot(SlotKind.Subject), places);
                also = left;
                break;
            case MeasurePlace.Subject when (clauses.Object(verb) is var o && (o < 0 || clauses.Lemma(o) == entry.Particle)) && !clauses.IsPassive(verb): _arguments.Find(verb, new Slot(SlotKind.Subject), places); break;
            case MeasurePlace.Infinitive: return ReadContinuedDeed(verb, entry);
            case MeasurePlace.Preposition: foreach (var slot in entry.Slots) AddPlaces(verb, slot, places); break;
        }
        bool read = false;
        foreach (int place in places)
        {
            if (place == verb || isAdjective && entry.Change is ChangeKind.Reaffirm or ChangeKind.Extend or ChangeKind.Expire) continue;
            foreach (var measure in MeasuresAt(place))
            {
                if (!entry.Fits(measure.Class) || !IsPolitical(measure, verb) || IsLettingIn(entry) != (measure.Phrase.Words[0] == "entry")) continue;
                Add(verb, measure, entry.Change, $"{entry.Verb}{(entry.Particle is null ? "" : "_" + entry.Particle)} + {measure.Phrase.Words[^1]}", also);
                read = true;
            }
            if (!read && entry.Place == MeasurePlace.Subject && MeasureAbove(place) is { } above && entry.Fits(above.Class))
            {
                Add(verb, above, entry.Change, $"{entry.Verb} + {above.Phrase.Words[^1]}");
                read = true;
            }
            if (!read && entry.Place == MeasurePlace.Object && IsPronounForMeasure(place)) read = AddPronoun(verb, place, entry);
            if (!read && entry.Place == MeasurePlace.Object) read = ReadSome(verb, place, entry);
            if (!read && entry.Place == MeasurePlace.Object) read = ReadObjectOfChange(verb, place, entry);
        }
        return read;
    }

    private void AddPlaces(int verb, Slot slot, List<int> places)
    {
        int before = places.Count;
        _arguments.Find(verb, slot, places);
        if (places.Count == before && NearWords.Behind(clauses, verb, slot.Word!) is var near and >= 0) places.Add(near);
    }

    /// <summary>"denied entry": only of those who come is denying a ban.</summary>
    private static bool IsLettingIn(ChangeVerb entry) => entry.Change == ChangeKind.Impose && entry.Verb is "deny" or "refuse" or "bar" or "block";

    /// <summary>The measures a word heads; also that of "$500 million in aid" where the tree hangs "in aid" elsewhere, and of a participle taken for a clause ("reduce punishing duties").</summary>
    private IEnumerable<MeasureNoun> MeasuresAt(int place)
    {
        bool any = false;
        foreach (var measure in _nouns.AllAt(place))
        {
            any = true;
            yield return measure;
        }
        if (any) yield break;
        if (place + 1 < clauses.Words.Length && clauses.Lemma(place) is "$" or "million" or "billion" or "dollar" or "euro" or "worth" or "more")
            for (int at = place + 1; at < clauses.Words.Length && at <= place + 8; at++)
            {
                if (_nouns.At(at) is { } counted && counted.Head == at) yield return counted with { Outer = place };
                if (clauses.IsVerb(at) || clauses.Words[at].Upos == Upos.PUNCT) yield break;
            }
    }

    /// <summary>"China imposed sanctions": a parser may take name, verb and object for one noun phrase that is all of the sentence.</summary>
    private bool IsMistakenForAdjective(int verb) => clauses.Is(verb, "amod") && clauses.Words[verb].Xpos is "VBN" or "VBD" && clauses.Head(verb) > verb
        && clauses.Words[clauses.Head(verb)].Relation is "root" or "parataxis" or "ccomp" && SubjectBefore(verb) >= 0;

    private int SubjectBefore(int verb) => NearWords.Before(clauses, verb) is var near and >= 0 && clauses.Words[near].Upos == Upos.PROPN ? near : -1;

    /// <summary>"a tariff of 20 euros, which …": a relative clause may hang on what the measure's own phrase ends in.</summary>
    private MeasureNoun? MeasureAbove(int word)
    {
        for (int at = word, steps = 0; at >= 0 && steps < 3 && clauses.Is(at, "nmod"); steps++)
        {
            at = clauses.Head(at);
            if (_nouns.At(at) is { } measure) return measure;
        }
        return null;
    }

    /// <summary>"lifted the suspension of aid" reinstates; "ended the withdrawal" is left to the noun itself.</summary>
    private bool ReadObjectOfChange(int verb, int place, ChangeVerb entry)
    {
        if (entry.Change is not (ChangeKind.Lift or ChangeKind.Cancel) || !entry.Fits(MeasureClass.Restriction)) return false;
        foreach (var noun in lexicon.Nouns(clauses.Lemma(place)))
        {
            if (noun.Change != ChangeKind.Suspend || MeasureOf(place, noun) is not { } measure) continue;
            _taken.Add(place);
            Add(verb, measure, ChangeKind.Reinstate, $"{entry.Verb} + {noun.Noun}");
            return true;
        }
        return false;
    }

    private bool IsPronounForMeasure(int word) => clauses.Words[word].Xpos == "PRP" && clauses.Lemma(word) is "it" or "they" or "them" && clauses.Words[word].Upos == Upos.PRON;

    /// <summary>"had 1,400 troops there, but most were withdrawn": the measure named last before in the sentence.</summary>
    private bool ReadSome(int verb, int place, ChangeVerb entry)
    {
        if (clauses.Lemma(place) is not ("most" or "some" or "all" or "half" or "rest" or "many" or "both" or "none") || clauses.Words[place].Upos == Upos.DET && clauses.Head(place) > place) return false;
        for (int at = place - 1; at >= 0; at--)
        {
            if (_nouns.At(at) is not { } measure || measure.Head != at || !entry.Fits(measure.Class)) continue;
            bool all = clauses.Lemma(place) is "all" or "both";
            var change = all ? entry.Change : entry.Change switch { ChangeKind.Cancel when measure.Class == MeasureClass.Presence => ChangeKind.Reduce, ChangeKind.Lift => ChangeKind.Ease, var c => c };
            Add(verb, measure, change, $"{entry.Verb} + {clauses.Lemma(place)}");
            return true;
        }
        return false;
    }

    private bool AddPronoun(int verb, int place, ChangeVerb entry)
    {
        // only verbs that are said of little else
        if (entry.Change is not (ChangeKind.Suspend or ChangeKind.Reinstate or ChangeKind.Lift or ChangeKind.Convert or ChangeKind.Extend) || entry.Verb is "stop" or "halt" or "end" or "remove" or "hold" or "drop" or "return" or "turn" or "change" or "block" or "raise" or "increase") return false;
        var verdict = _status.Of(verb);
        _claims.Add(new Claim(verb, null, null, null, entry.Change, verdict.Status, verdict.Stage, null, [], [], verdict.Top, verdict.Background, false, null, $"{entry.Verb} + it"));
        return true;
    }

    /// <summary>"continued to send arms": what is still done is reaffirmed.</summary>
    private bool ReadContinuedDeed(int verb, ChangeVerb entry)
    {
        int inner = clauses.Sentence.Child(verb, "xcomp");
        if (inner < 0 || clauses.Lemma(inner) is not ("send" or "give" or "provide" or "supply" or "deliver" or "receive" or "pay" or "ship" or "sell")) return false;
        var measure = _nouns.At(clauses.Object(inner)) ?? ArmsOf(clauses.Object(inner));
        if (measure is null || measure.Class != MeasureClass.Benefit) return false;
        Add(verb, measure, entry.Change, $"{entry.Verb} to {clauses.Lemma(inner)}", inner);
        return true;
    }

    private MeasureNoun? ArmsOf(int word) => word >= 0 && clauses.Lemma(word) is "arm" or "arms" or "weapon" or "weapons" or "money" or "fuel" or "food"
        ? new MeasureNoun(word, _nouns.PhraseStart(word), word, new InstrumentPhrase(Instrument.Aid, MeasureClass.Benefit, [clauses.Lemma(word)]))
        : null;

    /// <summary>"remains in force", "is still in effect", "stays suspended": nothing moved.</summary>
    private bool ReadInForce(int verb)
    {
        int predicate = clauses.Lemma(verb) == "be" && clauses.Is(verb, "cop") ? clauses.Head(verb) : verb;
        if (predicate < 0) return false;
        bool inForce = IsForce(predicate) && predicate != verb || HasForce(predicate);
        int inner = clauses.Sentence.Child(predicate, "xcomp");
        // "remains suspended", read as a passive
        if (inner < 0 && clauses.Lemma(verb) != "be" && clauses.Is(verb, "aux")) inner = clauses.Head(verb);
        bool suspended = inner >= 0 && clauses.Lemma(inner) is "suspend" or "suspended" or "freeze" or "frozen";
        if (!inForce && !suspended) return false;
        bool still = clauses.Lemma(verb) != "be" || clauses.HasChild(predicate, "still");
        int subject = clauses.Subject(predicate);
        if (subject < 0 && inner >= 0) subject = clauses.Object(inner);
        if (subject < 0 || !still && clauses.Lemma(verb) == "be") return false;
        if (!AddReaffirmed(verb, subject, "still in force")) return false;
        if (suspended) _taken.Add(inner);
        return true;
    }

    private static bool IsForceWord(string lemma) => lemma is "force" or "effect" or "place";

    private bool IsForce(int word) => IsForceWord(clauses.Lemma(word)) && clauses.HasCase(word, "in");

    private bool HasForce(int verb)
    {
        foreach (int c in clauses.Children(verb))
            if (IsForce(c)) return true;
        return false;
    }

    /// <summary>"continues to be suspended", "continues to apply".</summary>
    private bool ReadContinuing(int verb)
    {
        int inner = clauses.Sentence.Child(verb, "xcomp");
        if (inner < 0 || clauses.Lemma(inner) is not ("suspend" or "freeze" or "apply" or "hold" or "ban" or "block" or "halt" or "withhold")) return false;
        int subject = clauses.Subject(verb);
        if (subject < 0 || !AddReaffirmed(verb, subject, "continues to")) return false;
        // "continues to be suspended" tells of no new suspension.
        _taken.Add(inner);
        return true;
    }

    private bool AddReaffirmed(int verb, int subject, string rule)
    {
        var measure = _nouns.At(subject);
        if (measure is null)
            foreach (var noun in lexicon.Nouns(clauses.Lemma(subject)))
                measure ??= MeasureOf(subject, noun);
        if (measure is null) return false;
        _taken.Add(subject);
        Add(verb, measure, ChangeKind.Reaffirm, rule, subject);
        return true;
    }

    private void ReadNoun(int noun)
    {
        if (_taken.Contains(noun)) return;
        foreach (var entry in lexicon.Nouns(clauses.Lemma(noun)))
        {
            if (MeasureOf(noun, entry) is not { } measure || !IsPolitical(measure, noun)) continue;
            _taken.Add(measure.Head);
            var change = entry.Change;
            int governor = clauses.Head(noun);
            if (governor >= 0 && clauses.IsVerb(governor) && clauses.Is(noun, "obj") && clauses.Lemma(governor) is "extend" or "prolong" or "maintain" or "keep") change = ChangeKind.Reaffirm;
            Add(noun, measure, change, entry.Noun + " of " + measure.Phrase.Words[^1]);
            return;
        }
    }

    /// <summary>The measure of a noun that names a change: "suspension of aid", "aid freeze", "cut in aid".</summary>
    private MeasureNoun? MeasureOf(int noun, ChangeNoun entry)
    {
        foreach (int c in clauses.Children(noun))
        {
            bool before = c < noun && (clauses.Is(c, "compound") || clauses.Is(c, "amod") || clauses.Words[c].Relation is "nmod" or "nmod:desc");
            bool behind = c > noun && clauses.Is(c, "nmod") && (clauses.HasCase(c, "of") || clauses.HasCase(c, "in") || clauses.HasCase(c, "to") || clauses.HasCase(c, "from") || clauses.HasCase(c, "on"));
            if ((before || behind) && _nouns.At(c) is { } measure && measure.Head != noun && entry.Fits(measure.Class)) return measure;
        }
        return BehindOf(noun) is { } near && entry.Fits(near.Class) ? near : null;
    }

    /// <summary>The measure in the phrase right behind "… of", by word order: the tree may hang it elsewhere.</summary>
    private MeasureNoun? BehindOf(int noun)
    {
        if (noun + 1 >= clauses.Words.Length || clauses.Lemma(noun + 1) != "of") return null;
        for (int at = noun + 2; at < clauses.Words.Length && at <= noun + 8; at++)
        {
            if (_nouns.At(at) is { } measure) return measure;
            if (clauses.Words[at].Upos is Upos.ADP or Upos.PUNCT or Upos.SCONJ or Upos.AUX && clauses.Words[at].Form != "-") return null;
        }
        return null;
    }

    /// <summary>A measure asked for, threatened or announced without a word of change: "called for sanctions".</summary>
    private void ReadBareNoun(int noun)
    {
        if (_taken.Contains(noun) || _nouns.At(noun) is not { } measure || measure.Head != noun || !IsPolitical(measure, noun)) return;
        if (measure.Class == MeasureClass.Benefit ? !IsAnnounced(noun) : measure.Class is not (MeasureClass.Restriction or MeasureClass.Levy or MeasureClass.Truce) || _claims.Exists(c => c.Measure?.Head == noun)) return;
        if (clauses.HasCase(noun, "including") || !(clauses.Is(noun, "obj") || clauses.Is(noun, "obl") || clauses.Is(noun, "nmod") || clauses.Words[noun].Relation == "nsubj:pass")) return;
        int head = clauses.Head(noun);
        if (head < 0 || clauses.IsVerb(head) && clauses.Is(noun, "obj") && lexicon.Verbs(clauses.Lemma(head)).Any(v => v.Fits(measure.Class) && v.Particle is null)) return;
        var verdict = _status.Of(measure.Outer);
        if (!verdict.Governed || verdict.Status is ClaimStatus.Happened or ClaimStatus.Denied || IsDefinite(measure)) return;
        Add(noun, measure, ChangeKind.Impose, $"{verdict.Word} + {measure.Phrase.Words[^1]}");
    }

    /// <summary>"announced $20 million in aid": what is given is said with the verb that promises it.</summary>
    private bool IsAnnounced(int noun)
    {
        int outer = noun;
        while (clauses.Is(outer, "nmod") && clauses.Head(outer) is var head and >= 0 && _nouns.At(head)?.Head == noun) outer = head;
        return clauses.Is(outer, "obj") && clauses.Head(outer) is var verb and >= 0
            && clauses.Lemma(verb) is "announce" or "promise" or "propose" or "seek" or "approve" or "authorise" or "authorize" or "unveil" or "request" or "need" or "demand";
    }

    private bool IsDefinite(MeasureNoun measure) =>
        clauses.Lemma(measure.First) is "the" or "its" or "their" or "these" or "those" or "such" or "his" or "all";

    private bool ReadDirect(int verb, MeasureVerb entry)
    {
        var targets = new List<int>();
        _arguments.Find(verb, entry.Target, targets);
        if (targets.Count == 0 || entry.Target.Kind == SlotKind.Preposition && (clauses.Object(verb) >= 0 || clauses.IsPassive(verb))) return false;
        if (clauses.Words[verb].Upos == Upos.ADJ || clauses.Is(verb, "amod")) return false;
        if (entry.Target.Kind == SlotKind.Object)
            foreach (int c in clauses.Children(verb))
                if (clauses.Is(c, "obj") && !targets.Contains(c)) targets.Add(c);
        int fitting = targets.FindIndex(t => IsSaidOf(entry, t));
        int target = targets[Math.Max(0, fitting)];
        if (_nouns.At(target) is { Class: MeasureClass.Benefit or MeasureClass.Pact } || !IsSaidOf(entry, target)) return false;
        var verdict = _status.Of(verb);
        var change = entry.Change;
        AddPhrases(verb, "from", targets);
        AddPhrases(verb, "in", targets);
        targets.Remove(verb);
        _claims.Add(new Claim(verb, null, entry.Instrument, MeasureClass.Restriction, change, verdict.Status, verdict.Stage,
            entry.Name + " " + Phrase(target), ActorsOfVerb(verb, verdict.Top), targets, verdict.Top, verdict.Background, false, null, entry.Verb));
        return true;
    }

    /// <summary>"recognised Palestine" and "banned imports" are measures, "recognised the need" and "banned children" are none.</summary>
    private bool IsSaidOf(MeasureVerb entry, int target) => entry.Of switch
    {
        MeasureObjects.State => actors.HeadedAt(target).Any(a => a is { Kind: ActorKind.State or ActorKind.Body, Code: not null }) || clauses.Lemma(target) is "state" or "independence" or "statehood" or "sovereignty" && actors.Names(target),
        MeasureObjects.Somebody => actors.Of(target).Concat(actors.AllBelow(target, -1)).Any(p => p.Code is not null),
        MeasureObjects.Trade => lexicon.IsTrade(clauses.Lemma(target)) || actors.Of(target).Any(p => p.Code is not null),
        _ => true,
    };

    private string Phrase(int head)
    {
        int first = _nouns.PhraseStart(head);
        while (first < head && clauses.Words[first].Upos == Upos.DET) first++;
        return string.Join(' ', Enumerable.Range(first, head - first + 1).Select(i => clauses.Words[i].Form));
    }

    private void Add(int word, MeasureNoun measure, ChangeKind change, string rule, int also = -1)
    {
        // "reduce or eliminate tariffs" is one change, told by its first verb
        if (clauses.Is(word, "conj") && _claims.Exists(c => c.Measure?.Head == measure.Head && c.Word == clauses.Head(word))) return;
        _taken.Add(measure.Head);
        var verdict = _status.Of(word);
        var quantity = _extents.Quantity(measure);
        bool partial = _extents.IsPartial(word, measure) || quantity is not null && measure.Class == MeasureClass.Presence;
        if (change == ChangeKind.Cancel && measure.Class == MeasureClass.Presence && partial) change = ChangeKind.Reduce;
        if (change == ChangeKind.Lift && partial) change = ChangeKind.Ease;
        // what runs out by itself threatens nobody
        var status = change == ChangeKind.Expire && verdict.Status == ClaimStatus.Threatened ? ClaimStatus.Announced : verdict.Status;
        var stage = change == ChangeKind.Authorise ? Stage.Authorised : verdict.Stage;
        _claims.Add(new Claim(word, measure, measure.Instrument, measure.Class, change, status, stage, null,
            ActorWords(word, measure, verdict.Top, also), TargetWords(word, measure, also), verdict.Top, verdict.Background, partial, quantity, rule) { Needs = Needs(measure) is var needs && needs == NeededParties.Two && change is not (ChangeKind.Impose or ChangeKind.Authorise or ChangeKind.Postpone) ? NeededParties.One : needs });
    }

    /// <summary>Whether a common word is a measure between states here, and no "agreement" of two friends: rules for the weak ones.</summary>
    private bool IsPolitical(MeasureNoun measure, int word)
    {
        if (measure.Phrase.Words.Length > 1) return true;
        return measure.Phrase.Words[0] switch
        {
            "entry" => clauses.Lemma(word) is "deny" or "refuse" or "bar" or "block" or "ban" or "prohibit" or "restrict",
            "visa" => clauses.Lemma(word) is not ("increase" or "expand" or "extend" or "issue" or "renew" or "process" or "give" or "grant") && clauses.Words[measure.Head].Xpos == "NNS",
            "duty" => HasChildOf(measure.Head, "import", "export", "custom", "customs", "punitive", "punishing", "dumping", "countervailing", "steep", "additional", "preferential", "retaliatory", "protective") || HasCaseBelow(measure.Head, "on"),
            "ambassador" or "envoy" or "diplomat" or "consul" or "attache" or "attaché" when clauses.Words[measure.Head].Upos == Upos.PROPN => false,
            "ambassador" or "envoy" or "diplomat" or "consul" or "attache" or "attaché" => clauses.Lemma(word) is "recall" or "expel" or "withdraw" or "eject" or "kick" or "throw" or "boot" or "order" or "call" or "return" or "reinstate"
                or "restore" or "send" or "pull" or "exchange" or "bar" or "expulsion" or "withdrawal" or "return" or "remove" or "exchange" or "evacuate",
            "flight" or "port" or "pipeline" or "inspection" or "membership" or "monitor" or "inspector" or "serviceman" or "drill" or "vaccine" or "reparation" =>
                clauses.Words[measure.Head].Upos != Upos.PROPN && (actors.Names(measure.Head) || HasModifier(measure)),

            "force" => clauses.Words[measure.Head].Xpos is "NNS" or "NNPS" || clauses.HasChild(measure.Head, "peacekeeping"),
            "fire" => clauses.Lemma(word) == "cease",
            "link" or "contact" or "payment" or "marine" or "observer" or "charter" or "compact" or "brigade" =>
                clauses.Words[measure.Head].Xpos is "NNS" or "NN" && HasModifier(measure),
            "program" or "programme" or "scheme" or "initiative" => HasModifier(measure),
            "talk" => clauses.Words[measure.Head].Xpos == "NNS",
            _ => true,
        };
    }

    /// <summary>Words that friends, firms and parliaments use as much as states do need parties beside them.</summary>
    private NeededParties Needs(MeasureNoun measure) => measure.Phrase.Words switch
    {
        ["link" or "contact" or "cooperation"] => NeededParties.Two,
        ["agreement" or "deal" or "accord" or "pact" or "alliance" or "charter" or "compact" or "protocol" or "convention" or "memorandum"] => NeededParties.Two,
        ["aid" or "assistance" or "loan" or "grant" or "funding"] when HasChildOf(measure.Head, "development", "foreign", "military", "humanitarian", "economic", "food", "emergency", "budget", "technical", "international", "security") => NeededParties.One,
        ["aid" or "assistance" or "funding" or "loan" or "grant" or "donation" or "subsidy" or "financing" or "payment" or "contribution" or "credit" or "compensation"] => NeededParties.Target,
        ["ban" or "prohibition" or "moratorium" or "restriction" or "curb" or "bar"] when !IsOfTrade(measure) => NeededParties.Target,
        _ => measure.Class is MeasureClass.Truce || measure.Phrase.Words is ["treaty"] or ["sanction"] or ["embargo"] or ["tariff"] ? NeededParties.Any : NeededParties.One,
    };

    /// <summary>Whether the phrase of a ban speaks of what crosses borders: "ban on imports", "on Muslims entering the country".</summary>
    private bool IsOfTrade(MeasureNoun measure)
    {
        foreach (int i in clauses.Sentence.Subtree(measure.Head))
            if (lexicon.IsTrade(clauses.Lemma(i)) || clauses.Lemma(i) is "enter") return true;
        for (int i = measure.Head + 1; i < clauses.Words.Length && i <= measure.Head + 6 && clauses.Words[i].Upos != Upos.PUNCT; i++)
            if (lexicon.IsTrade(clauses.Lemma(i))) return true;
        return false;
    }

    private bool HasChildOf(int word, params ReadOnlySpan<string> lemmas)
    {
        foreach (int c in clauses.Children(word))
            if (lemmas.Contains(clauses.Lemma(c))) return true;
        return word > 0 && lemmas.Contains(clauses.Lemma(word - 1));
    }

    private bool HasCaseBelow(int word, string preposition)
    {
        foreach (int c in clauses.Children(word))
            if (clauses.Is(c, "nmod") && clauses.HasCase(c, preposition)) return true;
        return false;
    }

    private bool HasModifier(MeasureNoun measure)
    {
        foreach (int c in clauses.Children(measure.Head))
            if (clauses.Is(c, "amod") || clauses.Is(c, "compound") || clauses.Words[c].Relation == "nmod") return true;
        return false;
    }

    private List<int> ActorsOfVerb(int verb, int top)
    {
        var found = new List<int>();
        _arguments.Find(verb, new Slot(SlotKind.Subject), found);
        if (top != verb && found.Count == 0 && clauses.IsVerb(top)) _arguments.Find(top, new Slot(SlotKind.Subject), found);
        return found;
    }

    /// <summary>Where the actor may stand, best first: whom a call is made to, the subject, whose decision or measure it is, who performs it.</summary>
    /// <param name="also">The noun of the change where a verb says that it lasts ("the suspension of aid … remains"), -1 for none.</param>
    private List<int> ActorWords(int word, MeasureNoun measure, int top, int also)
    {
        var found = new List<int>();
        if (top != word && clauses.IsVerb(top) && IsAsking(top)) AddAddressees(top, found);
        if (clauses.IsVerb(word))
        {
            if (_status.NounBefore(word) is var noun and >= 0 && noun != measure.Outer) AddNounActors(noun, found);
            if (IsMistakenForAdjective(word)) found.Add(SubjectBefore(word));
            else _arguments.Find(word, new Slot(SlotKind.Subject), found);
        }
        else
        {
            AddNounActors(word, found);
        }
        if (also >= 0 && found.Remove(also)) AddNounActors(also, found);
        found.Remove(measure.Outer);
        AddOwners(measure, found);
        int verb = clauses.IsVerb(word) ? -1 : clauses.ClauseAbove(word);
        if (verb >= 0 && (verb == top || clauses.Is(word, "obj") || clauses.Words[word].Relation == "nsubj:pass") && !IsAsking(verb))
            _arguments.Find(verb, new Slot(SlotKind.Subject), found);
        int clause = clauses.IsVerb(top) && !IsAsking(top) ? top : -1;
        if (clause >= 0 && clauses.Subject(clause) < 0 && !clauses.IsPassive(clause) && NearWords.Before(clauses, clause) is var near and >= 0) found.Add(near);
        found.RemoveAll(w => w == word || w == measure.Head || w == measure.Outer);
        return found;
    }

    private bool IsAsking(int verb)
    {
        foreach (var g in lexicon.Governors(clauses.Lemma(verb)))
            if (g.Status == ClaimStatus.CalledFor && (g.Particle is null || clauses.HasParticle(verb, g.Particle))) return true;
        return false;
    }

    /// <summary>Whom a call is made to: "urged X to lift", "called on X to lift".</summary>
    private void AddAddressees(int verb, List<int> found)
    {
        _arguments.Find(verb, new Slot(SlotKind.Object), found);
        AddPhrases(verb, "on", found);
        AddPhrases(verb, "upon", found);
        AddPhrases(verb, "to", found);
    }

    private void AddNounActors(int noun, List<int> found)
    {
        _arguments.Find(noun, new Slot(SlotKind.Possessor), found);
        foreach (int c in clauses.Children(noun))
            if (clauses.Is(c, "nmod") && clauses.HasCase(c, "by")) found.Add(c);
        _arguments.Find(noun, new Slot(SlotKind.Modifier), found);
    }

    /// <summary>Whose measure it is by its own words: "its ban", "US aid", "American troops".</summary>
    private void AddOwners(MeasureNoun measure, List<int> found)
    {
        AddNounActors(measure.Head, found);
        for (int i = measure.First; i < measure.Head; i++)
            if (clauses.Words[i].Upos is Upos.PROPN or Upos.ADJ) found.Add(i);
        found.RemoveAll(w => IsAimedAt(measure, w) || HasAimed(measure, w));
        for (int i = measure.First - 1; i >= 0 && clauses.Words[i].Upos is Upos.PROPN or Upos.ADJ; i--) found.Add(i);
        if (measure.Outer != measure.Head) AddNounActors(measure.Outer, found);
        // "the embargo it has imposed": the clause that tells whose it is
        foreach (int c in clauses.Children(measure.Head))
            if (clauses.Is(c, "acl") && clauses.Subject(c) is var s and >= 0 && s != measure.Head && s != measure.Outer) found.Add(s);
    }

    /// <summary>"Iran sanctions" are sanctions on Iran, where "Iranian sanctions" and "US sanctions" are whose they are.</summary>
    private bool IsAimedAt(MeasureNoun measure, int word) => measure.Class is MeasureClass.Restriction or MeasureClass.Levy && word < measure.Head && word >= measure.First
        && clauses.Words[word].Upos == Upos.PROPN && clauses.Words[word].Relation is "compound" or "nmod" or "nmod:desc" && !IsAbbreviated(clauses.Words[word].Form)
        && !(word + 1 < clauses.Words.Length && clauses.Words[word + 1].Xpos == "POS") && actors.HeadedAt(word).Any(a => a.Kind == ActorKind.State);

    private bool HasAimed(MeasureNoun measure, int word)
    {
        foreach (int c in clauses.Children(word))
            if (word < measure.Head && IsAimedAt(measure, c)) return true;
        return false;
    }

    private static bool IsAbbreviated(string form) => form.Length <= 5 && form.All(c => char.IsUpper(c) || c == '.');

    private static readonly Dictionary<MeasureClass, string[]> TargetPrepositions = new()
    {
        [MeasureClass.Restriction] = ["on", "against", "to", "of", "for", "from", "over", "toward"],
        [MeasureClass.Levy] = ["on", "against", "from", "for"],
        [MeasureClass.Benefit] = ["to", "for", "in", "on", "against"],
        [MeasureClass.Bond] = ["with", "to", "between", "of", "from"],
        [MeasureClass.Pact] = ["with", "between"],
        [MeasureClass.Presence] = ["in", "from", "to", "into", "near", "at", "on", "out", "of"],
        [MeasureClass.Truce] = ["with", "between"],
        [MeasureClass.Regime] = ["with", "in", "at", "on", "between", "for", "against"],
    };

    /// <param name="also">A further word that the target may hang on, -1 for none.</param>
    private List<int> TargetWords(int word, MeasureNoun measure, int also)
    {
        var found = new List<int>();
        for (int i = measure.First; i < measure.Head; i++)
            if (IsAimedAt(measure, i)) found.Add(i);
        foreach (var preposition in TargetPrepositions[measure.Class])
        {
            AddPhrases(measure.Head, preposition, found);
            if (measure.Outer != measure.Head) AddPhrases(measure.Outer, preposition, found);
            if (also >= 0 && !clauses.Is(also, "obj")) AddPhrases(also, preposition, found);
            if (preposition != "of") AddPhrases(word, preposition, found);
            // the parser may hang the phrase on the verb that carries the noun
            int verb = clauses.IsVerb(word) ? clauses.Head(measure.Outer) : clauses.Head(word);
            if (verb >= 0 && verb != word && clauses.IsVerb(verb) && preposition is "on" or "against" or "to" or "with" or "from") AddPhrases(verb, preposition, found);
        }
        if (also >= 0 && clauses.Is(also, "obj")) found.Add(also); // "left Chad"
        // "expelled Syria's ambassador": a bond is also named by whom it binds to
        if (measure.Class == MeasureClass.Bond) AddNounActors(measure.Head, found);
        found.RemoveAll(w => w == measure.Head || w == measure.Outer || w == word);
        return found;
    }

    private void AddPhrases(int word, string preposition, List<int> found)
    {
        foreach (int c in clauses.Children(word))
            if ((clauses.Is(c, "obl") || clauses.Is(c, "nmod")) && clauses.HasCase(c, preposition) && !found.Contains(c)) found.Add(c);
    }
}
