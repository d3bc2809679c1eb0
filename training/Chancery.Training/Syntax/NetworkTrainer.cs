using Chancery.Reading.Syntax.Network;

namespace Chancery.Training.Syntax;

/// <summary>Trains a network by a recipe, epoch by epoch.</summary>
internal sealed class NetworkTrainer
{
    private readonly Recipe _recipe;
    private readonly Sample[] _samples;
    private readonly TrainingPass[] _shards;
    private readonly int[] _stepsOf;
    private int _step;

    public NetworkTrainer(Recipe recipe, Vocabulary vocabulary, IReadOnlyList<GoldSentence> sentences)
    {
        _recipe = recipe;
        Parameters = new Parameters(recipe, vocabulary);
        _samples = [.. sentences.Where(s => s.Length <= SyntaxNetwork.LongestTree)
            .Select(s => Sample.Of(s, vocabulary, recipe.Shape.AffixRows))];
        _shards = [.. Enumerable.Range(0, recipe.Shards).Select(shard => new TrainingPass(Parameters, vocabulary, recipe, shard))];
        _stepsOf = [.. Enumerable.Range(0, recipe.Epochs).Select(epoch => Batches(epoch).Count)];
    }

    public Parameters Parameters { get; }

    public int Sentences => _samples.Length;

    /// <summary>How many epochs lie behind.</summary>
    public int Epoch { get; private set; }

    /// <summary>One pass over all sentences; the mean loss of a word.</summary>
    public double RunEpoch(int threads)
    {
        double loss = 0;
        var batches = Batches(Epoch);
        foreach (var batch in batches) loss += RunBatch(batch, threads);
        Epoch++;
        return loss / batches.Count;
    }

    /// <summary>Goes on where a checkpoint was written.</summary>
    public void Read(string path)
    {
        using var from = new BinaryReader(File.OpenRead(path));
        Epoch = from.ReadInt32();
        _step = from.ReadInt32();
        Parameters.Read(from);
    }

    public void Write(string path)
    {
        using (var to = new BinaryWriter(File.Create(path + ".new")))
        {
            to.Write(Epoch);
            to.Write(_step);
            Parameters.Write(to);
        }
        File.Move(path + ".new", path, overwrite: true);
    }

    private double RunBatch(Sample[] batch, int threads)
    {
        float weight = 1f / batch.Sum(s => s.Length);
        var losses = new double[_shards.Length];
        int step = _step;
        float dropping = Descent().Descent.Dropping;
        Parallel.For(0, _shards.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, shard =>
        {
            var share = batch.Where((_, i) => i % _shards.Length == shard).ToArray();
            losses[shard] = _shards[shard].Run(share, weight, _recipe.Seed + (ulong)step * (ulong)_shards.Length + (ulong)shard, dropping);
        });
        _step++;
        Parameters.Step(new Adam(Rate(), _step), _recipe.LongestGradient, threads);
        return losses.Sum();
    }

    /// <summary>The descent that this epoch belongs to, and its first epoch.</summary>
    private (int First, Descent Descent) Descent()
    {
        int first = 0, i = 0;
        for (; Epoch >= first + _recipe.Descents[i].Epochs; i++) first += _recipe.Descents[i].Epochs;
        return (first, _recipe.Descents[i]);
    }

    /// <summary>Rises in a line, then falls in a line to nothing at the end of the descent.</summary>
    private float Rate()
    {
        var (first, descent) = Descent();
        int step = _step - Enumerable.Range(0, first).Sum(epoch => _stepsOf[epoch]);
        float done = Math.Min(1, step / (float)(_stepsOf[0] * descent.Length + 1));
        return descent.Rate * (done < _recipe.WarmUp ? done / _recipe.WarmUp : (1 - done) / (1 - _recipe.WarmUp));
    }

    /// <summary>Batches of sentences of like length, in an order that chance gives; longer and shorter batches mixed.</summary>
    private List<Sample[]> Batches(int epoch)
    {
        var dice = new Dice(_recipe.Seed * 1000 + (ulong)epoch);
        var order = Enumerable.Range(0, _samples.Length).ToArray();
        dice.Shuffle(order);
        // length decides, roughly: two sentences of nearly the same length change places
        var keys = Array.ConvertAll(order, i => _samples[i].Length * (0.8f + 0.4f * dice.Share()));
        Array.Sort(keys, order);
        var batches = new List<Sample[]>();
        var batch = new List<Sample>();
        int words = 0;
        foreach (int i in order)
        {
            batch.Add(_samples[i]);
            words += _samples[i].Length;
            if (words < _recipe.BatchWords) continue;
            batches.Add([.. batch]);
            batch.Clear();
            words = 0;
        }
        if (batch.Count > 0) batches.Add([.. batch]);
        var shuffled = batches.ToArray();
        dice.Shuffle(shuffled);
        return [.. shuffled];
    }
}
