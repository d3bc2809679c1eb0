using Chancery.Records.Questions;

namespace Chancery.Desk.Web.Api;

/// <summary>Parts of answers that are several lists: what stands in a part, stands where it stands in the whole.</summary>
internal static class Parts
{
    /// <summary>So many statements, under the persons who made them.</summary>
    public static WhoAnswer Of(WhoAnswer whole, AnswerPage page)
    {
        var said = whole.Persons.SelectMany((person, number) => person.Said.Select(words => (Person: person, Number: number, Words: words))).ToList();
        var part = page.Of(said);
        return ReferenceEquals(part, said) ? whole : whole with { Persons = [.. part.GroupBy(s => s.Number).Select(g => g.First().Person with { Said = [.. g.Select(s => s.Words)] })] };
    }

    /// <summary>So many of all that differs: states first, then changes, decisions, what was read anew.</summary>
    public static DifferenceAnswer Of(DifferenceAnswer whole, AnswerPage page)
    {
        List<object> all = [.. whole.States, .. whole.Changes, .. whole.Decisions, .. whole.ReadAnew];
        var part = page.Of(all);
        return ReferenceEquals(part, all) ? whole : whole with
        {
            States = [.. part.OfType<StateDiffers>()], Changes = [.. part.OfType<LearnedChange>()],
            Decisions = [.. part.OfType<Records.Claims.Decision>()], ReadAnew = [.. part.OfType<ReadAnew>()],
        };
    }
}
