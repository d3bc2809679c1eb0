namespace Chancery.Reports;

/// <summary>A report and the layers read so far. Immutable: <see cref="With"/> gives a new one.</summary>
public sealed class AnnotatedReport
{
    private readonly object?[] _items;

    public AnnotatedReport(Report report) : this(report, new object?[Layers.Count]) { }

    private AnnotatedReport(Report report, object?[] items) => (Report, _items) = (report, items);

    public Report Report { get; }

    public bool Has(Layer layer) => _items[layer.Index] is not null;

    /// <exception cref="InvalidOperationException">The layer has not been read: the annotator asks for more than it said it needs.</exception>
    public IReadOnlyList<T> Get<T>(Layer<T> layer) =>
        (IReadOnlyList<T>?)_items[layer.Index]
        ?? throw new InvalidOperationException($"The layer “{layer}” was not read for report {Report.Id}; name it among the needs.");

    /// <summary>The layer's items, or none where it was not read.</summary>
    public IReadOnlyList<T> GetOrNone<T>(Layer<T> layer) => (IReadOnlyList<T>?)_items[layer.Index] ?? [];

    public AnnotatedReport With<T>(Layer<T> layer, IReadOnlyList<T> items)
    {
        var copy = (object?[])_items.Clone();
        copy[layer.Index] = items;
        return new AnnotatedReport(Report, copy);
    }

    /// <summary>The publication date: checked where that was done, else as witnessed.</summary>
    public Published Published => Has(Layers.Published) ? Get(Layers.Published)[0] : Report.Witnessed;

    /// <summary>The sentence that holds an offset, or null between sentences.</summary>
    public Sentence? SentenceAt(int offset)
    {
        var sentences = Get(Layers.Sentences);
        int low = 0, high = sentences.Count - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            var s = sentences[middle];
            if (offset < s.Span.Start) high = middle - 1;
            else if (offset >= s.Span.End) low = middle + 1;
            else return s;
        }
        return null;
    }
}
