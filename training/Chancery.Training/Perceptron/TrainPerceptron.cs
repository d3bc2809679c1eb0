using Chancery.Reading.Syntax.Conllu;
using Chancery.Reading.Syntax.Perceptron;
using Chancery.Reports;

namespace Chancery.Training.Perceptron;

/// <summary>Makes the perceptron model: tagger, arcs by a dynamic oracle over tags the tagger itself gives, relations.</summary>
internal sealed class TrainPerceptron
{
    private const int TagBits = 20, ArcBits = 22, RelationBits = 20, Folds = 5;

    private sealed record Example(WordHashes[] Words, int[] Tags, int[] Heads, int[] Relations)
    {
        public int[] FoundTags { get; set; } = Tags;
    }

    private readonly List<PerceptronModel.Tag> _tags = [];
    private readonly List<string> _relations = [];
    private readonly Dictionary<(string Lower, int Tag), string> _wordFeatures = [];

    public void Run(Treebank treebank, string path)
    {
        var train = treebank.Train();
        Inventory(train);
        var examples = train.Select(Convert).ToArray();
        var tagger = TrainTagger(examples, 10);
        Parallel.For(0, Folds, new ParallelOptions { MaxDegreeOfParallelism = 2 }, fold =>
        {
            var other = TrainTagger([.. examples.Where((_, i) => i % Folds != fold)], 4);
            var quantised = new HashedWeights(other.Quantised());
            for (int i = fold; i < examples.Length; i += Folds) examples[i].FoundTags = FindTags(quantised, examples[i].Words);
        });
        Console.WriteLine($"tags found again {100.0 * examples.Sum(e => e.Tags.Zip(e.FoundTags).Count(p => p.First == p.Second)) / examples.Sum(e => e.Tags.Length):F2} %");
        var arcs = TrainArcs(examples, 12);
        var relations = TrainRelations(examples, 5);
        using var output = new BinaryWriter(File.Create(path));
        PerceptronModel.Write(output, _tags, _relations, _wordFeatures, tagger.Quantised(), arcs.Quantised(), relations.Quantised());
    }

