using Chancery.Reading.Syntax.Network;
using Chancery.Reports;
using Chancery.Training.Syntax;
using Xunit;

namespace Chancery.Tests.Syntax.Network;

/// <summary>The gradients written by hand, beside what the loss does when a weight is moved a little.</summary>
public unsafe class GradientTests
{
    private static readonly GoldSentence[] Sentences =
    [
        new(["Peru", "recalled", "its", "envoy", "."], [Upos.PROPN, Upos.VERB, Upos.PRON, Upos.NOUN, Upos.PUNCT],
            ["NNP", "VBD", "PRP$", "NN", "."], ["Number=Sing", "Tense=Past", "_", "Number=Sing", "_"],
            [1, -1, 3, 1, 1], ["nsubj", "root", "nmod:poss", "obj", "punct"]),
        new(["Its", "envoy", "left"], [Upos.PRON, Upos.NOUN, Upos.VERB], ["PRP$", "NN", "VBD"], ["_", "Number=Sing", "Tense=Past"],
            [1, 2, -1], ["nmod:poss", "nsubj", "root"]),
        new(["Peru", "left", "."], [Upos.PROPN, Upos.VERB, Upos.PUNCT], ["NNP", "VBD", "."], ["Number=Sing", "Tense=Past", "_"],
            [1, -1, 1], ["nsubj", "root", "punct"]),
    ];

    private static readonly Recipe Small = new()
    {
        Shape = new NetworkShape(Word: 20, Vector: 20, Affix: 24, AffixRows: 256, Layers: 2, Hidden: 64, Arc: 64, Label: 64, Tag: 64),
        BatchWords = 6, Descents = [new Descent(2, 2, 3e-3f)],
    };

    private static Vocabulary Known()
    {
        // what is seen too seldom is not learned, so each is seen five times
        var vocabulary = new Vocabulary([.. Enumerable.Repeat(Sentences, 5).SelectMany(s => s)]);
        vocabulary.Take(new Dictionary<string, float[]> { ["peru"] = [.. Enumerable.Range(0, 20).Select(i => i % 3 - 1f)] });
        return vocabulary;
    }

    [Fact]
    public void every_gradient_agrees_with_the_slope_of_the_loss()
    {
        var vocabulary = Known();
        var parameters = new Parameters(Small, vocabulary);
        var samples = Array.ConvertAll(Sentences, s => Sample.Of(s, vocabulary, Small.Shape.AffixRows));
        var pass = new TrainingPass(parameters, vocabulary, Small, 0);
        pass.Run(samples, 1, seed: 7);
        Assert.All(parameters.Dense, weights => AssertSlope(weights.Name, weights.Value, weights.Gradient(0), weights.Size, weights.Pack));
        AssertSlope("words", parameters.Words.Values, parameters.Words.Gradient(0), parameters.Words.Rows * parameters.Words.Stride, () => { });
        AssertSlope(
            "affixes", parameters.Affixes.Values, parameters.Affixes.Gradient(0), parameters.Affixes.Rows * parameters.Affixes.Stride, () => { });

        // moves all values of a matrix along its gradient: the loss must change by the gradient's length
        void AssertSlope(string name, float* value, float* gradient, int size, Action changed)
        {
            float[] was = [.. new Span<float>(value, size)], slope = [.. new Span<float>(gradient, size)];
            double length = Math.Sqrt(slope.Sum(g => (double)g * g));
            Assert.True(length > 0, $"{name} has no gradient");
            double up = LossAt(0.01), down = LossAt(-0.01);
            Assert.Equal(1, (up - down) / 0.02 / length, 0.02);

            double LossAt(double step)
            {
                for (int i = 0; i < size; i++) value[i] = was[i] + (float)(step * slope[i] / length);
                changed();
                double loss = new TrainingPass(parameters, vocabulary, Small, 1).Run([.. samples], 1, seed: 7);
                was.CopyTo(new Span<float>(value, size));
                changed();
                return loss;
            }
        }
    }

    [Fact]
    public void the_same_recipe_gives_the_same_model_on_one_thread_or_two()
    {
        Assert.Equal(Train(1), Train(2));

        static byte[] Train(int threads)
        {
            var vocabulary = Known();
            var trainer = new NetworkTrainer(Small, vocabulary, Sentences);
            while (trainer.Epoch < Small.Epochs) trainer.RunEpoch(threads);
            string path = Path.GetTempFileName();
            NetworkExport.Save(path, "small", trainer.Parameters, vocabulary);
            byte[] bytes = File.ReadAllBytes(path);
            File.Delete(path);
            return bytes;
        }
    }

    [Fact]
    public void a_small_network_learns_its_sentences_and_reads_them_back_from_its_file()
    {
        var recipe = Small with { Descents = [new Descent(60, 60, 3e-3f)] };
        var vocabulary = Known();
        var trainer = new NetworkTrainer(recipe, vocabulary, Sentences);
        while (trainer.Epoch < recipe.Epochs) trainer.RunEpoch(threads: 1);
        string path = Path.GetTempFileName();
        NetworkExport.Save(path, "small", trainer.Parameters, vocabulary);
        using (var network = SyntaxNetwork.Load(path)) Assert.Equal(100, Scores.Of(network, Sentences).Las);
        File.Delete(path);
    }

    [Fact]
    public void a_training_goes_on_from_a_model_as_it_was_shipped()
    {
        var vocabulary = Known();
        var trainer = new NetworkTrainer(Small, vocabulary, Sentences);
        while (trainer.Epoch < Small.Epochs) trainer.RunEpoch(threads: 1);
        string path = Path.GetTempFileName(), again = Path.GetTempFileName();
        NetworkExport.Save(path, "small", trainer.Parameters, vocabulary);
        using (var shipped = new ShippedNetwork(path))
        {
            var known = shipped.Vocabulary(Sentences);
            var further = new NetworkTrainer(Small with { Shape = shipped.Shape, Descents = [new Descent(60, 60, 3e-3f)] }, known, Sentences);
            shipped.Restore(further.Parameters);
            NetworkExport.Save(again, "small", further.Parameters, known);
            using (SyntaxNetwork before = SyntaxNetwork.Load(path), after = SyntaxNetwork.Load(again))
                Assert.Equal(before.Analyse([["Its", "envoy", "left", "Peru", "."]])[0], after.Analyse([["Its", "envoy", "left", "Peru", "."]])[0]);
            Assert.All(trainer.Parameters.Dense.Zip(further.Parameters.Dense), pair =>
                Assert.Equal(new Span<float>(pair.First.Value, pair.First.Size).ToArray(), new Span<float>(pair.Second.Value, pair.Second.Size).ToArray()));
            while (further.Epoch < 60) further.RunEpoch(threads: 1);
            NetworkExport.Save(again, "small", further.Parameters, known);
            using var learned = SyntaxNetwork.Load(again);
            Assert.Equal(100, Scores.Of(learned, Sentences).Las);
        }
        File.Delete(path);
        File.Delete(again);
    }
}
