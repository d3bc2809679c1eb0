using Chancery.Records;
using Chancery.Records.Claims;
using Chancery.Records.Folding;
using Chancery.Records.Questions;
using Chancery.Records.Reviewing;
using Chancery.Reports;
using NodaTime;

namespace Chancery.Tests.Records.Cases;

/// <summary>
/// Plays a case: what is recorded and decided on which day, and what is asked in between. <c>record DAY [reader N]</c> is followed by claims as <see cref="MadeClaim"/> reads them (those of one
/// report are one reading) or <c>copy of A by B on DAY</c>; <c>review DAY</c> by decisions; <c>status …</c> and <c>timeline …</c> by the answer. All of it between Norway and Malawi.
/// </summary>
internal sealed class RecordCase(Ledger ledger, SetClock clock)
{
    private readonly Dictionary<string, (string Text, IReadOnlyList<ChangeClaim> Claims)> _told = [];

    /// <returns>The case with the answers that were given.</returns>
    public string Play(string text)
    {
        var played = new List<string>();
        var lines = text.TrimEnd('\n').Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            played.Add(lines[i]);
            if (lines[i].Length == 0 || lines[i][0] is '#' or ' ') continue;
            string[] below = [.. lines.Skip(i + 1).TakeWhile(l => l.StartsWith("  ", StringComparison.Ordinal)).Select(l => l.Trim())];
            i += below.Length;
            var words = lines[i - below.Length].Split(' ');
            played.AddRange(Do(words, below).Select(l => "  " + l));
        }
        return string.Concat(played.Select(l => l + "\n"));
    }

    private IEnumerable<string> Do(string[] words, string[] below)
    {
        switch (words[0])
        {
            case "record":
                Move(words[1]);
                Record(below, After(words, "reader") ?? "1");
                return below;
            case "review":
                Move(words[1]);
                foreach (var line in below) Decide(line.Split(' '));
                return below;
            case "status":
                return Status.Ask(ledger, new StatusQuestion(null, Dyad.Of("NOR", "MWI"), MadeReading.Day(After(words, "on")!), AsOfWords(words))).Measures.Select(Line).DefaultIfEmpty("nothing is known");
            case "timeline":
                return Timeline.Ask(ledger, new TimelineQuestion(null, Dyad.Of("NOR", "MWI"), null, null, AsOfWords(words))).Entries.Select(Line).DefaultIfEmpty("nothing is known");
            default:
                throw new FormatException(string.Join(' ', words));
        }
    }

    /// <summary>Each day's work is done at noon.</summary>
    private void Move(string day) => clock.Now = MadeReading.Day(day).AtMidnight().PlusHours(12).InUtc().ToInstant();

    private void Record(string[] lines, string reader)
    {
        foreach (var report in lines.Where(l => !l.StartsWith("copy ", StringComparison.Ordinal)).Select(l => MadeClaim.Change(l)).GroupBy(c => c.Source.ReportId))
            Append(report.Key, $"{report.Key} tells of Norway and Malawi.", [.. report], reader);
        foreach (var copy in lines.Where(l => l.StartsWith("copy ", StringComparison.Ordinal)).Select(l => l.Split(' ')))
        {
            var (text, claims) = _told[After(copy, "of")!];
            Append(After(copy, "by")!, text, [.. claims.Select(c => c with { Source = MadeClaim.Source(After(copy, "by")!, MadeReading.Day(After(copy, "on")!)) })], reader);
        }
    }

    private void Append(string id, string text, IReadOnlyList<ChangeClaim> claims, string reader)
    {
        _told[id] = (text, claims);
        var changes = claims.Select((c, i) => new MeasureChange(
            $"c{i + 1}", c.Measure, c.Instrument, c.Actor, c.Target, c.Change, c.Status, c.Stage, c.Date, c.WholeExtent, c.Quantity, c.PartOf, [new Span(i, i + 1)], null));
        ledger.Append(MadeReading.Of(id, NodaTime.Text.LocalDatePattern.Iso.Format(claims[0].Source.Known), text, [.. changes]) with { Reader = "test " + reader });
    }

    private void Decide(string[] words)
    {
        var review = new Review(ledger, "Ana Reyes");
        RowName[] rows = [.. words.Skip(1).Select(RowName.Parse).OfType<RowName>()];
        _ = words[0] switch
        {
            "accept" => review.Accept(rows[0], null),
            "reject" => review.Reject(rows[0], null),
            "withdraw" => review.Withdraw(rows[0], null),
            "settle" => review.Settle(rows[0], rows[1..], null),
            "merge" => review.Merge(rows, null),
            "split" => review.Split(rows, null),
            "edit" => review.Edit(rows[0], words.Skip(2).Select(w => w.Split('=')).ToDictionary(w => w[0], w => w[1]), null),
            _ => throw new FormatException(words[0]),
        };
    }

    private static string Line(MeasureStatus m) =>
        $"{m.Measure.Name}: {m.State.Name()}{(m.Stage == Stage.Authorised ? ", more is authorised" : "")}{(m.Since is { } s ? $" since {s}" : "")}{(m.InheritedFrom is { } w ? $", as {w}" : "")}"
        + $"{(m.Uncertain ? ", uncertain" : "")}{(m.Contradictions.Count > 0 ? ", contradicted" : "")}{(m.LastConfirmed is { } l ? $"; confirmed {l.On} by {l.By}" : "")}";

    private static string Line(TimelineEntry e) =>
        $"{e.Told.Date.Value ?? "by " + NodaTime.Text.LocalDatePattern.Iso.Format(e.Told.Window.Last)} {e.Told.Change.ToString().ToLowerInvariant()}{(e.Told.Status == ClaimStatus.Happened ? "" : " " + e.Told.Status.Name())}"
        + $"{(e.Told.Stage == Stage.Authorised ? " authorised" : "")} {e.Measure.Name}: {(e.Moves ? $"{e.Before.Name()} to {e.After.Name()}" : $"stays {e.After.Name()}")}; told by "
        + $"{string.Join(' ', e.Told.Claims.Select(c => c.Source.ReportId))}{(e.Told.Claims.Count > 1 ? $", {e.Told.IndependentSources} independent" : "")}";

    private static AsOf AsOfWords(string[] words) => new(
        After(words, "known") is { } known ? MadeReading.Day(known) : null,
        After(words, "recorded") is { } recorded ? MadeReading.Day(recorded).PlusDays(1).AtMidnight().InUtc().ToInstant() - Duration.Epsilon : null);

    private static string? After(string[] words, string word) => Array.IndexOf(words, word) is var at && at > 0 ? words[at + 1] : null;
}
