using Chancery.Reports;

namespace Chancery.Records.Identity;

/// <summary>A programme or agreement with a name of its own.</summary>
/// <param name="Name">Its full name.</param>
/// <param name="Whole">The measure it is a part of, or null.</param>
internal sealed record Programme(string Name, Instrument Instrument, string? Whole)
{
    /// <summary>The full name as names are compared.</summary>
    public string Key { get; } = Name.ToLowerInvariant();
}

/// <summary>Programmes and agreements by each name they go by.</summary>
internal sealed class Programmes
{
    public static readonly Programmes Known = new();

    private readonly Dictionary<string, Programme> _byName = new(StringComparer.Ordinal);

    private Programmes()
    {
        foreach (var table in (string[])["Identity/programmes.tsv", "Identity/further-names.tsv"])
            foreach (var row in Table.Rows(table)) Add(row);
    }

    private void Add(string[] row)
    {
        // A programme that both tables tell of stays the first's.
        if (!_byName.TryGetValue(row[0].ToLowerInvariant(), out var programme))
            programme = new Programme(row[0], Enum.Parse<Instrument>(row[1], ignoreCase: true), row[2] == "-" ? null : row[2]);
        _byName.TryAdd(programme.Key, programme);
        foreach (var other in row[4].Split(';', StringSplitOptions.TrimEntries))
            if (other != "-") _byName.TryAdd(other.ToLowerInvariant(), programme);
    }

    /// <param name="name">In lower case, blanks single.</param>
    public Programme? Named(string name)
    {
        if (_byName.TryGetValue(name, out var found)) return found;
        return name.StartsWith("the ", StringComparison.Ordinal) ? Named(name[4..])
            : name.EndsWith(" agreement", StringComparison.Ordinal) || name.EndsWith(" programme", StringComparison.Ordinal) || name.EndsWith(" treaty", StringComparison.Ordinal)
                || name.EndsWith(" program", StringComparison.Ordinal) ? _byName.GetValueOrDefault(name[..name.LastIndexOf(' ')]) : null;
    }
}
