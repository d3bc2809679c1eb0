using System.Diagnostics;
using System.Globalization;
using Chancery.Reading.Syntax.Network;
using Chancery.Training.Headlines;

namespace Chancery.Training.Syntax;

/// <summary>
/// Trains the syntax network, or goes on with one whose checkpoint lies beside the model, or with one that was shipped; writes the model after every epoch.
/// </summary>
internal static class TrainSyntax
{
    private static readonly string[] DevelopmentFiles = ["en_ewt/dev", "gum/dev", "en_pud/dev-news"];

    /// <param name="settings"><c>name=number</c>: seed, layers, epochs of a single descent, threads, and minutes after which to stop.</param>
    public static int Run(Treebank treebank, string model, string vectors, string[] settings)
    {
        var given = new Settings(settings);
        var recipe = new Recipe { Seed = (ulong)given.Number("seed", 1) };
        recipe = recipe with { Shape = recipe.Shape with { Layers = given.Number("layers", recipe.Shape.Layers) } };
        if (given.Number("epochs", 0) is > 0 and var epochs) recipe = recipe with { Descents = [new Descent(epochs, epochs, recipe.Descents[0].Rate)] };
        var sentences = treebank.Train().Select(GoldSentence.Of).ToArray();
        var vocabulary = new Vocabulary(sentences);
        var wanted = sentences.SelectMany(s => s.Forms).Select(f => f.ToLowerInvariant()).ToHashSet(StringComparer.Ordinal);
        vocabulary.Take(WordVectors.Read(vectors, recipe.Vectors, wanted, recipe.Shape.Vector));
        return Epochs(new NetworkTrainer(recipe, vocabulary, sentences), vocabulary, recipe, treebank, model, given);
    }

    /// <summary>Goes on with the weights of a model, at a low rate, over the treebanks and headlines of our own making.</summary>
    /// <param name="settings">
    /// <c>name=number</c>: seed, epochs, headlines to make, the highest rate in millionths, per cent of the dropouts in force, threads, minutes.
    /// </param>
    public static int Further(Treebank treebank, string from, string model, string[] settings)
    {
        var given = new Settings(settings);
        int epochs = given.Number("epochs", 2);
        using var shipped = new ShippedNetwork(from);
        var recipe = new Recipe
        {
            Seed = (ulong)given.Number("seed", 1),
            Shape = shipped.Shape,
            Descents = [new Descent(epochs, epochs, given.Number("rate", 500) / 1e6f, given.Number("dropping", 60) / 100f)],
        };
        var made = WriteHeadlines.Some(given.Number("headlines", 5000), recipe.Seed);
        var sentences = treebank.Train().Concat(made).Select(GoldSentence.Of).ToArray();
        var vocabulary = shipped.Vocabulary(sentences);
        var trainer = new NetworkTrainer(recipe, vocabulary, sentences);
        shipped.Restore(trainer.Parameters);
        return Epochs(trainer, vocabulary, recipe, treebank, model, given);
    }

    private static int Epochs(NetworkTrainer trainer, Vocabulary vocabulary, Recipe recipe, Treebank treebank, string model, Settings given)
    {
        var clock = Stopwatch.StartNew();
        var dev = DevelopmentFiles.Select(name => (name, Gold: treebank.Read(name).Select(GoldSentence.Of).ToArray())).ToArray();
        string checkpoint = Path.ChangeExtension(model, ".checkpoint");
        if (File.Exists(checkpoint)) trainer.Read(checkpoint);
        Print($"{trainer.Sentences} sentences, {vocabulary.WordKeys.Length} words, {vocabulary.VectorKeys.Length} vectors");
        while (trainer.Epoch < recipe.Epochs && clock.Elapsed.TotalMinutes < given.Number("minutes", int.MaxValue))
        {
            var start = clock.Elapsed;
            double loss = trainer.RunEpoch(given.Number("threads", 2));
            trainer.Write(checkpoint);
            NetworkExport.Save(model, Path.GetFileNameWithoutExtension(model), trainer.Parameters, vocabulary);
            Print($"epoch {trainer.Epoch} loss {loss:F3} {(clock.Elapsed - start).TotalSeconds:F0} s");
            using var network = SyntaxNetwork.Load(model);
            foreach (var (name, gold) in dev) Print($"   {Scores.Of(network, gold)}  {name}");
        }
        return 0;
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private readonly struct Settings(string[] settings)
    {
        public int Number(string name, int otherwise)
        {
            string? setting = settings.LastOrDefault(s => s.StartsWith(name + "=", StringComparison.Ordinal));
            return setting is null ? otherwise : int.Parse(setting.AsSpan(name.Length + 1), CultureInfo.InvariantCulture);
        }
    }
}
