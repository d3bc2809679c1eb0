using Chancery.Reports;

namespace Chancery.Evaluation.Events;

/// <summary>
/// Counts of one half. A label is found where an event of its type (a change of its instrument and kind) has a passage in the label's sentence; an event is right where
/// a label justifies it, and not counted where only a "may" label does.
/// </summary>
internal sealed class HandTally(bool showErrors)
{
    private int _labels, _found, _parties, _told, _toldOf, _status, _events, _right;
    private int _changeLabels, _changesFound, _changesFull, _changes, _changesRight;

    public void Add(AnnotatedReport reading, List<HandLabel> labels, int upTo)
    {
        var sentences = reading.Get(Layers.Sentences);
        int SentenceOf(int offset) => sentences.TakeWhile(s => s.Span.End <= offset).Count();
        bool Near(HandLabel label, IEnumerable<Span> passages) => passages.Any(p => SentenceOf(p.Start) == SentenceOf(label.Span.Start));
        var events = reading.Get(Layers.Events).Where(e => e.Trigger[0].Start < upTo && e.Status != ClaimStatus.Denied).ToList();
        foreach (var label in labels.Where(l => l.IsEvent && !l.May))
        {
            _labels++;
            var told = events.Where(e => label.AcceptsType(e.Type) && Near(label, [.. e.Trigger, .. e.Passages])).ToList();
            if (told.Count == 0) Show(reading, "missed", label.Span, string.Join('/', label.Types));
            if (told.Count == 0) continue;
            _found++;
            if (told.Any(e => label.AcceptsStatus(e.Status))) _status++;
            if (told.Any(e => HasParties(e, label))) _parties++;
            else Show(reading, "other parties", label.Span, $"{label.Types[0]} {Codes(told[0].Source)} > {Codes(told[0].Target)}");
            if (label.ToldAs == "*") continue;
            _toldOf++;
            if (told.Any(e => e.History == (label.ToldAs == "history"))) _told++;
        }
        foreach (var e in events)
        {
            var near = labels.Where(l => l.IsEvent && l.AcceptsType(e.Type) && Near(l, [.. e.Trigger, .. e.Passages])).ToList();
            if (near.Count > 0 && near.TrueForAll(l => l.May)) continue;
            _events++;
            if (near.Count > 0) _right++;
            else Show(reading, "extra", e.Trigger[0], $"{e.Type} {e.Decided}");
        }
        AddChanges(reading, labels, [.. reading.Get(Layers.Changes).Where(c => c.Evidence[0].Start < upTo)], Near);
    }

    private void AddChanges(AnnotatedReport reading, List<HandLabel> labels, List<MeasureChange> changes, Func<HandLabel, IEnumerable<Span>, bool> near)
    {
        bool Fits(HandLabel l, MeasureChange c) => !l.IsEvent && l.AcceptsType(Name(c.Instrument)) && l.AcceptsChange(Name(c.Change)) && near(l, c.Evidence);
        bool HasSides(HandLabel l, MeasureChange c) => l.AcceptsSource([c.Actor]) && l.AcceptsTarget([c.Target]);
        foreach (var label in labels.Where(l => !l.IsEvent && !l.May))
        {
            _changeLabels++;
            if (changes.Any(c => Fits(label, c) && HasSides(label, c))) _changesFound++;
            else Show(reading, "change missed", label.Span, $"{label.Types[0]} {label.Changes[0]}");
            if (changes.Any(c => Fits(label, c) && HasSides(label, c) && label.AcceptsStatus(c.Status))) _changesFull++;
        }
        foreach (var c in changes)
        {
            var fitting = labels.Where(l => Fits(l, c)).ToList();
            if (fitting.Count > 0 && fitting.TrueForAll(l => l.May)) continue;
            _changes++;
            if (fitting.Exists(l => l.May || HasSides(l, c))) _changesRight++;
            else Show(reading, "change extra", c.Evidence[0], $"{Name(c.Instrument)} {Name(c.Change)} {c.Actor} {c.Target} {c.Status.Name()}");
        }
    }

    public void Print()
    {
        Console.WriteLine($"  events   recall {Share(_found, _labels)}  precision {Share(_right, _events)}; of the found: parties {Share(_parties, _found)}  status {Share(_status, _found)}  news or history {Share(_told, _toldOf)}");
        Console.WriteLine($"  changes  core recall {Share(_changesFound, _changeLabels)}  precision {Share(_changesRight, _changes)}; with status {Share(_changesFull, _changeLabels)}");
    }

    private void Show(AnnotatedReport reading, string what, Span span, string detail)
    {
        if (!showErrors) return;
        var sentence = reading.Get(Layers.Sentences).First(s => s.Span.End > span.Start).Span;
        Console.WriteLine($"    {what}: {detail} @ \"{reading.Report.Text[span.Start..span.End]}\" in: {reading.Report.Text[sentence.Start..sentence.End].ReplaceLineEndings(" ")}");
    }

    private static bool HasParties(NewsEvent e, HandLabel label) =>
        label.AcceptsSource(e.Source.Select(p => p.Code)) && label.AcceptsTarget(e.Target.Select(p => p.Code))
        || e.Type is "CONSULT" && label.AcceptsSource(e.Source.Concat(e.Target).Select(p => p.Code));

    private static string Codes(IReadOnlyList<Participant> side) => string.Join(',', side.Select(p => p.Code + p.Sector));
    private static string Name<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();
    private static string Share(int part, int of) => FormattableString.Invariant($"{(of == 0 ? 0 : (double)part / of):0.000} ({part}/{of})");
}
