using System.Buffers;
using Chancery.Reports;

namespace Chancery.Reading.Measures;

/// <summary>A programme or agreement with a name of its own.</summary>
/// <param name="Whole">The measure it is a part of, or null.</param>
/// <param name="Actor">The state or organisation whose programme it is, or null.</param>
/// <param name="Sides">The two states of a treaty between two; else empty.</param>
/// <param name="Names">All names, the full one first.</param>
internal sealed record Programme(string Name, Instrument Instrument, string? Whole, string? Actor, string[] Sides, string[] Names)
{
    public string[] Stems { get; } = MeasureNames.Stems(Name);

    public static IReadOnlyList<Programme> Load() => [.. Lexicon.Rows("Measures/programmes.tsv", 6).Select(row => new Programme(
        row[0], Enum.Parse<Instrument>(row[1], ignoreCase: true), row[2] == "-" ? null : row[2], row[3] is "-" || row[3].Contains(' ', StringComparison.Ordinal) ? null : row[3],
        row[3].Split(' ') is { Length: 2 } sides ? sides : [], [row[0], .. row[4].Split(';', StringSplitOptions.TrimEntries).Where(n => n != "-")]))];
}

/// <summary>Finds the programmes that a text names.</summary>
internal sealed class FindProgrammes
{
    private readonly SearchValues<string> _names;
    private readonly Dictionary<string, Programme> _byName = new(StringComparer.Ordinal);

    public FindProgrammes(IReadOnlyList<Programme> programmes)
    {
        foreach (var p in programmes)
            foreach (var name in p.Names) _byName.TryAdd(name, p);
        _names = SearchValues.Create([.. _byName.Keys], StringComparison.Ordinal);
    }

    /// <summary>The programmes named in a text, in the order of their first naming, each with all places.</summary>
    public List<(Programme Programme, Span Span)> In(string text)
    {
        var found = new List<(Programme, Span)>();
        int at = 0;
        while (at < text.Length)
        {
            int next = text.AsSpan(at).IndexOfAny(_names);
            if (next < 0) break;
            at += next;
            var name = Longest(text, at);
            if (name is not null) found.Add((_byName[name], new Span(at, at + name.Length)));
            at += name?.Length ?? 1;
        }
        return found;
    }

    private string? Longest(string text, int at)
    {
        string? longest = null;
        if (at > 0 && char.IsLetterOrDigit(text[at - 1])) return null;
        foreach (var name in _byName.Keys)
            if (name.Length > (longest?.Length ?? 0) && string.CompareOrdinal(text, at, name, 0, name.Length) == 0
                && (at + name.Length == text.Length || !char.IsLetterOrDigit(text[at + name.Length]))) longest = name;
        return longest;
    }
}
