using Chancery.Reading.Events;
using Chancery.Reading.Events.Frames;
using Chancery.Reports;

namespace Chancery.Reading.Measures;

/// <summary>Tells where a common word is a measure between states, and what parties it must have beside it to be one.</summary>
internal sealed class PoliticalWords(MeasureLexicon lexicon, Clauses clauses, SentenceActors actors)
{
    /// <summary>Whether a common word is a measure between states here, and no "agreement" of two friends: rules for the weak ones.</summary>
    public bool IsPolitical(MeasureNoun measure, int word)
    {
        if (measure.Phrase.Words.Length > 1) return true;
        return measure.Phrase.Words[0] switch
        {
            // "export capabilities", "allow exports to grow" are none
            "export" or "import" => clauses.Words[measure.Head].Upos == Upos.NOUN && !clauses.Is(measure.Head, "compound") && !(clauses.Lemma(word) is "allow" or "permit" && clauses.Sentence.Child(word, "xcomp") >= 0),
            "flight" when clauses.Lemma(word) is "begin" or "start" => false,
            "trade" or "travel" => clauses.HasPhrase(measure.Head, "with") || clauses.HasPhrase(measure.Head, "between") || clauses.HasPhrase(word, "with") || clauses.HasPhrase(measure.Head, "to") || clauses.HasPhrase(measure.Head, "from") || HasChildOf(measure.Head, "bilateral", "cross-border", "mutual", "all"),
            "sale" or "purchase" => clauses.HasPhrase(measure.Head, "to") || clauses.HasPhrase(measure.Head, "from") || clauses.HasPhrase(word, "to") || clauses.HasPhrase(word, "from"),
            "measure" => IsAgainstState(measure.Head),
            "cooperation" when clauses.Lemma(word) is "close" or "open" => false,
            "limit" => IsOnTrade(measure.Head),
            "fire" => clauses.Lemma(word) == "cease",
            "entry" => clauses.Lemma(word) is "deny" or "refuse" or "bar" or "block" or "ban" or "prohibit" or "restrict",
            "visa" => clauses.Lemma(word) is not ("increase" or "expand" or "extend" or "issue" or "renew" or "process" or "give" or "grant") && clauses.Words[measure.Head].Xpos == "NNS",
            "duty" => IsAgainstDumping(measure) || HasChildOf(measure.Head, "import", "export", "custom", "customs", "punitive", "punishing", "dumping", "countervailing", "steep", "additional", "preferential", "retaliatory", "protective") || HasCaseBelow(measure.Head, "on") || measure.Head + 1 < clauses.Words.Length && clauses.Lemma(measure.Head + 1) == "on"
                // what is imposed and scrapped in the plural is no task
                || clauses.Words[measure.Head].Xpos == "NNS" && clauses.Lemma(word) is "impose" or "reimpose" or "levy" or "slap" or "reinstate" or "scrap" or "abolish" or "waive" or "hike",
            "ambassador" or "envoy" or "diplomat" or "consul" or "attache" or "attaché" when clauses.Words[measure.Head].Upos == Upos.PROPN => false,
            "ambassador" or "envoy" or "diplomat" or "consul" or "attache" or "attaché" => clauses.Lemma(word) is "recall" or "expel" or "withdraw" or "eject" or "kick" or "throw" or "boot" or "order" or "call" or "return" or "reinstate"
                or "restore" or "send" or "pull" or "exchange" or "bar" or "declare" or "expulsion" or "withdrawal" or "return" or "remove" or "exchange" or "evacuate",
            "flight" when clauses.HasPhrase(measure.Head, "to") || clauses.HasPhrase(measure.Head, "from") || clauses.HasPhrase(measure.Head, "between") || clauses.HasPhrase(word, "to") || clauses.Lemma(word) is "suspend" or "halt" or "stop" or "resume" or "ban" or "cancel" => clauses.Words[measure.Head].Upos != Upos.PROPN,
            "flight" or "port" or "pipeline" or "inspection" or "membership" or "monitor" or "inspector" or "serviceman" or "drill" or "vaccine" or "reparation" =>
                clauses.Words[measure.Head].Upos != Upos.PROPN && (actors.Names(measure.Head) || HasModifier(measure)),

            "force" => clauses.Words[measure.Head].Xpos is "NNS" or "NNPS" || clauses.HasChild(measure.Head, "peacekeeping"),
            "army" => clauses.Words[measure.Head].Upos == Upos.NOUN && clauses.Lemma(word) is "withdraw" or "send" or "deploy" or "move" or "pull" or "withdrawal" or "deployment",
            "marine" => clauses.Words[measure.Head].Xpos is "NNS" or "NNPS" && (clauses.Sentence.Child(measure.Head, "nummod") >= 0 || HasModifier(measure)),
            "payment" when clauses.Lemma(word) is "suspend" or "freeze" or "halt" or "withhold" or "resume" or "release" or "stop" or "unfreeze" or "suspension" or "resumption" => true,
            "consultation" or "checkpoint" => HasModifier(measure),
            "mission" => clauses.Lemma(word) is "close" or "shut" or "open" or "reopen" or "expel" && measure.Head > 0 && clauses.Words[measure.Head - 1].Xpos == "POS",
            "link" or "contact" or "payment" or "observer" or "charter" or "compact" or "brigade" =>
                clauses.Words[measure.Head].Xpos is "NNS" or "NN" && HasModifier(measure),
            "program" or "programme" or "scheme" or "initiative" => HasModifier(measure),
            "dialogue" => clauses.Lemma(word) is not ("begin" or "start" or "open" or "establish" or "set"),
            "talk" => clauses.Words[measure.Head].Xpos == "NNS",
            _ => true,
        };
    }

