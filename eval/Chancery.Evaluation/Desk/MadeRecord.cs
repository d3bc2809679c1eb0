using Chancery.Records;
using Chancery.Records.Claims;
using Chancery.Reports;
using NodaTime;

namespace Chancery.Evaluation.Desk;

/// <summary>A record made by arithmetic: one dossier of 2,000 changes, and thirty smaller ones. The same every time.</summary>
internal static class MadeRecord
{
    public const int Changes = 2000;
    private const int PerReport = 4, Measures = 60, SmallPairs = 30, SmallChanges = 40;

    private static readonly string[] Things = ["food aid", "police training", "fish tariff", "visa ban", "grain treaty", "port deployment", "wool tariff", "mine clearing aid", "school support", "border treaty"];
    private static readonly ChangeKind[] Kinds = [ChangeKind.Impose, ChangeKind.Suspend, ChangeKind.Reinstate, ChangeKind.Reduce, ChangeKind.Reaffirm, ChangeKind.Extend, ChangeKind.Cancel];

    public static void Write(Ledger ledger)
    {
        for (int i = 0; i < Changes / PerReport; i++) ledger.Append(Report("NOR", "MWI", i, Measures));
        for (int pair = 0; pair < SmallPairs; pair++)
            for (int i = 0; i < SmallChanges / PerReport; i++) ledger.Append(Report("NOR", $"T{(char)('A' + pair / 26)}{(char)('A' + pair % 26)}", i, 6));
    }

    private static NewReading Report(string actor, string target, int number, int measures)
    {
        var day = new LocalDate(2000, 1, 1).PlusDays(number * 17 % 9000);
        var text = new System.Text.StringBuilder();
        var changes = new List<MeasureChange>();
        for (int c = 0; c < PerReport; c++)
        {
            int n = (number * PerReport) + c;
            var (measure, kind) = ($"{Things[n * 7 % Things.Length]} {n * 7 % measures}", Kinds[n * 5 % Kinds.Length]);
            int start = text.Length;
            text.Append($"The government said that {measure} would be changed ({kind.ToString().ToLowerInvariant()}) from {day.PlusDays(c):uuuu-MM-dd} on, as had been agreed at the meeting. ");
            var date = day.PlusDays(c);
            changes.Add(new MeasureChange(
                $"c{c + 1}", measure, Instrument.Aid, actor, target, kind, n % 9 == 0 ? ClaimStatus.Announced : ClaimStatus.Happened, n % 11 == 0 ? Stage.Authorised : Stage.InEffect,
                new DescribedTime(NodaTime.Text.LocalDatePattern.Iso.Format(date), date, date.PlusDays(1), TimeBasis.Stated), true, null, null, [new Span(start, text.Length - 1)], null));
        }
        var body = text.ToString();
        var report = new Report($"made/{target}/{number}", $"{target}{number}", body, [new Paragraph(new Span(0, body.Length), ParagraphRole.Body)], new Published(day.PlusDays(3), DatePrecision.Day, PublishedBasis.Stated, null, []))
        {
            Language = "en", Title = $"Report {number} on {target}", Outlet = $"Made News {number % 12}",
        };
        return new NewReading(new AnnotatedReport(report).With(Layers.Changes, changes), "made", "", new byte[] { 1 });
    }
}
