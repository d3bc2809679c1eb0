using Chancery.Records;
using Chancery.Records.Questions;
using Chancery.Records.Sqlite;
using Chancery.Reports;
using NodaTime;
using Xunit;

namespace Chancery.Tests.Records;

/// <summary>Who is meant by a name.</summary>
public sealed class WhoTests : IDisposable
{
    private readonly SqliteLedger _ledger = SqliteLedger.Open(":memory:", new SetClock(Instant.FromUtc(2026, 5, 1, 12, 0)));

    public void Dispose() => _ledger.Dispose();

    [Fact]
    public void a_surname_that_two_bear_lists_both_and_a_full_name_one()
    {
        Say("a", "2019-03-01", "Marta Okoro", "Trade Minister", "NGA");
        Say("b", "2019-04-01", "Samuel Okoro", "Ambassador", "GHA");
        Assert.Equal(["Marta Okoro", "Samuel Okoro"], Ask("okoro"));
        Assert.Equal(["Samuel Okoro"], Ask("Samuel Okoro"));
    }

    [Fact]
    public void a_bare_surname_is_the_only_one_it_can_be_and_nobody_where_it_can_be_two()
    {
        Say("a", "2019-03-01", "Marta Okoro", "Trade Minister", "NGA");
        Say("b", "2019-03-02", "Okoro", null, null);
        Assert.Equal(2, Assert.Single(Persons("Okoro")).Said.Count);
        Say("c", "2019-04-01", "Samuel Okoro", "Ambassador", "GHA");
        Assert.Equal(3, Persons("Okoro").Count);
    }

    [Fact]
    public void one_name_of_two_states_is_two_persons()
    {
        Say("a", "2019-03-01", "Marta Okoro", null, "NGA");
        Say("b", "2019-04-01", "Marta Okoro", null, "GHA");
        Assert.Equal(["GHA", "NGA"], Persons("Okoro").Select(p => p.Code).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("the trade minister, Marta Okoro,")]
    [InlineData("“Marta Okoro”")]
    [InlineData("Marta OKORO.")]
    public void the_marks_around_a_name_do_not_hide_it(string told)
    {
        Say("a", "2019-03-01", told, null, "NGA");
        Assert.Single(Persons("Marta Okoro"));
    }

    [Theory]
    [InlineData("2019-02-28", null)]
    [InlineData("2019-06-01", "Trade Minister")]
    [InlineData("2020-06-01", "Foreign Minister")]
    public void a_role_is_the_last_told_by_the_day(string on, string? role)
    {
        Say("a", "2019-03-01", "Marta Okoro", "Trade Minister", "NGA");
        Say("b", "2020-03-01", "Marta Okoro", "Foreign Minister", "NGA");
        Assert.Equal(role, Assert.Single(Persons("Okoro", on)).RoleThen?.Role);
    }

    private IEnumerable<string> Ask(string name) => Persons(name).Select(p => p.Name).Order(StringComparer.Ordinal);

    private IReadOnlyList<PersonFound> Persons(string name, string? on = null) =>
        Who.Ask(_ledger, new WhoQuestion(name, on is null ? null : MadeReading.Day(on), null, null, AsOf.Now)).Persons;

    private void Say(string report, string day, string name, string? role, string? code)
    {
        var made = MadeReading.Of(report, day, $"{name} spoke of {report}.");
        var span = new Span(0, name.Length);
        var reading = made.Reading.With(Layers.Actors, [new Actor("a1", name, ActorKind.Person, code, null, role, [new Mention(span, 0)])])
            .With(Layers.Statements, [new Statement("s1", "a1", [span], [], [new Span(name.Length + 1, made.Reading.Report.Text.Length)], StatementKind.Indirect, null, null, null)]);
        _ledger.Append(made with { Reading = reading });
    }
}
