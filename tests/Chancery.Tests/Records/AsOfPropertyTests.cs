using Chancery.Desk.Commands;
using Chancery.Desk.Formats;
using Chancery.Records;
using Chancery.Records.Claims;
using Chancery.Records.Questions;
using Chancery.Records.Reviewing;
using Chancery.Records.Sqlite;
using Chancery.Reports;
using CsCheck;
using NodaTime;
using Xunit;

namespace Chancery.Tests.Records;

/// <summary>What was answered once is answered so again, when it is asked as of then.</summary>
public class AsOfPropertyTests
{
    private static readonly ChangeKind[] Kinds = [ChangeKind.Suspend, ChangeKind.Reinstate, ChangeKind.Impose, ChangeKind.Cancel, ChangeKind.Reaffirm];
    private static readonly string[] Names = ["flood aid", "school meals", "aid", "IMET"];

    /// <summary>A step: what is told, of which measure, published when; or, where <c>Decides</c>, that a person rejects or accepts the row told last.</summary>
    private static readonly Gen<(int Kind, int Name, int Published, int Parties, bool SamePage, int Decides)[]> AnySteps =
        Gen.Select(Gen.Int[0, 4], Gen.Int[0, 3], Gen.Int[0, 60], Gen.Int[0, 3], Gen.Bool, Gen.Int[0, 5]).Array[1, 5];

    [Fact]
    public void a_row_recorded_later_never_changes_an_answer_asked_as_of_before()
    {
        var clock = new SetClock(Instant.FromUtc(2026, 1, 1, 0, 0));
        var ledger = SqliteLedger.Open(":memory:", clock);
        long histories = 0;
        AnySteps.Sample(steps =>
        {
            // Each history has states of its own, so that one record holds many.
            if (histories % 200 == 199)
            {
                ledger.Dispose();
                ledger = SqliteLedger.Open(":memory:", clock);
            }
            var (one, other) = (Code(histories * 2), Code((histories * 2) + 1));
            histories++;
            var answers = new List<(Instant At, string Answer)>();
            for (int i = 0; i < steps.Length; i++)
            {
                clock.Now += Duration.FromSeconds(1);
                Take(ledger, steps[i], one, other, i);
                answers.Add((clock.Now, Ask(ledger, one, other, AsOf.Now)));
            }
            return answers.All(a => Ask(ledger, one, other, new AsOf(null, a.At)) == a.Answer);
        }, iter: Soak.Times(200, 100_000), threads: 1);
        ledger.Dispose();
    }

    private static void Take(SqliteLedger ledger, (int Kind, int Name, int Published, int Parties, bool SamePage, int Decides) step, string one, string other, int i)
    {
        var mine = ledger.Changes(ClaimsWanted.Between(Dyad.Of(one, other)), AsOf.Now);
        if (step.Decides == 0 && mine.Count > 0)
        {
            var review = new Review(ledger, "Ana Reyes");
            if (step.SamePage) review.Reject(mine[^1].Row, null);
            else review.Accept(mine[^1].Row, null);
            return;
        }
        var published = new LocalDate(2018, 1, 1).PlusDays(step.Published);
        var (actor, target) = step.Parties switch { 0 => (null, other), 1 => (other, one), _ => (one, (string?)other) };
        var described = new LocalDate(2018, 4, 1).PlusDays(step.Published / 2);
        var date = new DescribedTime(null, described, described.PlusDays(1 + (step.Published % 3)), TimeBasis.Stated);
        var change = new MeasureChange("c1", Names[step.Name], Instrument.Aid, actor, target, Kinds[step.Kind], ClaimStatus.Happened, Stage.InEffect, date, true, null, null, [new Span(0, 4)], null);
        // The same page with another reader takes the place of the reading before.
        var page = step.SamePage ? "a page" : $"page {i}";
        ledger.Append(MadeReading.Of($"{one} {page}", NodaTime.Text.LocalDatePattern.Iso.Format(published), "Some words.", change) with { Reader = $"reader {i}" });
    }

    private static string Ask(Ledger ledger, string one, string other, AsOf asOf)
    {
        var day = new LocalDate(2018, 4, 15);
        var status = Status.Ask(ledger, new StatusQuestion(null, Dyad.Of(one, other), day, asOf)) with { Question = new StatusQuestion(null, null, day, AsOf.Now) };
        var timeline = Timeline.Ask(ledger, new TimelineQuestion(null, Dyad.Of(one, other), null, null, asOf)) with { Question = new TimelineQuestion(null, null, null, null, AsOf.Now) };
        return Text(new StatusFormat(status)) + Text(new TimelineFormat(timeline));
    }

    private static string Text(AnswerFormat format) => System.Text.Encoding.UTF8.GetString(Answer.InJson(format));

    private static string Code(long number)
    {
        var code = new char[3];
        for (int i = 2; i >= 0; i--, number /= 26) code[i] = (char)('A' + (number % 26));
        return new string(code);
    }
}
