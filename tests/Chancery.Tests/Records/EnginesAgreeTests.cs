using System.Collections.Concurrent;
using System.Text;
using Chancery.Desk.Commands;
using Chancery.Desk.Exports;
using Chancery.Desk.Formats;
using Chancery.Records;
using Chancery.Records.Claims;
using Chancery.Records.Exchange;
using Chancery.Records.Questions;
using Chancery.Records.Reviewing;
using Chancery.Records.Sqlite;
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

    private static readonly Gen<Step> GenStep = Gen.Select(Gen.Int[0, 5], Gen.Int[1, 2], Gen.Int[0, 1000], GenTold.Array[1, 4], Gen.Int[0, 9], Gen.Int[0, 40])
        .Select((page, reader, published, told, decision, about) => new Step(page, reader, published, told, decision, about));

    /// <param name="Day">What is asked about; <paramref name="Known"/> by when it was known and <paramref name="Since"/> how many hours ago it was recorded, below zero for now.</param>
    private sealed record History(Step[] Steps, int Day, int Known, int Since);

    private static readonly Gen<History> GenHistory = Gen.Select(GenStep.Array[1, 6], Gen.Int[0, 1000], Gen.Int[-500, 1000], Gen.Int[-20, 40])
        .Select((steps, day, known, since) => new History(steps, day, known, since));

    [Fact]
    public void both_engines_give_the_same_answers_to_random_histories()
    {
        // Under soak several records at once: most of the time is waiting for the server to answer.
        var idle = new ConcurrentBag<Both>();
        GenHistory.Sample(history =>
        {
            if (!idle.TryTake(out var both)) both = new Both();
            both.Play(history);
            if (both.IsFull) both.Close();
            else idle.Add(both);
        }, seed: "0N0XIzNsQ0O2", iter: Soak.Times(40, 100_000), threads: Soak.Times(1, 6));
        foreach (var both in idle) both.Close();
    }

    /// <summary>A record on each engine, empty at first. It serves many histories, each of states of its own; not all, for every question weighs every decision.</summary>
    private sealed class Both
    {
        private const int Most = 100;
        private readonly SetClock _clock = new(Instant.FromUtc(2026, 1, 1, 0, 0));
        private readonly TestRecord _database = new(Engine.Postgres);
        private readonly Ledger _one, _other;
        private int _histories;

        public Both() => (_one, _other) = (SqliteLedger.Open(":memory:", _clock), _database.Open(_clock));

        public bool IsFull => _histories == Most;

        public void Play(History history)
        {
            int number = _histories++;
            var pair = ($"A{(char)('A' + number / 26)}{(char)('A' + number % 26)}", "ZZZ");
            foreach (var step in history.Steps)
            {
                _clock.Now += Duration.FromHours(7);
                Assert.Equal(_one.Append(Reading(step, pair, number)), _other.Append(Reading(step, pair, number)));
                Assert.Equal(Decide(_one, step, pair), Decide(_other, step, pair));
            }
            var dyad = Dyad.Of(pair.Item1, pair.Item2);
            var asOf = new AsOf(history.Known < 0 ? null : First.PlusDays(history.Known), history.Since < 0 ? null : _clock.Now - Duration.FromHours(history.Since));
            Assert.Equal(Answers(_one, dyad, First.PlusDays(history.Day), asOf), Answers(_other, dyad, First.PlusDays(history.Day), asOf));
        }

        /// <summary>In the end both hold the same rows, and each is sound.</summary>
        public void Close()
        {
            Assert.Equal(BackupOf(_one), BackupOf(_other));
            Assert.Empty(_one.Check().Faults.Concat(_other.Check().Faults));
            _one.Dispose();
            _other.Dispose();
            _database.Dispose();
        }
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

    private static string Answers(Ledger ledger, Dyad between, LocalDate on, AsOf asOf)
    {
        using var export = new MemoryStream();
        ExportFormat.Named("jsonl").Write(ExportRows.Of(ledger, between, asOf), export);
        return Json(new StatusFormat(Status.Ask(ledger, new StatusQuestion(null, between, on, asOf)))) + Json(new TimelineFormat(Timeline.Ask(ledger, new TimelineQuestion(null, between, null, null, asOf))))
            + Encoding.UTF8.GetString(export.ToArray());
    }

    private static string Json(AnswerFormat format) => Encoding.UTF8.GetString(Answer.InJson(format));

    private static byte[] BackupOf(Ledger ledger)
    {
        using var output = new MemoryStream();
        ledger.Backup(output);
        return output.ToArray();
    }
}