    private bool IsAgainstDumping(MeasureNoun measure)
    {
        for (int i = measure.First; i < measure.Head; i++)
            if (clauses.Words[i].Form.Contains("dumping", StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    /// <summary>Words that friends, firms and parliaments use as much as states do need parties beside them.</summary>
    public NeededParties Needs(MeasureNoun measure, ChangeKind change) =>
        Needs(measure) is var needs && needs == NeededParties.Two && change is not (ChangeKind.Impose or ChangeKind.Authorise or ChangeKind.Postpone) ? NeededParties.One : needs;

    private NeededParties Needs(MeasureNoun measure) => measure.Phrase.Words switch
    {
        ["link" or "contact" or "cooperation"] => NeededParties.Two,
        ["agreement" or "deal" or "accord" or "pact" or "alliance" or "charter" or "compact" or "protocol" or "convention" or "memorandum"] => NeededParties.Two,
        ["aid" or "assistance" or "loan" or "grant" or "funding"] when HasChildOf(measure.Head, "development", "foreign", "military", "humanitarian", "economic", "food", "emergency", "budget", "technical", "international", "security", "financial") => NeededParties.One,
        ["money" or "weapons"] => NeededParties.Target,
        _ when measure.Class == MeasureClass.Flow => NeededParties.Target,
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

    /// <summary>"measures against Chad": other measures are taken at home.</summary>
    /// <summary>"limits on beef exports".</summary>
    private bool IsOnTrade(int noun)
    {
        foreach (int c in clauses.Children(noun))
            if (clauses.Is(c, "nmod") && clauses.HasCase(c, "on") && clauses.Lemma(c) is "export" or "import" or "trade" or "sale" or "travel") return true;
        return false;
    }

    private bool IsAgainstState(int noun)
    {
        foreach (int c in clauses.Children(noun))
            if (clauses.Is(c, "nmod") && clauses.HasCase(c, "against") && actors.HeadedAt(c).Any(a => a.Kind == ActorKind.State || a is { Kind: ActorKind.Body, Sector: "GOV", Code.Length: 3 })) return true;
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
}
