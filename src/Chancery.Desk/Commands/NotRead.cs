using System.Globalization;
using Chancery.Reports;

namespace Chancery.Desk.Commands;

/// <summary>What a run could not read, by reason: how many, and the first of each.</summary>
public sealed class NotRead
{
    /// <summary>A hostile input may have as many reasons as lines; what is beyond is counted together.</summary>
    private const int MostReasons = 1000, Shown = 12;
    /// <summary>So few need no summary: each was named when it came.</summary>
    private const int Few = 3;
    private const string Others = "other reasons";

    /// <param name="First">Id of the first that was not read for this reason.</param>
    public sealed record Kind(string Reason, long Count, string First);

    private readonly Dictionary<string, Kind> _kinds = new(StringComparer.Ordinal);

    public NotRead(IEnumerable<Kind> before)
    {
        foreach (var kind in before) _kinds[kind.Reason] = kind;
    }

    public long Count => _kinds.Values.Sum(k => k.Count);

    /// <summary>The most frequent first.</summary>
    public IReadOnlyList<Kind> Kinds => [.. _kinds.Values.OrderByDescending(k => k.Count).ThenBy(k => k.Reason, StringComparer.Ordinal)];

    public void Add(Unreadable unread)
    {
        var reason = Kindred(unread.Reason);
        if (!_kinds.ContainsKey(reason) && _kinds.Count >= MostReasons) reason = Others;
        _kinds[reason] = _kinds.TryGetValue(reason, out var known) ? known with { Count = known.Count + 1 } : new Kind(reason, 1, ReadRun.OneLine(unread.Id));
    }

    public void Summarise(TextWriter errors)
    {
        if (Count <= Few) return;
        foreach (var kind in Kinds.Take(Shown))
            errors.WriteLine(string.Create(CultureInfo.InvariantCulture, $"chancery:   {kind.Count:N0} not read: {kind.Reason} (the first: {kind.First})"));
        if (_kinds.Count > Shown) errors.WriteLine(string.Create(CultureInfo.InvariantCulture, $"chancery:   and {_kinds.Count - Shown:N0} further reasons"));
    }

    /// <summary>Reasons that differ in a number only are one.</summary>
    private static string Kindred(string reason)
    {
        var line = ReadRun.OneLine(reason);
        var kind = new System.Text.StringBuilder(line.Length);
        foreach (char c in line)
            if (!char.IsAsciiDigit(c)) kind.Append(c);
            else if (kind.Length == 0 || kind[^1] != '…') kind.Append('…');
        return kind.ToString();
    }
}
