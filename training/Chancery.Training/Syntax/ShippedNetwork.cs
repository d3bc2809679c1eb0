using System.Runtime.InteropServices;
using Chancery.Reading.Syntax.Network;

namespace Chancery.Training.Syntax;

/// <summary>A network as it lies in its model file, to go on training from: the other way round of <see cref="NetworkExport"/>.</summary>
internal sealed unsafe class ShippedNetwork(string path) : IDisposable
{
    private readonly ModelFile _model = new(path);

    public NetworkShape Shape => NetworkShape.Parse(_model.Lines("shape")[0]);

    /// <summary>The model's own tags, relations, words and vectors, whatever sentences it is to see now.</summary>
    /// <param name="sentences">They say how often each word is seen.</param>
    public Vocabulary Vocabulary(IReadOnlyList<GoldSentence> sentences) => new(
        sentences, _model.Lines("penn"), _model.Lines("features"), _model.Lines("relations"), _model.Lines("combinations"),
        Longs("word.keys"), Longs("vector.keys"), [.. Rows("vector", Shape.Vector).Skip(1)]);

    /// <summary>Puts the model's weights in place of those that chance gave. The moments of Adam stay at nothing.</summary>
    public void Restore(Parameters parameters)
    {
        ReadRows(parameters.Words, "word");
        ReadRows(parameters.Affixes, "affix");
        foreach (var weights in parameters.Dense) ReadPanels(weights);
    }

    public void Dispose() => _model.Dispose();

    private long[] Longs(string section) => MemoryMarshal.Cast<byte, long>(_model.Bytes(section)).ToArray();

    private IEnumerable<(sbyte[] Values, float Scale)> Rows(string table, int width)
    {
        var values = MemoryMarshal.Cast<byte, sbyte>(_model.Bytes(table + ".values")).ToArray();
        var scales = MemoryMarshal.Cast<byte, float>(_model.Bytes(table + ".scales")).ToArray();
        return scales.Select((scale, row) => (values[(row * width)..((row + 1) * width)], scale));
    }

    private void ReadRows(TrainedTable table, string name)
    {
        int row = 0;
        foreach (var (values, scale) in Rows(name, table.Width))
        {
            var to = table.Row(row++);
            for (int i = 0; i < to.Length; i++) to[i] = scale * values[i];
        }
    }

    private void ReadPanels(Weights weights)
    {
        var from = MemoryMarshal.Cast<byte, float>(_model.Bytes(weights.Name));
        for (int first = 0; first < weights.Stride; first += Panels.Width)
            for (int row = 0; row < weights.Rows; row++)
                from.Slice(first * weights.Rows + row * Panels.Width, Panels.Width)
                    .CopyTo(new Span<float>(weights.Value + row * weights.Stride + first, Panels.Width));
        weights.Pack();
    }
}
