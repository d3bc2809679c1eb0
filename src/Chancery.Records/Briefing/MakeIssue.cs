using NodaTime;

namespace Chancery.Records.Briefing;

/// <summary>Makes the issue of an evening: selects, numbers, keeps.</summary>
public static class MakeIssue
{
    /// <param name="now">The record as of then.</param>
    /// <exception cref="RecordException">There is one for this day.</exception>
    public static Issue Of(Ledger ledger, LocalDate date, Instant now, Instant? waitsUntil, Func<Claims.KeptReport, ReportParts> partsOf)
    {
        var issues = new Issues(ledger);
        var question = Question(issues, date, now);
        return issues.Make(question, now, waitsUntil, SelectEvening.Of(ledger, question, new EveningSources(partsOf, issues.EntriesOn)).Entries);
    }

    public static EveningQuestion Question(Issues issues, LocalDate date, Instant? recorded) => new(date, issues.Before(date)?.Recorded, recorded);
}
