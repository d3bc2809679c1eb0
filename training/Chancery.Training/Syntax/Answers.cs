using System.Numerics;
using Chancery.Reading.Syntax.Network;

namespace Chancery.Training.Syntax;

/// <summary>Compares what the network's parts say of heads, relations and tags with the right answers, and gives the parts' gradients.</summary>
internal sealed unsafe class Answers(Parameters parameters, Vocabulary vocabulary, Recipe recipe, int shard, Algebra algebra)
{
    private readonly NetworkShape _shape = parameters.Shape;
    private readonly AlignedFloats _arcs = new(), _arcsBack = new(), _dependents = new(), _heads = new(), _scores = new();
    private readonly AlignedFloats _dependentsBack = new(), _headsBack = new(), _joined = new(), _joinedBack = new(), _partBack = new();
    private float* _parts, _back;

    public double Compare(Lockstep batch, Sample[] samples, float* parts, float* back, float weight)
    {
        _parts = parts;
        _back = back;
        new Span<float>(back, batch.Rows * _shape.Parts).Clear();
        return CompareHeads(batch, samples, weight) + CompareRelations(batch, samples, weight) + CompareTags(batch, samples, weight);
    }

    private double CompareHeads(Lockstep batch, Sample[] samples, float weight)
    {
        int arc = _shape.Arc;
        float* arcs = _arcs.Reserve(batch.Rows * arc), arcsBack = _arcsBack.Reserve(batch.Rows * arc);
        algebra.Apply(_parts + _shape.ArcDependent, _shape.Parts, batch.Rows, parameters.Arc, parameters.ArcBias, arcs, arc);
        double loss = 0;
        for (int s = 0; s < samples.Length; s++) loss += CompareTree(batch, s, samples[s], arcs, arcsBack, weight);
        float* partBack = _partBack.Reserve(batch.Rows * arc);
        algebra.Back(
            _parts + _shape.ArcDependent, _shape.Parts, batch.Rows, parameters.Arc, parameters.ArcBias, arcsBack, arc, partBack, arc);
        for (int row = 0; row < batch.Rows; row++)
            Algebra.Accumulate(partBack + (nint)row * arc, _back + (nint)row * _shape.Parts + _shape.ArcDependent, arc);
        return loss;
    }

    private double CompareTree(Lockstep batch, int sentence, Sample sample, float* arcs, float* arcsBack, float weight)
    {
        int arc = _shape.Arc, words = sample.Length, stride = Panels.Padded(words + 1);
        float* dependents = _dependents.Reserve(words * arc), heads = _heads.Reserve((words + 1) * arc);
        Copy(parameters.RootArc.Value, heads, arc);
        for (int i = 0; i < words; i++)
        {
            nint row = batch.Row(sentence, i);
            Copy(arcs + row * arc, dependents + i * arc, arc);
            Copy(_parts + row * _shape.Parts + _shape.ArcHead, heads + (i + 1) * arc, arc);
        }
        float* scores = _scores.Reserve(words * stride);
        algebra.Multiply(dependents, arc, 1, words, arc, heads, 1, arc, words + 1, scores, stride);
        double loss = 0;
        for (int i = 0; i < words; i++)
            loss += Algebra.Surprise(scores + i * stride, words + 1, sample.Heads[i] + 1, weight, impossible: i + 1);

        float* dependentsBack = _dependentsBack.Reserve(words * arc), headsBack = _headsBack.Reserve((words + 1) * arc);
        algebra.Multiply(scores, stride, 1, words, words + 1, heads, arc, 1, arc, dependentsBack, arc);
        algebra.Multiply(scores, 1, stride, words + 1, words, dependents, arc, 1, arc, headsBack, arc);
        Algebra.Accumulate(headsBack, parameters.RootArc.Gradient(shard), arc);
        for (int i = 0; i < words; i++)
        {
            nint row = batch.Row(sentence, i);
            Copy(dependentsBack + i * arc, arcsBack + row * arc, arc);
            Algebra.Accumulate(headsBack + (i + 1) * arc, _back + row * _shape.Parts + _shape.ArcHead, arc);
        }
        return loss;
    }

