using System.Globalization;
using Chancery.Reports;

namespace Chancery.Evaluation.Events;

/// <summary>What a document's labelled part tells at a place. See Gold/events/README.md.</summary>
/// <param name="May">What may be coded or left out: neither right nor wrong.</param>
/// <param name="Types">The accepted PLOVER types, or instruments of a change; <c>*</c> accepts any.</param>
/// <param name="Source">States of the source (or the actor), null where any will do.</param>
/// <param name="ToldAs"><c>history</c> or <c>news</c>, <c>*</c> for either.</param>
internal sealed record HandLabel(
    bool IsEvent, bool May, Span Span, string[] Types, string[] Changes, string[]? Source, string[]? Target, string[] Status, string ToldAs)
{
    public static ILookup<string, HandLabel> Load(string path) => File.ReadLines(path).Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split('\t')).ToLookup(
        cells => cells[0],
        cells => new HandLabel(
            cells[3].EndsWith("event", StringComparison.Ordinal), cells[3].StartsWith("may", StringComparison.Ordinal),
            new Span(int.Parse(cells[1], CultureInfo.InvariantCulture), int.Parse(cells[2], CultureInfo.InvariantCulture)),
            cells[4].Split('/'), cells[5].Split('/'), States(cells[6]), States(cells[7]), cells[8].Split('/'), cells[9]));

    public bool AcceptsType(string type) => Accepts(Types, type);
    public bool AcceptsChange(string change) => Accepts(Changes, change);
    public bool AcceptsStatus(ClaimStatus status) => Accepts(Status, status.Name());
    public bool AcceptsSource(IEnumerable<string?> codes) => Same(Source, codes);
    public bool AcceptsTarget(IEnumerable<string?> codes) => Same(Target, codes);

    private static bool Accepts(string[] accepted, string value) => accepted is ["*"] || accepted.Contains(value);

    private static string[]? States(string cell) => cell switch { "*" => null, "-" => [], _ => [.. cell.Split(',').Select(State).Order(StringComparer.Ordinal)] };

    /// <summary>Labels are compared by state or organisation: the first three letters.</summary>
    private static string State(string code) => code[..Math.Min(3, code.Length)];

    private static bool Same(string[]? wanted, IEnumerable<string?> codes) =>
        wanted is null || wanted.SequenceEqual(codes.OfType<string>().Select(State).Distinct().Order(StringComparer.Ordinal));
}
