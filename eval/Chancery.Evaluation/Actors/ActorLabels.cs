using Chancery.Reports;

namespace Chancery.Evaluation.Actors;

/// <summary>What a label says stands in a document. See Gold/actors/README.md.</summary>
internal enum LabelKind { State, Place, Person, Skip }

/// <param name="Codes">The accepted codes; <c>?</c> accepts any.</param>
/// <param name="Roles">The accepted roles of a person; <c>-</c> accepts none.</param>
internal sealed record ActorLabel(LabelKind Kind, Span Span, string[] Codes, string[] Roles)
{
    public static Dictionary<string, List<ActorLabel>> Load(string path)
    {
        var labels = new Dictionary<string, List<ActorLabel>>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(path))
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var cells = line.Split('\t');
            if (!labels.TryGetValue(cells[0], out var own)) labels.Add(cells[0], own = []);
            own.Add(new ActorLabel(Enum.Parse<LabelKind>(cells[1], ignoreCase: true), new Span(int.Parse(cells[2]), int.Parse(cells[3])),
                cells[4].Split('/'), cells.Length > 5 ? cells[5].Split('/') : []));
        }
        return labels;
    }

    public bool Accepts(string? code) => Codes.Contains("?") || Codes.Contains(code ?? "-");

    public bool AcceptsRole(string? role) =>
        Roles.Any(r => r == "-" ? role is null : role is not null && role.Contains(r, StringComparison.OrdinalIgnoreCase));
}
