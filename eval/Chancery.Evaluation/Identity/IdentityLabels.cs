using Chancery.Reports;

namespace Chancery.Evaluation.Identity;

/// <param name="Actor">As read when it was labelled; with <paramref name="Target"/> it tells claims of one passage apart.</param>
internal sealed record LabelledClaim(string Id, string Publisher, string Document, Span Evidence, string Instrument, string? Actor, string? Target, string Change, string Measure);

/// <summary>The measure a label speaks of, with its true parties.</summary>
internal sealed record LabelledMeasure(string Name, string? Actor, string? Target);

/// <param name="Label">same, part or different.</param>
/// <param name="Set">first and second: the rules were written with their errors in view; third: labelled afterwards.</param>
internal sealed record LabelledPair(string One, string Other, string Label, string ChosenAs, string Set);

/// <summary>See Gold/identity/README.md.</summary>
internal sealed record IdentityLabels(IReadOnlyList<LabelledClaim> Claims, IReadOnlyDictionary<string, LabelledMeasure> Measures, IReadOnlyList<LabelledPair> Pairs)
{
    private const string Folder = "eval/Chancery.Evaluation/Gold/identity/";

    public static IdentityLabels Load() => new(
        [.. Rows("claims").Select(r => new LabelledClaim(r[0], r[1], r[2], new Span(int.Parse(r[3]), int.Parse(r[4])), r[5], Code(r[6]), Code(r[7]), r[8], r[9]))],
        Rows("measures").ToDictionary(r => r[0], r => new LabelledMeasure(r[0], Code(r[1]), Code(r[2])), StringComparer.Ordinal),
        [.. Rows("pairs").Select(r => new LabelledPair(r[0], r[1], r[2], r[3], r[4]))]);

    private static string? Code(string cell) => cell == "-" ? null : cell;

    private static IEnumerable<string[]> Rows(string file) => File.ReadLines(Folder + file + ".tsv").Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split('\t'));
}
