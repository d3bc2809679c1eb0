using Chancery.Reports;

namespace Chancery.Reading.Events;

/// <summary>The events of a report as they are found. The same event told again becomes a further passage of the first.</summary>
internal sealed class EventList
{
    private readonly List<NewsEvent> _events = [];
    private readonly Dictionary<string, List<int>> _byKind = new(StringComparer.Ordinal);

    public void Add(NewsEvent told)
    {
        if (!_byKind.TryGetValue(told.Type, out var alike)) _byKind.Add(told.Type, alike = []);
        foreach (int i in alike)
        {
            if (!IsSame(_events[i], told)) continue;
            var first = _events[i];
            if (first.Modes.Count == 0) first = first with { Modes = told.Modes, Cameo = told.Cameo, Score = told.Score };
            _events[i] = first with { Passages = [.. first.Passages, .. told.Trigger] };
            return;
        }
        alike.Add(_events.Count);
        _events.Add(told);
    }

    public IReadOnlyList<NewsEvent> Finish()
    {
        for (int i = 0; i < _events.Count; i++)
            _events[i] = _events[i] with { Id = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"e{i + 1}") };
        return _events;
    }

    /// <summary>Same type, sides, date and status, and no other mode; and both sides are known, so that two unknown deeds are never one. A state and its government are one side.</summary>
    private static bool IsSame(NewsEvent a, NewsEvent b) =>
        a.Status == b.Status && a.Source.Count > 0 && (a.Target.Count > 0 || a.Source.Count > 1) && (a.Modes.SequenceEqual(b.Modes) || a.Modes.Count == 0 || b.Modes.Count == 0) && a.Date.Value == b.Date.Value
        && SameSide(a.Source, b.Source) && SameSide(a.Target, b.Target);

    private static bool SameSide(IReadOnlyList<Participant> a, IReadOnlyList<Participant> b)
    {
        if (a.Count != b.Count) return false;
        foreach (var p in a)
            if (!b.Any(q => q.Code == p.Code && OfState(q.Sector) == OfState(p.Sector))) return false;
        return true;
    }

    private static string? OfState(string? sector) => sector is "GOV" ? null : sector;
}
