using Chancery.Reports;

namespace Chancery.Reading.Events;

/// <summary>The statements of a report, asked by place.</summary>
internal sealed class ToldIn(AnnotatedReport report)
{
    private readonly IReadOnlyList<Statement> _statements = report.Get(Layers.Statements);
    private readonly Dictionary<string, Actor> _actors = report.Get(Layers.Actors).ToDictionary(a => a.Id, StringComparer.Ordinal);

    /// <summary>The innermost statement whose content holds a span, or null.</summary>
    public Statement? StatementAt(Span span)
    {
        Statement? found = null;
        int shortest = int.MaxValue;
        foreach (var statement in _statements)
            foreach (var content in statement.Content)
                if (content.Contains(span) && content.Length < shortest) (found, shortest) = (statement, content.Length);
        return found;
    }

    public Participant? Speaker(Statement? statement) =>
        statement?.ActorId is { } id && _actors.TryGetValue(id, out var actor) ? new Participant(actor.Id, actor.Code, actor.Sector) : null;
}
