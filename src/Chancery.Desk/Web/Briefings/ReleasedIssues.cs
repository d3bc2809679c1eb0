using Chancery.Desk.Briefing;
using Chancery.Desk.Web.Hosting;
using Chancery.Records.Briefing;
using NodaTime;

namespace Chancery.Desk.Web.Briefings;

/// <summary>An issue that may be seen.</summary>
/// <param name="Updated">When it was released, or last corrected.</param>
internal sealed record ReleasedIssue(Issue Issue, ReaderIssue Reader, int Corrections, Instant Updated);

/// <summary>Issues as everybody may see them: not before they are released, without what a reviewer struck, with their corrections marked.</summary>
internal static class ReleasedIssues
{
    public static IReadOnlyList<ReleasedIssue> Latest(Visit visit, int most) =>
        [.. new Issues(visit.Ledger).Latest(most).Select(i => Of(visit, i)).OfType<ReleasedIssue>()];

    public static ReleasedIssue? Of(Visit visit, Issue issue)
    {
        var decisions = new Issues(visit.Ledger).Decisions(issue.Number);
        if (ReviewGate.ReleasedAt(issue, decisions) is not { } released || released > Instant.FromDateTimeOffset(visit.Site.Time.GetUtcNow())) return null;
        var corrected = FindCorrections.Of(issue, visit.Ledger);
        var here = new Uri($"{visit.Http.Request.Scheme}://{visit.Http.Request.Host}");
        var reader = new ReaderIssue(
            issue.Date, issue.Number, FitReading.To(ReviewGate.Entries(issue, decisions), Interest.Everything), Dates.English, here, CorrectionMarks.Of(issue, corrected));
        return new ReleasedIssue(issue, reader, corrected.Count, corrected.Values.Select(c => c.Decision.Recorded).Append(released).Max());
    }
}
