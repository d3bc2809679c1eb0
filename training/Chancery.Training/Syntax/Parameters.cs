using Chancery.Reading.Syntax.Network;

namespace Chancery.Training.Syntax;

/// <summary>Everything of a network that is trained.</summary>
internal sealed unsafe class Parameters
{
    public Parameters(Recipe recipe, Vocabulary vocabulary)
    {
        var shape = Shape = recipe.Shape;
        var dice = new Dice(recipe.Seed);
        Words = new TrainedTable(vocabulary.WordKeys.Length + 1, shape.Word, recipe.Shards);
        Words.Randomize(ref dice, 0.5f);
        Affixes = new TrainedTable(shape.AffixRows, shape.Affix, recipe.Shards);
        Affixes.Randomize(ref dice, 0.2f);
        Layers = new LayerWeights[shape.Layers];
        for (int i = 0; i < Layers.Length; i++)
            Layers[i] = new LayerWeights(
                NetworkShape.LayerName(i), i == 0 ? shape.Input : shape.Shown, shape.Hidden, recipe.Shards, ref dice);
        Parts = New("parts.weights", shape.Shown, shape.Parts).Randomize(ref dice);
        PartsBias = New("parts.bias", 1, shape.Parts);
        Arc = New("arc.weights", shape.Arc, shape.Arc).Randomize(ref dice, 0.5f);
        ArcBias = New("arc.bias", 1, shape.Arc);
        int scores = TagSet.PartsOfSpeech + vocabulary.Penn.Length + vocabulary.Features.Length;
        Tag = New("tag.weights", shape.Tag, scores).Randomize(ref dice);
        TagBias = New("tag.bias", 1, scores);
        Label = New("label.weights", shape.Label, vocabulary.Relations.Length).Randomize(ref dice);
        LabelBias = New("label.bias", 1, vocabulary.Relations.Length);
        RootArc = New("root.arc", 1, shape.Arc).Randomize(ref dice, 0.3f);
        RootLabel = New("root.label", 1, shape.Label).Randomize(ref dice, 0.3f);

        Weights New(string name, int rows, int columns) => new(name, rows, columns, recipe.Shards);
    }

    public NetworkShape Shape { get; }
    public TrainedTable Words { get; }
    public TrainedTable Affixes { get; }
    public LayerWeights[] Layers { get; }
    public Weights Parts { get; }
    public Weights PartsBias { get; }
    public Weights Arc { get; }
    public Weights ArcBias { get; }
    public Weights Tag { get; }
    public Weights TagBias { get; }
    public Weights Label { get; }
    public Weights LabelBias { get; }
    public Weights RootArc { get; }
    public Weights RootLabel { get; }

    public IEnumerable<Weights> Dense =>
        [.. Layers.SelectMany(layer => layer.All), Parts, PartsBias, Arc, ArcBias, Tag, TagBias, Label, LabelBias, RootArc, RootLabel];

    /// <summary>One step down the gradient that the shards have summed.</summary>
    public void Step(Adam adam, float longestGradient, int threads)
    {
        Weights[] dense = [.. Dense];
        var together = new ParallelOptions { MaxDegreeOfParallelism = threads };
        var squares = new double[dense.Length];
        double sum = Words.Gather() + Affixes.Gather();
        Parallel.For(0, dense.Length, together, i => squares[i] = dense[i].Gather());
        foreach (double square in squares) sum += square;
        float length = (float)Math.Sqrt(sum), scale = length > longestGradient ? longestGradient / length : 1;
        Words.Step(adam, scale);
        Affixes.Step(adam, scale);
        Parallel.For(0, dense.Length, together, i => dense[i].Step(adam, scale));
    }

    /// <summary>Values and moments, so that a training can be stopped and go on as if it had not been.</summary>
    public void Write(BinaryWriter to)
    {
        Words.Write(to);
        Affixes.Write(to);
        foreach (var weights in Dense) weights.Write(to);
    }

    public void Read(BinaryReader from)
    {
        Words.Read(from);
        Affixes.Read(from);
        foreach (var weights in Dense) weights.Read(from);
    }
}

/// <summary>The weights of a recurrent layer.</summary>
internal sealed unsafe class LayerWeights
{
    // At first a cell keeps most of what it holds, so that gradients reach far.
    private const float KeepAtFirst = 1;

    public LayerWeights(string name, int input, int hidden, int shards, ref Dice dice)
    {
        Input = new Weights(name + ".input.weights", input, 2 * RecurrentLayer.Gates * hidden, shards).Randomize(ref dice);
        Bias = new Weights(name + ".input.bias", 1, 2 * RecurrentLayer.Gates * hidden, shards);
        Forward = new Weights(name + ".forward", hidden, RecurrentLayer.Gates * hidden, shards).Randomize(ref dice, 0.7f);
        Backward = new Weights(name + ".backward", hidden, RecurrentLayer.Gates * hidden, shards).Randomize(ref dice, 0.7f);
        for (int i = 0; i < hidden; i++) Bias.Value[i] = Bias.Value[RecurrentLayer.Gates * hidden + i] = KeepAtFirst;
    }

    public Weights Input { get; }
    public Weights Bias { get; }
    public Weights Forward { get; }
    public Weights Backward { get; }
    public IEnumerable<Weights> All => [Input, Bias, Forward, Backward];
}