    private void Inventory(IReadOnlyList<ConlluSentence> train)
    {
        var words = train.SelectMany(s => s.Words).ToArray();
        foreach (var pair in words.GroupBy(w => (w.Upos, w.Xpos)).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).Take(PerceptronModel.TagClasses))
            _tags.Add(new(Enum.Parse<Upos>(pair.Key.Upos), pair.Key.Xpos, Commonest(pair.Select(w => w.Features))));
        foreach (var group in words.GroupBy(w => (Lower: w.Form.ToLowerInvariant(), Tag: TagOf(w))).Where(g => g.Key.Tag >= 0))
        {
            var features = Commonest(group.Select(w => w.Features));
            if (features != _tags[group.Key.Tag].Features) _wordFeatures[group.Key] = features;
        }
        _relations.AddRange(words.Where(w => w.Head >= 0).GroupBy(w => w.Relation).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => g.Key).Take(PerceptronModel.RelationClasses));
    }

    private static string Commonest(IEnumerable<string> values) =>
        values.GroupBy(v => v).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).First().Key;

    private int TagOf(ConlluWord w) => _tags.FindIndex(t => t.Upos.ToString() == w.Upos && t.Xpos == w.Xpos);

    private Example Convert(ConlluSentence s) => new(
        [.. s.Words.Select(w => new WordHashes(w.Form))], [.. s.Words.Select(w => Math.Max(0, TagOf(w)))],
        [.. s.Words.Select(w => w.Head)], [.. s.Words.Select(w => Math.Max(0, _relations.IndexOf(w.Relation)))]);

    private AveragedWeights TrainTagger(Example[] examples, int epochs)
    {
        var weights = new AveragedWeights(TagBits, PerceptronModel.TagClasses);
        var features = new uint[TagFeatures.Count];
        var scores = new float[PerceptronModel.TagClasses];
        foreach (var e in Shuffled(examples, epochs))
        {
            var tags = new int[e.Words.Length];
            for (int i = 0; i < tags.Length; i++)
            {
                TagFeatures.Fill(e.Words, tags, i, features);
                weights.Score(features, scores);
                tags[i] = Best(scores.AsSpan(0, _tags.Count));
                if (tags[i] != e.Tags[i]) weights.Update(features, e.Tags[i], tags[i]);
                weights.Tick();
            }
        }
        return weights;
    }

    private int[] FindTags(HashedWeights tagger, WordHashes[] words)
    {
        var tags = new int[words.Length];
        var features = new uint[TagFeatures.Count];
        var scores = new short[PerceptronModel.TagClasses];
        for (int i = 0; i < tags.Length; i++)
        {
            TagFeatures.Fill(words, tags, i, features);
            tagger.Score(features, scores);
            tags[i] = HashedWeights.Best(scores.AsSpan(0, _tags.Count));
        }
        return tags;
    }

    private AveragedWeights TrainArcs(Example[] examples, int epochs)
    {
        var weights = new AveragedWeights(ArcBits, 4);
        var state = new TreeState();
        var features = new uint[TreeState.FeatureCount];
        var scores = new float[4];
        var costs = new int[3];
        var random = new Random(17);
        int seen = 0;
        foreach (var e in Shuffled(examples, epochs))
        {
            bool explore = seen++ > examples.Length;
            state.Begin(e.Words, e.FoundTags, [.. e.FoundTags.Select(t => (int)_tags[t].Upos)], e.Words.Length);
            while (!state.IsDone)
            {
                state.Features(features);
                weights.Score(features, scores);
                int best = -1, right = -1, cheapest = int.MaxValue;
                for (int a = 0; a < 3; a++)
                {
                    costs[a] = state.Allows(a) ? ArcOracle.Cost(state, e.Heads, a) : int.MaxValue;
                    cheapest = Math.Min(cheapest, costs[a]);
                }
                for (int a = 0; a < 3; a++)
                {
                    if (costs[a] == int.MaxValue) continue;
                    if (best < 0 || scores[a] > scores[best]) best = a;
                    if (costs[a] == cheapest && (right < 0 || scores[a] > scores[right])) right = a;
                }
                if (costs[best] != cheapest) weights.Update(features, right, best);
                weights.Tick();
                state.Do(explore && random.NextDouble() < 0.9 ? best : right);
            }
        }
        return weights;
    }

    private AveragedWeights TrainRelations(Example[] examples, int epochs)
    {
        var weights = new AveragedWeights(RelationBits, PerceptronModel.RelationClasses);
        var features = new uint[RelationFeatures.Count];
        var scores = new float[PerceptronModel.RelationClasses];
        foreach (var e in Shuffled(examples, epochs))
        {
            var relations = new int[e.Words.Length];
            var kin = new RelationFeatures.Kin[e.Words.Length];
            RelationFeatures.Kinship(e.Heads, kin);
            for (int i = 0; i < relations.Length; i++)
            {
                RelationFeatures.Fill(e.Words, e.FoundTags, e.Heads, kin, relations, i, features);
                weights.Score(features, scores);
                relations[i] = Best(scores.AsSpan(0, _relations.Count));
                if (e.Heads[i] >= 0 && relations[i] != e.Relations[i]) weights.Update(features, e.Relations[i], relations[i]);
                weights.Tick();
            }
        }
        return weights;
    }

    private static int Best(ReadOnlySpan<float> scores) => System.Numerics.Tensors.TensorPrimitives.IndexOfMax(scores);

    private static IEnumerable<Example> Shuffled(Example[] examples, int epochs)
    {
        var random = new Random(7);
        var order = Enumerable.Range(0, examples.Length).ToArray();
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (int i in order) yield return examples[i];
        }
    }
}
