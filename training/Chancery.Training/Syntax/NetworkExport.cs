using Chancery.Reading.Syntax.Network;

namespace Chancery.Training.Syntax;

/// <summary>Lays a trained network out as the reader maps it.</summary>
internal static unsafe class NetworkExport
{
    public static void Save(string path, string name, Parameters parameters, Vocabulary vocabulary)
    {
        var model = new ModelWriter();
        model.Lines("name", [name]);
        model.Lines("shape", [parameters.Shape.Print()]);
        model.Lines("relations", vocabulary.Relations);
        model.Lines("penn", vocabulary.Penn);
        model.Lines("features", vocabulary.Features);
        model.Lines("combinations", vocabulary.Combinations);
        model.Values<long>("word.keys", vocabulary.WordKeys);
        Table(model, "word", Enumerable.Range(0, parameters.Words.Rows).Select(row => Quantized.Row(parameters.Words.Row(row))));
        model.Values<long>("vector.keys", vocabulary.VectorKeys);
        Table(model, "vector", vocabulary.Vectors.Prepend((new sbyte[parameters.Shape.Vector], 0f)));
        Table(model, "affix", Enumerable.Range(0, parameters.Affixes.Rows).Select(row => Quantized.Row(parameters.Affixes.Row(row))));
        foreach (var weights in parameters.Dense)
        {
            bool isMatrix = weights.Rows > 1;
            float* from = isMatrix ? weights.Panel : weights.Value;
            model.Values(weights.Name, new ReadOnlySpan<float>(from, isMatrix ? Panels.Size(weights.Rows, weights.Columns) : weights.Stride));
        }
        model.Save(path);
    }

    private static void Table(ModelWriter model, string name, IEnumerable<(sbyte[] Values, float Scale)> rows)
    {
        var list = rows.ToList();
        model.Values<sbyte>(name + ".values", list.SelectMany(row => row.Values).ToArray());
        model.Values<float>(name + ".scales", list.Select(row => row.Scale).ToArray());
    }
}
