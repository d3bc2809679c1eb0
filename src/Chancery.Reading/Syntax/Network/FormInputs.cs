namespace Chancery.Reading.Syntax.Network;

/// <summary>
/// What the first layer's gates get from a form. It depends on the form alone, so it is computed once and kept; the most frequent
/// 16,000 forms or so stay. What was forgotten is computed anew with the same result, so threads share the store without a lock.
/// </summary>
internal sealed unsafe class FormInputs(ModelFile model, NetworkShape shape)
{
    private const int Slots = 1 << 14;

    private readonly KeyedTable _words = new(model, "word", shape.Word);
    private readonly KeyedTable _vectors = new(model, "vector", shape.Vector);
    private readonly EmbeddingTable _affixes = new(model, "affix", shape.AffixRows, shape.Affix);
    private readonly Dense _gates = new(model, NetworkShape.LayerName(0) + ".input", shape.Input, shape.Gates);
    private readonly Known?[] _known = new Known?[Slots];

    private sealed record Known(string Form, float[] Gates);

    /// <summary>Fills a row of gates for each form.</summary>
    /// <param name="unknown">Scratch for the forms that have to be computed.</param>
    public void Fill(ReadOnlySpan<string> forms, float* gates, Unknown unknown)
    {
        unknown.Rows.Clear();
        for (int row = 0; row < forms.Length; row++)
        {
            if (Volatile.Read(ref _known[Slot(forms[row])]) is { } known && known.Form == forms[row])
                known.Gates.CopyTo(Row(gates, row));
            else
                unknown.Rows.Add(row);
        }
        if (unknown.Rows.Count > 0) Compute(forms, gates, unknown);
    }

    private void Compute(ReadOnlySpan<string> forms, float* gates, Unknown unknown)
    {
        int count = unknown.Rows.Count;
        float* inputs = unknown.Inputs.Reserve(count * shape.Input);
        float* computed = unknown.Gates.Reserve(count * shape.Gates);
        for (int i = 0; i < count; i++) Describe(forms[unknown.Rows[i]], inputs + (nint)i * shape.Input);
        _gates.Apply(inputs, shape.Input, count, computed);
        for (int i = 0; i < count; i++)
        {
            string form = forms[unknown.Rows[i]];
            var row = Row(computed, i);
            row.CopyTo(Row(gates, unknown.Rows[i]));
            Volatile.Write(ref _known[Slot(form)], new Known(form, row.ToArray()));
        }
    }

    /// <summary>The form's word, its vector and its affixes, side by side.</summary>
    private void Describe(string form, float* input)
    {
        new Span<float>(input, shape.Input).Clear();
        _words.Add(FormKeys.Word(form), input);
        _vectors.Add(FormKeys.Vector(form), input + shape.Word);
        Span<int> rows = stackalloc int[FormKeys.MostAffixes];
        int affixes = FormKeys.Affixes(form, shape.AffixRows, rows);
        foreach (int row in rows[..affixes]) _affixes.Add(row, input + shape.Word + shape.Vector);
    }

    private Span<float> Row(float* rows, int row) => new(rows + (nint)row * shape.Gates, shape.Gates);

    private static int Slot(string form) => (int)(FormKeys.Word(form) & (Slots - 1)) ^ (form.Length > 0 && char.IsUpper(form[0]) ? 1 : 0);

    internal sealed class Unknown
    {
        public List<int> Rows { get; } = [];
        public AlignedFloats Inputs { get; } = new();
        public AlignedFloats Gates { get; } = new();
    }
}
