namespace Chancery.Reports;

/// <summary>
/// Gives one layer from the layers it needs. A pure function: it reads an <see cref="AnnotatedReport"/>, returns items, and
/// changes nothing. Lexicons and models are constructor arguments. One instance may serve many threads at once.
/// </summary>
public abstract class Annotator
{
    private protected Annotator() { }

    public string Name => GetType().Name;
    public abstract Layer GivesLayer { get; }
    public abstract IReadOnlyList<Layer> Needs { get; }
    internal abstract AnnotatedReport Apply(AnnotatedReport report);
}

/// <inheritdoc cref="Annotator"/>
public abstract class Annotator<T> : Annotator
{
    public abstract Layer<T> Gives { get; }
    public sealed override Layer GivesLayer => Gives;

    /// <exception cref="ReadingException">The report cannot be read further; says where.</exception>
    public abstract IReadOnlyList<T> Annotate(AnnotatedReport report);

    internal sealed override AnnotatedReport Apply(AnnotatedReport report) => report.With(Gives, Annotate(report));
}

/// <summary>An annotator could not read a report.</summary>
/// <param name="offset">Where in <see cref="Report.Text"/>.</param>
public sealed class ReadingException(string message, int offset, Exception? cause = null) : Exception(message, cause)
{
    public int Offset { get; } = offset;
}
