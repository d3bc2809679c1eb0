namespace Chancery.Reports;

/// <summary>Runs annotators in the order of their needs. Composed once, then used by any number of threads.</summary>
public sealed class Pipeline
{
    private readonly Annotator[] _ordered;

    /// <exception cref="ArgumentException">A need that nobody gives, a layer that two give, or needs in a circle; the message names both.</exception>
    public Pipeline(IEnumerable<Annotator> annotators)
    {
        var givers = new Dictionary<Layer, Annotator>();
        foreach (var a in annotators)
        {
            if (givers.TryGetValue(a.GivesLayer, out var other))
                throw new ArgumentException($"{a.Name} and {other.Name} both give the layer “{a.GivesLayer}”; keep one.");
            givers.Add(a.GivesLayer, a);
        }

        var ordered = new List<Annotator>();
        var state = new Dictionary<Annotator, bool>();
        foreach (var a in givers.Values.OrderBy(a => a.GivesLayer.Index)) Visit(a);
        _ordered = [.. ordered];

        void Visit(Annotator a)
        {
            if (state.TryGetValue(a, out bool done))
            {
                if (!done) throw new ArgumentException($"{a.Name} needs a layer that itself needs “{a.GivesLayer}”.");
                return;
            }
            state[a] = false;
            foreach (var need in a.Needs)
            {
                if (!givers.TryGetValue(need, out var giver))
                    throw new ArgumentException($"{a.Name} needs the layer “{need}”, which no annotator gives; add one that gives it.");
                Visit(giver);
            }
            state[a] = true;
            ordered.Add(a);
        }
    }

    public IReadOnlyList<Annotator> Annotators => _ordered;

    /// <summary>The part of this pipeline that the given layers need.</summary>
    public Pipeline For(IEnumerable<Layer> wanted)
    {
        var keep = new HashSet<Annotator>();
        foreach (var layer in wanted) Keep(layer);
        return new Pipeline(_ordered.Where(keep.Contains));

        void Keep(Layer layer)
        {
            var giver = Array.Find(_ordered, a => a.GivesLayer == layer)
                ?? throw new ArgumentException($"No annotator gives the layer “{layer}”.");
            if (!keep.Add(giver)) return;
            foreach (var need in giver.Needs) Keep(need);
        }
    }

    /// <summary>Reads a report. A failure names annotator and offset and is returned, so that a run goes on.</summary>
    public (AnnotatedReport? Reading, Unreadable? Failure) Read(Report report)
    {
        var reading = new AnnotatedReport(report);
        foreach (var annotator in _ordered)
        {
            try
            {
                reading = annotator.Apply(reading);
            }
            catch (ReadingException e)
            {
                return (null, new Unreadable(report.Id, $"{annotator.Name}: {e.Message}", e.Offset));
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                return (null, new Unreadable(report.Id, $"{annotator.Name}: {e.GetType().Name}: {e.Message}", 0));
            }
        }
        return (reading, null);
    }
}
