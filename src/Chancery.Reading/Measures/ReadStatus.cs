using Chancery.Reading.Events.Frames;
using Chancery.Reports;

namespace Chancery.Reading.Measures;

/// <summary>What the words above a change make of it: planned, considered, asked for, threatened, denied, or decided on paper.</summary>
internal sealed class ReadStatus(MeasureLexicon lexicon, Clauses clauses)
{
    /// <param name="Top">The highest word that speaks of the change.</param>
    /// <param name="Governed">Whether any governor stands above it.</param>
    /// <param name="Background">Under a relative clause, "after …", a participle, or a pluperfect.</param>
    public readonly record struct Verdict(ClaimStatus Status, Stage Stage, int Top, bool Governed, bool Background, string? Word);

    private readonly ClauseBefore _before = new(clauses);
    private readonly WordsAbove _above = new(lexicon, clauses);
    private readonly Conditions _conditions = new(clauses);

    public Verdict Of(int word)
    {
        var modality = clauses.IsVerb(word) ? Modality.Of(clauses, word) : default;
        var status = FromModality(word, modality);
        var stage = Stage.InEffect;
        bool governed = false, background = modality.Perfect && HasHad(word);
        int top = word;
        string? decider = null;
        int at = word;
        for (int steps = 0; steps < 8; steps++)
        {
            bool passes = false;
            int head = at == word ? _above.Beside(at) : -1;
            if (head < 0 || _above.GovernorOf(head, at) is null) head = _above.GovernorAbove(at, out passes);
            if (head < 0) break;
            background |= IsBackground(at);
            // what stands beside a deed does not govern it: "approved a ban and closed its ports"
            if (!(clauses.Is(at, "conj") && clauses.IsVerb(at)) && _above.GovernorOf(head, at) is { } governor)
            {
                governed = true;
                top = head;
                decider ??= governor.Word;
                if (governor.OnPaper) stage = Stage.Authorised;
                status = Combine(status, governor, head, clauses.Words[at].Relation == "ccomp" && clauses.IsVerb(at) && clauses.Words[at].Xpos is not ("VB" or "VBG"));
            }
            else if (!passes)
            {
                break;
            }
            else if (clauses.IsVerb(head) && status == ClaimStatus.Happened && !WordsAbove.IsSaying(clauses.Lemma(head)) && !governed)
            {
                status = FromModality(head, Modality.Of(clauses, head));
            }
            at = head;
        }
        background |= IsBackground(at) && clauses.Words[at].Relation != "acl";
        if (status == ClaimStatus.Happened && !governed) status = ByOrder(word, status);
        status = _conditions.Of(word, top, status);
        return new Verdict(status, stage, top, governed, background, decider);
    }

    /// <summary>A clause that describes somebody, or tells what came before; "lifting the ban" and "while it lifted the ban" are told as news.</summary>
    private bool IsBackground(int word) => clauses.Words[word].Relation switch
    {
        "acl:relcl" => true,
        "acl" => !clauses.HasCase(word, "to"),
        "advcl" => clauses.HasCase(word, "after") || clauses.HasCase(word, "since") || clauses.HasCase(word, "following") || clauses.HasCase(word, "once") || clauses.HasCase(word, "when")
            || clauses.HasCase(word, "because") || clauses.HasCase(word, "before"),
        _ => false,
    };

    /// <summary>"Chad to lift its ban": a headline without a finite verb tells what will be; "demanded that Chad lift its ban" asks for it.</summary>
    private ClaimStatus ByOrder(int verb, ClaimStatus status)
    {
        if (verb >= 2 && clauses.Lemma(verb - 1) == "be" && clauses.Lemma(verb - 2) == "to" && clauses.Is(verb, "advcl")) return HasCallBefore(verb) ? ClaimStatus.CalledFor : ClaimStatus.Announced;
        if (!clauses.IsVerb(verb) || !clauses.Words[verb].Form.Equals(clauses.Lemma(verb), StringComparison.OrdinalIgnoreCase)) return status;
        if (_before.HasThat(verb)) return _before.Status(lexicon, verb) is ClaimStatus.CalledFor ? ClaimStatus.CalledFor : status;
        if (verb < 2 || clauses.Lemma(verb - 1) != "to" || clauses.Words[verb - 2].Upos is not (Upos.PROPN or Upos.NOUN)) return status;
        foreach (var word in clauses.Words)
            if (word.Xpos is "VBD" or "VBZ" or "MD") return status;
        return ClaimStatus.Announced;
    }

    /// <summary>"appealed for a force to be sent".</summary>
    private bool HasCallBefore(int verb)
    {
        for (int i = 0; i < verb; i++)
            if (clauses.Words[i].Upos == Reports.Upos.VERB && IsAsked(i)) return true;
        return false;
    }

