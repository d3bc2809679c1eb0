using Chancery.Reading.Events;
using Chancery.Reports;

namespace Chancery.Reading.Measures;

/// <summary>The states that a report has named so far, for words that mean some of them: "the two countries", "its neighbour".</summary>
internal sealed class StatesBefore(AnnotatedReport report)
{
    private List<(int Start, string Code)>? _named;

    /// <summary>The distinct states named last before an offset, the nearest first.</summary>
    public List<string> Last(int offset, int count)
    {
        var found = new List<string>();
        var named = _named ??= Named(report);
        for (int i = named.Count - 1; i >= 0 && found.Count < count; i--)
            if (named[i].Start < offset && !found.Contains(named[i].Code)) found.Add(named[i].Code);
        return found;
    }

    private static List<(int, string)> Named(AnnotatedReport report)
    {
        var named = new List<(int, string)>();
        foreach (var actor in report.Get(Layers.Actors))
            if (Parties.Code(new Participant(actor.Id, actor.Code, actor.Sector)) is { Length: 3 } code && !Parties.IsOrganisation(code) && actor.Kind is not ActorKind.Person && code != "IMG")
                foreach (var mention in actor.Mentions) named.Add((mention.Span.Start, code));
        named.Sort();
        return named;
    }
}
