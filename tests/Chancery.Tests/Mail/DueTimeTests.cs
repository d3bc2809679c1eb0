using Chancery.Records.Post;
using NodaTime;
using NodaTime.Text;
using Xunit;

namespace Chancery.Tests.Mail;

/// <summary>When a letter is due, by the reader's own clock.</summary>
public class DueTimeTests
{
    public static TheoryData<string, string> Cases => Table.Of("Mail/due-times.tsv");

    [Theory, MemberData(nameof(Cases))]
    public void a_letter_is_due_when_the_readers_own_clock_shows_the_hour(string asked, string due)
    {
        var parts = asked.Split(' ');
        var hour = LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(parts[2]).Value;
        Assert.Equal(due, InstantPattern.General.Format(DueTime.After(InstantPattern.General.Parse(parts[0]).Value, DueTime.Zone(parts[1]), hour)));
    }

    [Fact]
    public void in_every_zone_a_letter_is_due_within_a_day_and_two_hours()
    {
        foreach (var id in DateTimeZoneProviders.Tzdb.Ids)
            for (var released = Instant.FromUtc(2026, 3, 27, 16, 10); released < Instant.FromUtc(2026, 4, 7, 0, 0); released += Duration.FromHours(29))
                Assert.InRange((DueTime.After(released, DueTime.Zone(id), new LocalTime(2, 30)) - released).TotalHours, 0, 26);
    }
}
