namespace Chancery.Reading.Events.Types;

/// <summary>
/// How likely each PLOVER type is for what a sentence is told for, or that it tells of no political event: a linear model over
/// <see cref="TypeFeatures"/>, its weights in single bytes.
/// </summary>
public sealed class TypeModel
{
    private const string Magic = "chancery event types 1";

    /// <summary>The types in the order of the weights; the last stands for no event.</summary>
    public static readonly string[] Types =
    [
        "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION",
        "MOBILIZE", "COERCE", "ASSAULT", "",
    ];

    /// <summary>How many weights a model has.</summary>
    public static int Size => TypeFeatures.Buckets * Types.Length;

    private readonly sbyte[] _weights;
    private readonly float _scale;

    /// <param name="weights">For each bucket of features its weight for each type.</param>
    /// <param name="scale">What one step of a weight is worth.</param>
    public TypeModel(sbyte[] weights, float scale)
    {
        if (weights.Length != Size) throw new ArgumentException($"{weights.Length} weights do not fit the features.", nameof(weights));
        (_weights, _scale) = (weights, scale);
    }

    /// <exception cref="FileNotFoundException">The model is missing.</exception>
    public static TypeModel Load(string path)
    {
        using var input = new BinaryReader(new System.IO.Compression.BrotliStream(File.OpenRead(path), System.IO.Compression.CompressionMode.Decompress));
        if (input.ReadString() != Magic) throw new InvalidDataException($"{path} is no model of event types of this version; make it again.");
        float scale = input.ReadSingle();
        var weights = new sbyte[Size];
        input.BaseStream.ReadExactly(System.Runtime.InteropServices.MemoryMarshal.AsBytes(weights.AsSpan()));
        return new TypeModel(weights, scale);
    }

    public void Save(string path)
    {
        using var output = new BinaryWriter(new System.IO.Compression.BrotliStream(File.Create(path), System.IO.Compression.CompressionLevel.SmallestSize));
        output.Write(Magic);
        output.Write(_scale);
        output.Write(System.Runtime.InteropServices.MemoryMarshal.AsBytes(_weights.AsSpan()));
    }

    /// <summary>Probabilities of all types, in the order of <see cref="Types"/>.</summary>
    internal void Likelihoods(List<int> features, Span<float> likelihoods)
    {
        Span<int> sums = stackalloc int[Types.Length];
        sums.Clear();
        foreach (int f in features)
        {
            var row = _weights.AsSpan(f * Types.Length, Types.Length);
            for (int t = 0; t < row.Length; t++) sums[t] += row[t];
        }
        float highest = float.MinValue, total = 0;
        for (int t = 0; t < sums.Length; t++) highest = Math.Max(highest, likelihoods[t] = sums[t] * _scale);
        for (int t = 0; t < sums.Length; t++) total += likelihoods[t] = MathF.Exp(likelihoods[t] - highest);
        for (int t = 0; t < sums.Length; t++) likelihoods[t] /= total;
    }
}