    private double CompareRelations(Lockstep batch, Sample[] samples, float weight)
    {
        int label = _shape.Label, count = vocabulary.Relations.Length, stride = Panels.Padded(count);
        float* joined = _joined.Reserve(batch.Rows * label), joinedBack = _joinedBack.Reserve(batch.Rows * label);
        for (int s = 0; s < samples.Length; s++)
            for (int i = 0; i < samples[s].Length; i++)
            {
                nint row = batch.Row(s, i);
                NetworkPass.Join(Dependent(row), Head(batch, s, samples[s].Heads[i]), joined + row * label, label);
            }
        float* scores = _scores.Reserve(batch.Rows * stride);
        algebra.Apply(joined, label, batch.Rows, parameters.Label, parameters.LabelBias, scores, stride);
        double loss = 0;
        for (int s = 0; s < samples.Length; s++)
            for (int i = 0; i < samples[s].Length; i++)
                loss += SurpriseOrNothing(scores + (nint)batch.Row(s, i) * stride, stride, count, samples[s].Relations[i], weight);
        algebra.Back(joined, label, batch.Rows, parameters.Label, parameters.LabelBias, scores, stride, joinedBack, label);
        for (int s = 0; s < samples.Length; s++)
            for (int i = 0; i < samples[s].Length; i++)
            {
                nint row = batch.Row(s, i);
                int head = samples[s].Heads[i];
                float* headBack = head < 0
                    ? parameters.RootLabel.Gradient(shard)
                    : _back + (nint)batch.Row(s, head) * _shape.Parts + _shape.LabelHead;
                JoinBack(
                    Dependent(row), Head(batch, s, head), joined + row * label, joinedBack + row * label,
                    _back + row * _shape.Parts + _shape.LabelDependent, headBack);
            }
        return loss;
    }

    private float* Dependent(nint row) => _parts + row * _shape.Parts + _shape.LabelDependent;

    private float* Head(Lockstep batch, int sentence, int head) => head < 0
        ? parameters.RootLabel.Value
        : _parts + (nint)batch.Row(sentence, head) * _shape.Parts + _shape.LabelHead;

    private void JoinBack(float* word, float* head, float* joined, float* back, float* wordBack, float* headBack)
    {
        Vector<float> one = Vector<float>.One, leak = new(Curves.Leak);
        for (int i = 0; i < _shape.Label; i += Vector<float>.Count)
        {
            var gradient = Vector.Load(back + i);
            gradient = Vector.ConditionalSelect(Vector.LessThan(Vector.Load(joined + i), Vector<float>.Zero), gradient * leak, gradient);
            Vector.Store(Vector.Load(wordBack + i) + gradient * (one + Vector.Load(head + i)), wordBack + i);
            Vector.Store(Vector.Load(headBack + i) + gradient * (one + Vector.Load(word + i)), headBack + i);
        }
    }

    private double CompareTags(Lockstep batch, Sample[] samples, float weight)
    {
        int tag = _shape.Tag, penn = vocabulary.Penn.Length, features = vocabulary.Features.Length;
        int count = TagSet.PartsOfSpeech + penn + features, stride = Panels.Padded(count);
        float* scores = _scores.Reserve(batch.Rows * stride);
        algebra.Apply(_parts + _shape.TagPart, _shape.Parts, batch.Rows, parameters.Tag, parameters.TagBias, scores, stride);
        float* group = stackalloc float[stride];
        double loss = 0;
        for (int s = 0; s < samples.Length; s++)
            for (int i = 0; i < samples[s].Length; i++)
            {
                float* row = scores + (nint)batch.Row(s, i) * stride;
                loss += Choose(row, TagSet.PartsOfSpeech, samples[s].Upos[i]);
                loss += Choose(row + TagSet.PartsOfSpeech, penn, samples[s].Penn[i]);
                loss += Choose(row + TagSet.PartsOfSpeech + penn, features, samples[s].Features[i]);
                new Span<float>(row + count, stride - count).Clear();
            }
        float* partBack = _partBack.Reserve(batch.Rows * tag);
        algebra.Back(
            _parts + _shape.TagPart, _shape.Parts, batch.Rows, parameters.Tag, parameters.TagBias, scores, stride, partBack, tag);
        for (int row = 0; row < batch.Rows; row++)
            Algebra.Accumulate(partBack + (nint)row * tag, _back + (nint)row * _shape.Parts + _shape.TagPart, tag);
        return loss;

        // each group of tags is a choice of its own
        double Choose(float* from, int size, int right)
        {
            Copy(from, group, size);
            double surprise = SurpriseOrNothing(group, Panels.Padded(size), size, right, weight * recipe.TagWeight);
            Copy(group, from, size);
            return surprise;
        }
    }

    private static double SurpriseOrNothing(float* scores, int stride, int count, int right, float weight)
    {
        if (right >= 0) return Algebra.Surprise(scores, count, right, weight);
        new Span<float>(scores, Math.Min(stride, count)).Clear();
        return 0;
    }

    private static void Copy(float* from, float* to, int count) => new ReadOnlySpan<float>(from, count).CopyTo(new Span<float>(to, count));
}
