using BenchmarkDotNet.Attributes;
using Chancery.Desk.Formats;
using Chancery.Reports;

namespace Chancery.Evaluation.Benchmarks;

/// <summary>One layer after the other over the same reports; the baseline is the whole way from page to JSON.</summary>
public class ReadingByLayer
{
    private readonly JsonFormat _json = new(new ReaderInfo("chancery", "benchmark", []), lines: true, explain: false);
    private AnnotatedReport[][] _before = [];
    private AnnotatedReport[] _read = [];

    [GlobalSetup]
    public void Read()
    {
        var steps = OwnPages.Readers.Layers.Annotators;
        _before = new AnnotatedReport[steps.Count][];
        _read = [.. OwnPages.All.Select(p => new AnnotatedReport(OwnPages.Readers.Recover(p)))];
        for (int i = 0; i < steps.Count; i++)
        {
            _before[i] = _read;
            _read = [.. _read.Select(steps[i].Apply)];
        }
    }

    [Benchmark(Baseline = true)]
    public int Whole() => OwnPages.All.Sum(p => _json.Render(OwnPages.Read(OwnPages.Readers.Recover(p))).Length);

    [Benchmark]
    public int Page() => OwnPages.All.Sum(p => OwnPages.Readers.Recover(p).Text.Length);

    [Benchmark]
    public void Syntax() => Step(Layers.Sentences);

    [Benchmark]
    public void Times()
    {
        Step(Layers.FoundTimes);
        Step(Layers.Published);
        Step(Layers.Times);
    }

    [Benchmark]
    public void Actors() => Step(Layers.Actors);

    [Benchmark]
    public void Statements() => Step(Layers.Statements);

    [Benchmark]
    public void Events() => Step(Layers.Events);

    [Benchmark]
    public void Changes()
    {
        Step(Layers.Changes);
        Step(Layers.Signals);
    }

    [Benchmark]
    public int Output() => _read.Sum(r => _json.Render(r).Length);

    private void Step(Layer gives)
    {
        var steps = OwnPages.Readers.Layers.Annotators;
        for (int i = 0; i < steps.Count; i++)
            if (steps[i].GivesLayer == gives)
                foreach (var report in _before[i]) steps[i].Apply(report);
    }
}
