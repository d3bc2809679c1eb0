namespace Chancery.Reports;

/// <summary>A named kind of items that an annotator gives. The instances stand in <see cref="Layers"/>; there are no others.</summary>
public abstract class Layer
{
    private protected Layer(string name, int index) => (Name, Index) = (name, index);

    public string Name { get; }
    internal int Index { get; }
    public override string ToString() => Name;
}

/// <inheritdoc cref="Layer"/>
public sealed class Layer<T> : Layer
{
    internal Layer(string name, int index) : base(name, index) { }
}

/// <summary>All layers of a report, in the order in which they are usually read.</summary>
public static class Layers
{
    /// <summary>Sentences with tagged and parsed words.</summary>
    public static readonly Layer<Sentence> Sentences = new("sentences", 0);

    /// <summary>Time expressions found and not yet anchored: only those stated in full are resolved.</summary>
    public static readonly Layer<TimeExpression> FoundTimes = new("found times", 1);

    /// <summary>Exactly one item: the publication date after it was checked against the text.</summary>
    public static readonly Layer<Published> Published = new("published", 2);

    public static readonly Layer<TimeExpression> Times = new("times", 3);
    public static readonly Layer<Actor> Actors = new("actors", 4);
    public static readonly Layer<Statement> Statements = new("statements", 5);
    public static readonly Layer<NewsEvent> Events = new("events", 6);
    public static readonly Layer<MeasureChange> Changes = new("changes", 7);
    public static readonly Layer<RelationSignal> Signals = new("signals", 8);

    internal const int Count = 9;
}
