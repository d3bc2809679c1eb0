using System.Text.Json;
using Chancery.Reading.Actors;
using Chancery.Reading.Pages;
using Chancery.Reports;

namespace Chancery.Evaluation.Actors;

/// <summary>
/// Code and sector of the participants of the event gold (development half of the PLOVER records), given the words of each: how well
/// the index answers when asked at the head of an argument.
/// </summary>
internal static class ParticipantScore
{
    private const string Folder = "../shared/corpora/events";
    private static readonly HashSet<string> Organisations = new("UNO EEC NAT AFU OPC IAE".Split(' '), StringComparer.Ordinal);

    public static void Print(Pipeline syntax, FindActors find, ActorLexicon lexicon, bool tellErrors)
    {
        if (!File.Exists(Path.Combine(Folder, "gsr.gold.jsonl"))) return;
        var readings = new Dictionary<string, AnnotatedReport>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(Path.Combine(Folder, "gsr.docs.jsonl")))
        {
            using var row = JsonDocument.Parse(line);
            string Field(string name) => row.RootElement.GetProperty(name).GetString()!;
            var report = ReadPlainText.Read(new Page(Field("id"), "", PageKind.Text, Field("text"), StatedDate: Field("published")));
            if (syntax.Read(report).Reading is { } reading) readings.Add(report.Id, reading.With(Layers.Actors, find.Annotate(reading)));
        }
        int all = 0, code = 0, both = 0;
        foreach (var line in File.ReadLines(Path.Combine(Folder, "gsr.gold.jsonl")))
        {
            using var row = JsonDocument.Parse(line);
            if (!readings.TryGetValue(row.RootElement.GetProperty("id").GetString()!, out var reading)) continue;
            var index = new ActorIndex(reading, lexicon);
            foreach (var gold in row.RootElement.GetProperty("events").EnumerateArray().SelectMany(e => e.GetProperty("source").EnumerateArray().Concat(e.GetProperty("target").EnumerateArray())))
            {
                if (Head(reading, gold.GetProperty("text").GetString()!) is not var (sentence, word)) continue;
                var answer = index.Participants(sentence, word).FirstOrDefault();
                string? goldCode = gold.GetProperty("code").GetString(), goldSector = gold.GetProperty("sector").GetString();
                string? answerCode = answer?.Code is { } own && Organisations.Contains(own) ? "IGO" : answer?.Code;
                bool rightCode = answer is not null && answerCode == goldCode, right = rightCode && answer!.Sector == goldSector;
                all++;
                if (rightCode) code++;
                if (right) both++;
                else if (tellErrors) Console.WriteLine($"    gsr: “{gold.GetProperty("text").GetString()}” {goldCode} {goldSector} is {(answer is null ? "nobody" : $"{answerCode} {answer.Sector}")}");
            }
        }
        Console.WriteLine($"  event participants given their words, {all}: code {100.0 * code / all:0.0}, code and sector {100.0 * both / all:0.0}");
    }

    private static (Sentence, int)? Head(AnnotatedReport reading, string words)
    {
        int at = reading.Report.Text.IndexOf(words.TrimEnd('\'', 's'), StringComparison.Ordinal);
        if (at < 0 || reading.SentenceAt(at) is not { } sentence) return null;
        int first = sentence.WordAt(at), last = sentence.WordAt(at + words.TrimEnd('\'', 's').Length - 1);
        if (first < 0 || last < 0) return null;
        for (int i = first; i <= last; i++)
            if (sentence.Words[i].Upos != Upos.PUNCT && (sentence.Words[i].Head < first || sentence.Words[i].Head > last)) return (sentence, i);
        return null;
    }
}
