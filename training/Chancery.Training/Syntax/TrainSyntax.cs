using System.Diagnostics;
using System.Globalization;
using Chancery.Reading.Syntax.Network;

namespace Chancery.Training.Syntax;

/// <summary>
/// <c>syntax VECTORS MODEL --train FILE… --dev FILE… [--epochs N] [--minutes N] [--seed N] …</c>: trains a network, or goes on with one
/// whose checkpoint lies beside the model; writes the model after every epoch.
/// </summary>
internal static class TrainSyntax
{
    public static int Run(string[] arguments)
    {
        var options = Options(arguments[2..]);
        var recipe = new Recipe
        {
            Epochs = Number("epochs", 20), Seed = (ulong)Number("seed", 1), BatchWords = Number("batch", 640),
            Rate = Number("rate", 3000) * 1e-6f,
            Shape = new NetworkShape(Hidden: Number("hidden", 128)),
        };
        int threads = Number("threads", 2), minutes = Number("minutes", 1_000_000);
        var clock = Stopwatch.StartNew();
        var sentences = options["train"].SelectMany(Treebank.Read).ToArray();
        var dev = options["dev"].Select(path => (path, Gold: Treebank.Read(path))).ToArray();
        var vocabulary = new Vocabulary(sentences);
        var wanted = sentences.SelectMany(s => s.Forms).Select(f => f.ToLowerInvariant()).ToHashSet(StringComparer.Ordinal);
        vocabulary.Take(WordVectors.Read(arguments[0], recipe.Vectors, wanted, recipe.Shape.Vector));
        var trainer = new NetworkTrainer(recipe, vocabulary, sentences);
        string model = arguments[1], checkpoint = Path.ChangeExtension(model, ".checkpoint");
        if (File.Exists(checkpoint)) trainer.Read(checkpoint);
        Print($"{sentences.Length} sentences, {vocabulary.WordKeys.Length} words, {vocabulary.VectorKeys.Length} vectors");
        Print($"{vocabulary.Relations.Length} relations, {vocabulary.Features.Length} bundles; {clock.Elapsed.TotalSeconds:F0} s to begin");
        while (trainer.Epoch < recipe.Epochs && clock.Elapsed.TotalMinutes < minutes)
        {
            var start = clock.Elapsed;
            double loss = trainer.RunEpoch(threads);
            trainer.Write(checkpoint);
            NetworkExport.Save(model, Path.GetFileNameWithoutExtension(model), trainer.Parameters, vocabulary);
            Print($"epoch {trainer.Epoch} loss {loss:F3} {(clock.Elapsed - start).TotalSeconds:F0} s");
            using var network = SyntaxNetwork.Load(model);
            foreach (var (path, gold) in dev)
            {
                var scores = Scores.Of(network, gold);
                Print($"   {path}");
                Print($"   UPOS {scores.Upos:F2} XPOS {scores.Xpos:F2} features {scores.Features:F2} UAS {scores.Uas:F2} LAS {scores.Las:F2}");
            }
        }
        return 0;

        int Number(string name, int otherwise) =>
            options.TryGetValue(name, out var values) ? int.Parse(values[0], CultureInfo.InvariantCulture) : otherwise;
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private static Dictionary<string, List<string>> Options(string[] arguments)
    {
        var options = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        string name = "";
        foreach (string argument in arguments)
        {
            if (argument.StartsWith("--", StringComparison.Ordinal)) options[name = argument[2..]] = [];
            else options[name].Add(argument);
        }
        return options;
    }
}
