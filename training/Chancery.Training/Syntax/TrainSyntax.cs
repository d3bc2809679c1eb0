using System.Diagnostics;
using System.Globalization;
using Chancery.Reading.Syntax.Network;

namespace Chancery.Training.Syntax;

/// <summary>
/// Trains the syntax network, or goes on with one whose checkpoint lies beside the model; writes the model after every epoch.
/// Settings are <c>name=number</c>: seed, layers, epochs of a single descent, threads, and minutes after which to stop.
/// </summary>
internal static class TrainSyntax
{
    private static readonly string[] DevelopmentFiles = ["en_ewt/dev", "gum/dev", "en_pud/dev-news"];

    public static int Run(Treebank treebank, string model, string vectors, string[] settings)
    {
        var clock = Stopwatch.StartNew();
        var recipe = new Recipe { Seed = (ulong)Number("seed", 1) };
        recipe = recipe with { Shape = recipe.Shape with { Layers = Number("layers", recipe.Shape.Layers) } };
        if (Number("epochs", 0) is > 0 and var epochs) recipe = recipe with { Descents = [new Descent(epochs, epochs, recipe.Descents[0].Rate)] };
        var sentences = treebank.Train().Select(GoldSentence.Of).ToArray();
        var dev = DevelopmentFiles.Select(name => (name, Gold: treebank.Read(name).Select(GoldSentence.Of).ToArray())).ToArray();
        var vocabulary = new Vocabulary(sentences);
        var wanted = sentences.SelectMany(s => s.Forms).Select(f => f.ToLowerInvariant()).ToHashSet(StringComparer.Ordinal);
        vocabulary.Take(WordVectors.Read(vectors, recipe.Vectors, wanted, recipe.Shape.Vector));
        var trainer = new NetworkTrainer(recipe, vocabulary, sentences);
        string checkpoint = Path.ChangeExtension(model, ".checkpoint");
        if (File.Exists(checkpoint)) trainer.Read(checkpoint);
        Print($"{sentences.Length} sentences, {vocabulary.WordKeys.Length} words, {vocabulary.VectorKeys.Length} vectors");
        while (trainer.Epoch < recipe.Epochs && clock.Elapsed.TotalMinutes < Number("minutes", int.MaxValue))
        {
            var start = clock.Elapsed;
            double loss = trainer.RunEpoch(Number("threads", 2));
            trainer.Write(checkpoint);
            NetworkExport.Save(model, Path.GetFileNameWithoutExtension(model), trainer.Parameters, vocabulary);
            Print($"epoch {trainer.Epoch} loss {loss:F3} {(clock.Elapsed - start).TotalSeconds:F0} s");
            using var network = SyntaxNetwork.Load(model);
            foreach (var (name, gold) in dev) Print($"   {Scores.Of(network, gold)}  {name}");
        }
        return 0;

        int Number(string name, int otherwise)
        {
            string? setting = settings.LastOrDefault(s => s.StartsWith(name + "=", StringComparison.Ordinal));
            return setting is null ? otherwise : int.Parse(setting.AsSpan(name.Length + 1), CultureInfo.InvariantCulture);
        }
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
