namespace Chancery.Training.Headlines;

/// <summary>A noun of the list.</summary>
/// <param name="Modifiers">What may stand before it: compounds, and adjectives with their tag behind a stroke.</param>
/// <param name="Prepositions">What joins it to what it concerns.</param>
/// <param name="Concerns">The group of nouns that it concerns, or "state".</param>
internal sealed record NounForms(string? Singular, string? Plural, string[] Modifiers, string[] Prepositions, string Concerns);

/// <summary>A state's name, adjective, seat of government.</summary>
internal sealed record StateForms(string Name, string? Adjective, string? Capital);

/// <summary>The word lists that sentences are made of: our own, and the states that the reader knows.</summary>
internal sealed class Lexis
{
    private readonly ILookup<string, NounForms> _nouns = Rows("nouns.tsv")
        .ToLookup(c => c[0], c => new NounForms(Known(c[1]), Known(c[2]), Items(c[3]), Items(c[4]), c[5]), StringComparer.Ordinal);
    private readonly Dictionary<string, VerbForms[]> _verbs =
        Rows("verbs.tsv").ToDictionary(c => c[0], c => Items(c[1]).Select(VerbForms.Parse).ToArray(), StringComparer.Ordinal);
    private readonly Dictionary<string, string[]> _lists = Rows("lists.tsv").ToDictionary(c => c[0], c => Items(c[1]), StringComparer.Ordinal);

    public IReadOnlyList<StateForms> States { get; } = [.. ReadStates()];

    public IReadOnlyList<NounForms> Nouns(string group) => [.. _nouns[group]];
    public IReadOnlyList<VerbForms> Verbs(string group) => _verbs[group];
    public IReadOnlyList<string> List(string name) => _lists[name];

    private static IEnumerable<StateForms> ReadStates()
    {
        using var text = new StreamReader(typeof(Chancery.Reading.EnglishNews).Assembly.GetManifestResourceStream("Actors/states.tsv")!);
        while (text.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var cells = line.Split('\t').Select(cell => cell.Split('|')[0]).ToArray();
            if (cells.Length < 5 || cells[1].Count(c => c == ' ') > 1 || cells[1].Any(c => c is '-' or '\'' or '(')) continue;
            bool plain = cells[4].Length > 0 && !cells[4].Contains(' ') && !cells[4].Contains('\'');
            yield return new StateForms(cells[1], cells[2].Length > 0 && !cells[2].Contains(' ') && !cells[2].Contains('-') ? cells[2] : null, plain ? cells[4] : null);
        }
    }

    private static IEnumerable<string[]> Rows(string name)
    {
        using var text = new StreamReader(typeof(Lexis).Assembly.GetManifestResourceStream("Headlines/" + name)!);
        while (text.ReadLine() is { } line)
            if (line.Length > 0 && line[0] != '#') yield return line.Split('\t');
    }

    private static string? Known(string cell) => cell == "-" ? null : cell;

    private static string[] Items(string cell) => cell == "-" ? [] : cell.Split(' ');
}
