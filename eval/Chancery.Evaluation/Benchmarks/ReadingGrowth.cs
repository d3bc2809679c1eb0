using System.Text.RegularExpressions;
using BenchmarkDotNet.Attributes;
using Chancery.Reading.Pages;
using Chancery.Reports;

namespace Chancery.Evaluation.Benchmarks;

/// <summary>Ever longer reports, read whole; the baseline only cuts their words out.</summary>
public partial class ReadingGrowth
{
    private Report _report = null!;

    [Params(200, 2_000, 20_000)]
    public int Words { get; set; }

    [GlobalSetup]
    public void Write()
    {
        var paragraphs = OwnPages.All.Select(p => OwnPages.Readers.Recover(p).Text).ToArray();
        var text = new System.Text.StringBuilder();
        for (int i = 0, words = 0; words < Words; i++)
        {
            var next = paragraphs[i % paragraphs.Length].Split(' ').Take(Words - words).ToArray();
            text.AppendJoin(' ', next).Append("\n\n");
            words += next.Length;
        }
        _report = ReadPlainText.Read(new Page("growth", "growth", PageKind.Text, text.ToString(), StatedDate: "2021-03-05"));
    }

    [Benchmark(Baseline = true)]
    public int CutWords() => Word().Count(_report.Text);

    [Benchmark]
    public object Whole() => OwnPages.Read(_report);

    [GeneratedRegex(@"\w+|[^\w\s]")]
    private static partial Regex Word();
}
