using Chancery.Reading.Events;
using Chancery.Reading.Events.Frames;

namespace Chancery.Reading.Measures;

/// <summary>Reads deeds that repeat the one told before: "Chad followed suit", "Niger is preparing to do the same".</summary>
internal sealed class ReadSameDeed(Clauses clauses, SentenceActors actors, ReadStatus status, ClaimList claims)
{
    /// <returns>True where the verb was read so.</returns>
    public bool Read(int verb)
    {
        if (!IsSame(verb) || Doer(verb) is not (var who and >= 0) || !actors.Names(who)) return false;
        var verdict = status.Of(verb);
        claims.Add(new Claim(verb, null, null, null, Reports.ChangeKind.Reaffirm, verdict.Status, verdict.Stage, null, [who], [], verdict.Top, verdict.Background, false, null, $"{clauses.Lemma(verb)} the same") { IsSame = true });
        return true;
    }

    /// <summary>"after a similar decision by Chad": who took it did the same.</summary>
    public void ReadNoun(int noun)
    {
        if (clauses.Lemma(noun) is not ("decision" or "move" or "step" or "measure" or "action" or "ban" or "order" or "suspension") || !clauses.HasChild(noun, "similar")) return;
        foreach (int c in clauses.Children(noun))
            if (clauses.HasCase(c, "by") && actors.Names(c))
                claims.Add(new Claim(noun, null, null, null, Reports.ChangeKind.Reaffirm, Reports.ClaimStatus.Happened, Reports.Stage.InEffect, null, [c], [], noun, true, false, null, "similar " + clauses.Lemma(noun)) { IsSame = true });
    }

    private bool IsSame(int verb)
    {
        if (clauses.Lemma(verb) is not ("follow" or "do")) return false;
        bool follows = clauses.Lemma(verb) == "follow";
        for (int i = verb + 1; i < clauses.Words.Length && i <= verb + 2; i++)
            if (follows ? clauses.Lemma(i) == "suit" : clauses.Lemma(i) is "same" or "likewise") return true;
        return false;
    }

    private int Doer(int verb)
    {
        if (clauses.Subject(verb) is var who and >= 0) return who;
        // "is preparing to do the same": whoever the verb above is said of
        int head = clauses.Head(verb);
        return head >= 0 && clauses.IsVerb(head) ? clauses.Subject(head) : -1;
    }
}
