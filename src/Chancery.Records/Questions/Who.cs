using Chancery.Records.Claims;
using Chancery.Records.Reviewing;
using NodaTime;

namespace Chancery.Records.Questions;

/// <param name="Name">A name or the last part of one, in any case and without accents if one likes.</param>
/// <param name="On">The day for which the role is asked, or null.</param>
/// <param name="From">Only what was published on this day or later; <paramref name="To"/> or earlier.</param>
public sealed record WhoQuestion(string Name, LocalDate? On, LocalDate? From, LocalDate? To, AsOf AsOf);

/// <summary>A role reports give a person, and when they did.</summary>
public sealed record ToldRole(string Role, LocalDate FirstTold, LocalDate LastTold, int Reports);

/// <summary>Words of a person, once, though several reports quote them.</summary>
/// <param name="Claims">By the day they were known; never empty.</param>
public sealed record SaidWords(IReadOnlyList<StatementClaim> Claims, IReadOnlyList<Evidence> Evidence)
{
    public LocalDate Known => Claims[0].Source.Known;
}

/// <summary>Somebody who said something.</summary>
/// <param name="Code">The state or organisation; null where not told.</param>
/// <param name="RoleThen">The role last told by the day asked about; null where none was, or no day was asked about.</param>
/// <param name="Said">By the day it was known.</param>
public sealed record PersonFound(string Name, string? Code, IReadOnlyList<ToldRole> Roles, ToldRole? RoleThen, IReadOnlyList<SaidWords> Said);

/// <param name="Persons">Several where the name is ambiguous, those who said most first.</param>
public sealed record WhoAnswer(WhoQuestion Question, IReadOnlyList<PersonFound> Persons);

/// <summary>Answers "what did she say, and as what?".</summary>
public static class Who
{
    public static WhoAnswer Ask(Ledger ledger, WhoQuestion question)
    {
        var asked = PersonName.Of(question.Name);
        var wanted = ClaimsWanted.All with { PublishedFrom = question.From, PublishedTo = question.To };
        var claims = ledger.Statements(wanted with { Person = question.Name }, question.AsOf);
        // A name that is not the last part of anybody's is looked for in all.
        if (claims.Count == 0) claims = ledger.Statements(wanted, question.AsOf);
        var said = ApplyDecisions.To(claims, ledger.Decisions(question.AsOf)).Where(c => c.Speaker is not null).ToList();
        var persons = TellApart(said).Where(p => PersonName.Holds(p.Words, asked)).ToList();
        var cut = Quotes.Cutter(ledger, Evidence.Of(persons.SelectMany(p => p.Said)));
        return new WhoAnswer(question,
        [
            .. persons.Select(p => Person(p.Code, p.Said, question.On, cut))
                .OrderByDescending(p => p.Said.Count).ThenBy(p => p.Name, StringComparer.Ordinal).ThenBy(p => p.Code, StringComparer.Ordinal),
        ]);
    }

    /// <summary>Claims by person: a name of two states is two persons; a shorter name is the longer one's where only one fits.</summary>
    private static IReadOnlyList<(string Words, string? Code, List<StatementClaim> Said)> TellApart(List<StatementClaim> claims)
    {
        var named = claims.GroupBy(c => (Words: PersonName.Of(c.Speaker!.Name), c.Speaker.Code))
            .OrderByDescending(g => g.Key.Words.Length).ThenBy(g => g.Key.Words, StringComparer.Ordinal).ThenBy(g => g.Key.Code is null).ThenBy(g => g.Key.Code, StringComparer.Ordinal);
        var persons = new List<(string Words, string? Code, List<StatementClaim> Said)>();
        foreach (var group in named)
        {
            var fitting = persons.Where(p => PersonName.Holds(p.Words, group.Key.Words) && (p.Code is null || group.Key.Code is null || p.Code == group.Key.Code)).ToList();
            if (fitting.Count == 1) fitting[0].Said.AddRange(group);
            else persons.Add((group.Key.Words, group.Key.Code, [.. group]));
        }
        return persons;
    }

    private static PersonFound Person(string? code, List<StatementClaim> claims, LocalDate? on, Func<IReadOnlyList<Evidence>, IReadOnlyList<Evidence>> cut)
    {
        claims.Sort(ByKnown);
        var name = claims.CountBy(c => c.Speaker!.Name, StringComparer.Ordinal).OrderByDescending(n => n.Key.Length).ThenByDescending(n => n.Value).ThenBy(n => n.Key, StringComparer.Ordinal).First().Key;
        var roles = claims.Where(c => c.Speaker!.Role is not null).GroupBy(c => c.Speaker!.Role!, StringComparer.Ordinal)
            .Select(g => new ToldRole(g.Key, g.Min(c => c.Source.Known), g.Max(c => c.Source.Known), Copies.Count(g.Select(c => c.Source))))
            .OrderBy(r => r.FirstTold).ThenBy(r => r.Role, StringComparer.Ordinal).ToList();
        var then = on is not { } day ? null : claims.LastOrDefault(c => c.Speaker!.Role is not null && c.Source.Known <= day)?.Speaker!.Role;
        var said = claims.Select(c => (Claim: c, Evidence: cut(Evidence.Of([c]))))
            .GroupBy(c => string.Join(' ', c.Evidence.Select(e => e.Quote)), StringComparer.Ordinal)
            .Select(g => new SaidWords([.. g.Select(c => c.Claim)], g.First().Evidence)).OrderBy(s => s.Claims[0], Comparer<StatementClaim>.Create(ByKnown));
        return new PersonFound(name, code, roles, roles.Find(r => r.Role == then), [.. said]);
    }

    private static int ByKnown(StatementClaim a, StatementClaim b)
    {
        int order = a.Source.Known.CompareTo(b.Source.Known);
        if (order == 0) order = string.CompareOrdinal(a.Source.ReportId, b.Source.ReportId);
        if (order == 0) order = a.Passages[0].CompareTo(b.Passages[0]);
        return order != 0 ? order : a.Number.CompareTo(b.Number);
    }
}