    private ClaimStatus FromModality(int verb, Modality modality)
    {
        if (!clauses.IsVerb(verb)) return ClaimStatus.Happened;
        if (modality.Negated) return ClaimStatus.Denied;
        if (modality.Hypothetical) return ClaimStatus.Considered;
        return modality.Mood switch
        {
            Mood.Will => ClaimStatus.Announced,
            // "said that it would": a plan told of in the past
            Mood.Would when clauses.Words[verb].Relation == "ccomp" && clauses.Head(verb) is var above and >= 0 && WordsAbove.IsSaying(clauses.Lemma(above)) => ClaimStatus.Announced,
            Mood.Would or Mood.May => ClaimStatus.Considered,
            Mood.Must => ClaimStatus.CalledFor,
            _ => IsToBe(verb) ? ClaimStatus.Announced : ClaimStatus.Happened,
        };
    }

    /// <summary>"is to extend".</summary>
    private bool IsToBe(int verb) => verb >= 2 && clauses.Lemma(verb - 1) == "to" && clauses.Lemma(verb - 2) == "be";

    private bool HasHad(int verb)
    {
        foreach (int c in clauses.Children(verb))
            if (clauses.Is(c, "aux") && clauses.Words[c].Form.Equals("had", StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private ClaimStatus Combine(ClaimStatus below, Governor governor, int head, bool isFinite)
    {
        var modality = clauses.IsVerb(head) ? Modality.Of(clauses, head) : default;
        // "wants Chad to lift its ban"
        if (governor.Word == "want" && !modality.Negated && below != ClaimStatus.Denied && clauses.Sentence.Child(head, "obj") >= 0) return ClaimStatus.CalledFor;
        // what one chamber votes for is not yet decided
        if (governor.Word == "vote" && IsOfOneChamber(head)) return below == ClaimStatus.Happened ? ClaimStatus.Considered : below;
        if ((modality.Negated || clauses.Words[head].Upos == Upos.NOUN && clauses.HasChild(head, "no")) && governor.Status != ClaimStatus.Denied) return ClaimStatus.Denied;
        if (below == ClaimStatus.Denied && governor.Status is ClaimStatus.Happened or ClaimStatus.Announced) return ClaimStatus.Denied;
        // "announced that it had suspended": a deed told as done was done
        if (below == ClaimStatus.Happened && isFinite && governor.Status is (ClaimStatus.Announced or ClaimStatus.Considered)) return below;
        // what a council decides of its own measure is done
        if (governor.Word == "decide" && below == ClaimStatus.Happened && modality.Mood is not (Mood.May or Mood.Would or Mood.Will) && IsOfCouncil(head)) return ClaimStatus.Happened;
        if (governor.Status == ClaimStatus.Happened) return below == ClaimStatus.Happened ? FromModality(head, modality) : below;
        if (governor.Status == ClaimStatus.Announced && modality.Mood is Mood.May or Mood.Would) return ClaimStatus.Considered;
        if (governor.Status == ClaimStatus.Announced && HasDoubt(head)) return ClaimStatus.Considered;
        return governor.Status;
    }

    /// <inheritdoc cref="WordsAbove.NounBefore"/>
    public int NounBefore(int verb) => _above.NounBefore(verb);

    /// <inheritdoc cref="Conditions.HasIf"/>
    public bool HasIf(int word) => _conditions.HasIf(word);

    /// <summary>Whether a word asks for what stands below it.</summary>
    public bool IsAsked(int top)
    {
        foreach (var governor in lexicon.Governors(clauses.Lemma(top)))
            if (governor.Status == ClaimStatus.CalledFor && (governor.Particle is null || clauses.HasParticle(top, governor.Particle))) return true;
        return false;
    }

    private bool IsOfCouncil(int verb) => clauses.Subject(verb) is var body and >= 0 && clauses.Lemma(body) is "council" or "assembly" or "board" or "bloc" or "union"
        || clauses.Subject(verb) is var ministers and >= 0 && clauses.Lemma(ministers) is "minister" or "leader" or "government" && clauses.Words[ministers].Xpos is "NNS" or "NNPS" && HasChildForm(ministers, "EU", "European");

    private bool HasChildForm(int word, string one, string other)
    {
        foreach (int c in clauses.Children(word))
            if (clauses.Words[c].Form == one || clauses.Words[c].Form == other) return true;
        return false;
    }

    private bool IsOfOneChamber(int verb) => clauses.Subject(verb) is var voter and >= 0
        && (clauses.Lemma(voter) is "senate" or "chamber" or "committee" or "lawmaker" or "deputy" or "mp" or "bundestag" or "duma" or "subcommittee" || clauses.Lemma(voter) == "house" && voter > 0 && (clauses.Lemma(voter - 1) is "low" or "lower" or "upper" || clauses.Words[voter].Form == "House"));

    private bool HasDoubt(int verb) => clauses.HasChild(verb, "tentatively") || clauses.HasChild(verb, "possibly") || clauses.HasChild(verb, "perhaps");
}
