using System.Text;
using Chancery.Desk.Commands;
using Chancery.Desk.Exports;
using Chancery.Desk.Formats;
using Chancery.Records;
using Chancery.Records.Claims;
using Chancery.Records.Exchange;
using Chancery.Records.Questions;
using Chancery.Records.Reviewing;
using Chancery.Reports;
using CsCheck;
using NodaTime;
using Xunit;

namespace Chancery.Tests.Records;

/// <summary>Random histories of reports and decisions, kept on both engines at once: every answer is the same, byte for byte.</summary>
public class EnginesAgreeTests
{
    private static readonly string[] Measures = ["flood aid", "aid", "budget support", "rice ban", "officer training", "sanctions"];
    private static readonly LocalDate First = new(2018, 1, 1);

    private sealed record Told(int Measure, ChangeKind Change, ClaimStatus Status, Stage Stage, int Day, int Precision, bool Whole);
    private sealed record Step(int Page, int Reader, int Published, Told[] Told, int Decision, int About);

    private static readonly Gen<Told> GenTold = Gen.Select(
        Gen.Int[0, 5], Gen.Enum<ChangeKind>(), Gen.Frequency((4, Gen.Const(ClaimStatus.Happened)), (1, Gen.Enum<ClaimStatus>())), Gen.Enum<Stage>(), Gen.Int[0, 900], Gen.Int[0, 3], Gen.Bool)
        .Select((measure, change, status, stage, day, precision, whole) => new Told(measure, change, status, stage, day, precision, whole));

    private static readonly Gen<Step[]> GenHistory = Gen.Select(Gen.Int[0, 5], Gen.Int[1, 2], Gen.Int[0, 1000], GenTold.Array[1, 4], Gen.Int[0, 9], Gen.Int[0, 40])
        .Select((page, reader, published, told, decision, about) => new Step(page, reader, published, told, decision, about)).Array[1, 8];

    [Fact]
    public void both_engines_give_the_same_answers_to_random_histories()
    {
        using TestRecord file = new(Engine.Sqlite), database = new(Engine.Postgres);
        var clock = new SetClock(Instant.FromUtc(2026, 1, 1, 0, 0));
        using Ledger one = file.Open(clock), other = database.Open(clock);
        int history = 0;
        GenHistory.Sample(steps =>
        {
            // Each history is of two states of its own, so that one record serves them all.
            var pair = ($"{(char)('A' + history / 676 % 26)}{(char)('A' + history / 26 % 26)}{(char)('A' + history++ % 26)}", "ZZZ");
            foreach (var step in steps)
            {
                clock.Now += Duration.FromHours(7);
                Assert.Equal(one.Append(Reading(step, pair, history)), other.Append(Reading(step, pair, history)));
                Assert.Equal(Decide(one, step, pair), Decide(other, step, pair));
            }
            var dyad = Dyad.Of(pair.Item1, pair.Item2);
            foreach (var asOf in new[] { AsOf.Now, new AsOf(First.PlusDays(steps[0].Published)), new AsOf(Recorded: clock.Now - Duration.FromHours(10)), new AsOf(First.PlusDays(500), clock.Now - Duration.FromHours(20)) })
                Assert.Equal(Answers(one, dyad, asOf), Answers(other, dyad, asOf));
        }, seed: "0N0XIzNsQ0O2", iter: Soak.Times(25, 5000), threads: 1);
        Assert.Equal(BackupOf(one), BackupOf(other));
        Assert.Empty(one.Check().Faults.Concat(other.Check().Faults));
    }

    private static NewReading Reading(Step step, (string, string) pair, int history)
    {
        var text = $"{history} {step.Page}: " + string.Join(' ', Measures);
        var changes = step.Told.Select((t, i) => new MeasureChange(
            "c" + i, Measures[t.Measure], t.Measure == 3 ? Instrument.Ban : t.Measure == 5 ? Instrument.Sanctions : Instrument.Aid, pair.Item1, pair.Item2, t.Change, t.Status, t.Stage,
            Date(t), t.Whole, null, null, [new Span(i, i + 5)], null));
        return MadeReading.Of($"{history}-{step.Page}", step.Published > 900 ? null : NodaTime.Text.LocalDatePattern.Iso.Format(First.PlusDays(step.Published)), text, [.. changes]) with { Reader = "test " + step.Reader };
    }

    private static DescribedTime Date(Told told)
    {
        var day = First.PlusDays(told.Day);
        return told.Precision switch
        {
            0 => new DescribedTime(null, null, null, TimeBasis.Published),
            1 => new DescribedTime($"{day.Year}", new LocalDate(day.Year, 1, 1), new LocalDate(day.Year + 1, 1, 1), TimeBasis.Stated),
            2 => new DescribedTime(null, null, day.PlusDays(1), TimeBasis.Computed),
            _ => new DescribedTime(NodaTime.Text.LocalDatePattern.Iso.Format(day), day, day.PlusDays(1), TimeBasis.Computed),
        };
    }

    private static string Decide(Ledger ledger, Step step, (string, string) pair)
    {
        var claims = ledger.Changes(ClaimsWanted.Between(Dyad.Of(pair.Item1, pair.Item2)), AsOf.Now);
        if (claims.Count < 2) return "";
        RowName one = claims[step.About % claims.Count].Row, other = claims[(step.About + 1) % claims.Count].Row;
        var review = new Review(ledger, "Ana Reyes");
        try
        {
            return (step.Decision switch
            {
                0 => review.Reject(one, "no"),
                1 => review.Accept(one, null),
                2 => review.Edit(one, new Dictionary<string, string> { ["measure"] = "flood aid" }, null),
                3 => review.Merge([one, other], null),
                4 => review.Split([one, other], null),
                5 => review.Withdraw(new RowName(RowKind.Report, claims[0].Source.ReportRow), null),
                6 => review.Settle(one, [other], null),
                _ => null,
            })?.ToString() ?? "";
        }
        catch (RecordException e)
        {
            return e.Message;
        }
    }

    private static string Answers(Ledger ledger, Dyad between, AsOf asOf)
    {
        var answers = new StringBuilder();
        foreach (int day in new[] { 0, 200, 450, 900 })
            answers.Append(Encoding.UTF8.GetString(Answer.InJson(new StatusFormat(Status.Ask(ledger, new StatusQuestion(null, between, First.PlusDays(day), asOf))))));
        answers.Append(Encoding.UTF8.GetString(Answer.InJson(new TimelineFormat(Timeline.Ask(ledger, new TimelineQuestion(null, between, null, null, asOf))))));
        using var export = new MemoryStream();
        ExportFormat.Named("jsonl").Write(ExportRows.Of(ledger, between, asOf), export);
        return answers.Append(Encoding.UTF8.GetString(export.ToArray())).ToString();
    }

    private static byte[] BackupOf(Ledger ledger)
    {
        using var output = new MemoryStream();
        ledger.Backup(output);
        return output.ToArray();
    }
}
