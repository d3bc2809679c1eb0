using Chancery.Reading.Events.Frames;
using Chancery.Reading.Events.Predicates;
using Chancery.Reading.Events.Types;
using Chancery.Reports;

namespace Chancery.Reading.Events;

/// <summary>
/// Which event a sentence is told for: the one whose predicate stands nearest to the sentence's root and whose type the sentence's words
/// make likely. Where the words speak clearly for a type that no frame has, the foremost frame takes it.
/// </summary>
internal sealed class ChooseMain(TypeModel? model)
{
    /// <summary>How much a step towards the root weighs against the likelihood of a type.</summary>
    private const double StepWeight = 1.1, TypeWeight = 0.7;

    /// <summary>A sentence is not told for an event that hangs this deep or deeper; for one that a noun names, sooner.</summary>
    private const double TooDeep = 8, NounTooDeep = 2.2;

    /// <summary>A type must be this likely, and the frame's own this unlikely, before the words overrule the frame.</summary>
    private const float Sure = 0.90f, Doubtful = 0.05f;

    /// <summary>Puts the sentence's types right and gives the index of its main event, or -1.</summary>
    public int Choose(Clauses clauses, List<Frame> frames, EventLexicon lexicon)
    {
        if (frames.Count == 0) return model is null ? -1 : Untold(clauses, frames, lexicon);
        int nearest = 0;
        var costs = new double[frames.Count];
        for (int i = 0; i < costs.Length; i++)
            if ((costs[i] = Cost(clauses, frames[i])) < costs[nearest]) nearest = i;
        if (model is null) return IsForemost(clauses, frames[nearest], costs[nearest]) ? nearest : -1;

        var features = new List<int>(256);
        TypeFeatures.Collect(clauses, frames, nearest, features);
        Span<float> likely = stackalloc float[TypeModel.Types.Length];
        model.Likelihoods(features, likely);
        int best = -1;
        double highest = double.MinValue;
        for (int i = 0; i < frames.Count; i++)
        {
            double score = TypeWeight * Math.Log(Math.Max(0.02, Of(likely, frames[i].Meaning.Type))) - StepWeight * costs[i];
            if (score > highest) (best, highest) = (i, score);
        }
        if (!IsForemost(clauses, frames[best], costs[best])) return -1;
        int top = Top(likely);
        // that a yielding to come is CONCEDE and no AGREE is the codebook's rule and not for words to say
        // and that sanctions are SANCTION, not the COERCE of older tables
        bool ruled = frames[best].Meaning.Type == "SANCTION" && TypeModel.Types[top] == "COERCE" || IsYielding(frames[best].Meaning.Type) && (IsYielding(TypeModel.Types[top]) || TypeModel.Types[top] == "AGREE");
        if (!ruled && likely[top] >= Sure && TypeModel.Types[top].Length > 0 && Of(likely, frames[best].Meaning.Type) <= Doubtful)
            frames[best] = frames[best].With(frames[best].Predicate, lexicon.Plain(TypeModel.Types[top]), FormattableString.Invariant($"words {likely[top]:0.00} over {frames[best].Rule}"));
        return best;
    }

    private static bool IsForemost(Clauses clauses, Frame frame, double cost) =>
        !frame.Negated && cost < (clauses.IsVerb(frame.Predicate) || clauses.Words[frame.Predicate].Upos == Upos.ADJ ? TooDeep : NounTooDeep);

    /// <summary>A sentence without a frame whose words speak clearly for a type: its main verb tells that event.</summary>
    private int Untold(Clauses clauses, List<Frame> frames, EventLexicon lexicon)
    {
        int root = clauses.Sentence.Root;
        if (root < 0 || !clauses.IsVerb(root)) return -1;
        var features = new List<int>(256);
        TypeFeatures.Collect(clauses, frames, -1, features);
        Span<float> likely = stackalloc float[TypeModel.Types.Length];
        model!.Likelihoods(features, likely);
        int top = Top(likely);
        if (likely[top] < Sure || TypeModel.Types[top].Length == 0) return -1;
        int subject = clauses.Subject(root), obj = clauses.Object(root);
        frames.Add(new Frame
        {
            Predicate = root, Deed = root, Meaning = lexicon.Plain(TypeModel.Types[top]), Rule = FormattableString.Invariant($"words {likely[top]:0.00}"),
            Source = subject >= 0 ? [subject] : [], Target = obj >= 0 ? [obj] : [], Trigger = [root],
        });
        return 0;
    }

    /// <summary>The frame that stands nearest to the root, or -1.</summary>
    public static int Nearest(Clauses clauses, IReadOnlyList<Frame> frames)
    {
        int nearest = -1;
        double least = double.MaxValue;
        for (int i = 0; i < frames.Count; i++)
            if (Cost(clauses, frames[i]) is var cost && cost < least) (nearest, least) = (i, cost);
        return nearest;
    }

    private static bool IsYielding(string type) => type is "CONCEDE" or "RETREAT";

    private static float Of(ReadOnlySpan<float> likely, string type) => likely[Array.IndexOf(TypeModel.Types, type)];

    private static int Top(ReadOnlySpan<float> likely)
    {
        int top = 0;
        for (int t = 1; t < likely.Length; t++)
            if (likely[t] > likely[top]) top = t;
        return top;
    }

    /// <summary>The lower, the likelier the sentence was written for the frame.</summary>
    public static double Cost(Clauses clauses, Frame frame)
    {
        double cost = 0;
        for (int at = frame.Predicate; clauses.Head(at) >= 0; at = clauses.Head(at)) cost += Step(clauses, at);
        if (frame.Negated) cost += 6;
        if (frame.Source.Length == 0) cost += 0.8;
        if (frame.Target.Length == 0 && !frame.Reciprocal) cost += 0.3;
        if (frame.Source.Length == 0 && frame.Target.Length == 0) cost += 1;
        if (!clauses.IsVerb(frame.Predicate)) cost += 0.5;
        return cost;
    }

    private static double Step(Clauses clauses, int word) => clauses.Words[word].UniversalRelation switch
    {
        "conj" => 0.6,
        "ccomp" => 0.4,
        "xcomp" => 0.4,
        "parataxis" => 0.5,
        "obj" or "nsubj" => 0.8,
        "obl" => 1.5,
        "advcl" => 2,
        "acl" => clauses.Words[word].Relation == "acl:relcl" ? 6 : 2.4, // a relative clause describes somebody: the sentence is told for something else
        "appos" => 1.5,
        "nmod" => 1.2,
        "amod" or "compound" => 2.5,
        _ => 1,
    };
}
