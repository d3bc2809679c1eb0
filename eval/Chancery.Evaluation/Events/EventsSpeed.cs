using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json;
using Chancery.Reading;
using Chancery.Reading.Actors;
using Chancery.Reading.Events;
using Chancery.Reading.Events.Types;
using Chancery.Reading.Measures;
using Chancery.Reading.Relations;
using Chancery.Reports;

namespace Chancery.Evaluation.Events;

/// <summary>How fast events, changes and signals are read on one core, with the layers below them given.</summary>
internal static class EventsSpeed
{
    private const string News = "../shared/corpora/news/wikinews.jsonl.gz";

    public static int Run(string[] args)
    {
        if (!File.Exists(News))
        {
            Console.WriteLine($"events-speed: the corpus {News} is not here; skipped.");
            return 0;
        }
        var readings = Given(args.Length > 0 ? int.Parse(args[0]) : 120);
        long words = readings.Sum(r => (long)r.Get(Layers.Sentences).Sum(s => s.Words.Length));
        var actors = ActorLexicon.Load();
        var events = new CodeEvents(actors, TypeModel.Load("models/en-event-types.model"));
        var changes = new FindChanges(actors);
        var signals = new FindSignals(actors);
        for (int round = 0; round < 6; round++)
        {
            var told = new List<IReadOnlyList<MeasureChange>>();
            double e = Time(() => readings.ForEach(r => events.Annotate(r)));
            double c = Time(() => readings.ForEach(r => told.Add(changes.Annotate(r))));
            double s = Time(() => readings.Select((r, i) => signals.Annotate(r.With(Layers.Changes, told[i]))).Count(_ => true));
            if (round > 2) Console.WriteLine(FormattableString.Invariant($"{words} words: events {words / e:0}, changes {words / c:0}, signals {words / s:0}, all three {words / (e + c + s):0} words per CPU-second"));
        }
        return 0;
    }

    private static double Time(Action work)
    {
        // CPU time, not the wall's: others may be at work on the machine
        var start = Process.GetCurrentProcess().TotalProcessorTime;
        work();
        return (Process.GetCurrentProcess().TotalProcessorTime - start).TotalSeconds;
    }

    private static List<AnnotatedReport> Given(int documents)
    {
        var pipeline = EnglishNews.Compose("models").For([Layers.Published, Layers.Actors, Layers.Times, Layers.Statements]);
        var readings = new List<AnnotatedReport>();
        using var lines = new StreamReader(new GZipStream(File.OpenRead(News), CompressionMode.Decompress));
        while (lines.ReadLine() is { } line && readings.Count < documents)
        {
            var row = JsonDocument.Parse(line).RootElement;
            var text = row.GetProperty("text").GetString()!;
            var report = new Report(row.GetProperty("id").GetString()!, "", text, [new Paragraph(new Span(0, text.Length), ParagraphRole.Body)], Published.Unknown) { Language = "en" };
            if (pipeline.Read(report) is ({ } reading, _)) readings.Add(reading);
        }
        return readings;
    }
}
