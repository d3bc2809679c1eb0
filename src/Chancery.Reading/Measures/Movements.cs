using Chancery.Reports;

namespace Chancery.Reading.Measures;

/// <summary>
/// Groups that ruled at one time and fought at another ("the Taliban"): where no day says which it is, a report that names a government of the same state
/// beside them speaks of those who fight it.
/// </summary>
internal static class Movements
{
    public static AnnotatedReport SetApart(AnnotatedReport report)
    {
        if (report.Published.Date is not null) return report;
        var actors = report.Get(Layers.Actors);
        return actors.Any(Fights) ? report.With(Layers.Actors, [.. actors.Select(a => Fights(a) ? a with { Sector = "REB" } : a)]) : report;

        bool Fights(Actor actor) => IsRulingMovement(actor, report.Report.Text) && actors.Any(other => IsOffice(other, actor));
    }

    /// <summary>A group that is named by one proper name, and not as somebody's officials.</summary>
    private static bool IsRulingMovement(Actor actor, string text) => actor is { Kind: ActorKind.Group, Sector: "GOV", Code.Length: 3, Mentions: [var first, ..] }
        && first.Head < text.Length && char.IsUpper(text[first.Head]) && !actor.Name.Contains(' ', StringComparison.Ordinal);

    private static bool IsOffice(Actor other, Actor movement) => other.Code == movement.Code && other.Sector == "GOV" && other.Kind is ActorKind.Body or ActorKind.Person && other.Id != movement.Id;
}
