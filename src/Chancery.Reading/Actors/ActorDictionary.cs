using System.Globalization;
using NodaTime;

namespace Chancery.Reading.Actors;

/// <summary>
/// Reads the actor and agent dictionaries of PETRARCH and TABARI (CAMEO codes) as they are:
/// <code>
/// ARTHUR_PENHALIGON_      ; a remark
/// +A._PENHALIGON_         ; another name of the same actor
///     [CORGOV 980101-020630]
///     [CORELI &gt;020630]
/// PATROLMAN {PATROLMEN} [~COP]
/// !LAWYER! = ATTORNEY, BARRISTER
/// </code>
/// Days are YYMMDD or YYYYMMDD; of the two digits of a year those from 50 on are of the last century. <c>[---]</c> and <c>[###]</c> mean
/// that the name is no actor.
/// </summary>
internal sealed class ActorDictionary
{
    private static readonly HashSet<string> OwnCodes = new("UNO EEC NAT AFU OPC IAE".Split(' '), StringComparer.Ordinal);

    private static readonly HashSet<string> Sectors = new(
        "GOV MIL REB OPP PTY LEG JUD COP CVL REF ELI MED EDU LAB BUS CRM REL SPY UAF AGR DEV ENV HLH HRI MOD RAD SET INS".Split(' '), StringComparer.Ordinal);

    private readonly List<(string Form, ActorEntry Entry)> _entries = [];
    private readonly Dictionary<string, string[]> _sets = new(StringComparer.Ordinal);
    private readonly List<string> _names = [];
    private readonly List<Standing> _standings = [];
    private string? _plural;
    private bool _isAgent, _inRemark;

    /// <exception cref="FormatException">A line cannot be read; the message gives its number.</exception>
    public static IReadOnlyList<(string Form, ActorEntry Entry)> Read(IEnumerable<string> lines)
    {
        var dictionary = new ActorDictionary();
        int number = 0;
        foreach (var line in lines) dictionary.Line(line, ++number);
        dictionary.Close();
        return dictionary._entries;
    }

    private void Line(string line, int number)
    {
        var text = WithoutRemark(line).Trim();
        if (text.Length == 0) return;
        if (text[0] == '!' && text.IndexOf('=') is > 0 and int equals)
        {
            _sets[text[..equals].Trim()] = text[(equals + 1)..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            return;
        }
        int bracket = text.IndexOf('[');
        var name = (bracket < 0 ? text : text[..bracket]).Trim();
        if (name.Length > 0) Name(name);
        if (_names.Count == 0) throw new FormatException($"Line {number} of the actor dictionary gives a code, and no name stands before it.");
        while (bracket >= 0)
        {
            int end = text.IndexOf(']', bracket);
            if (end < 0) throw new FormatException($"Line {number} of the actor dictionary has a “[” without its “]”.");
            Code(text[(bracket + 1)..end].Trim(), number);
            bracket = text.IndexOf('[', end);
        }
    }

    private string WithoutRemark(string line)
    {
        if (_inRemark || line.TrimStart().StartsWith("<!--", StringComparison.Ordinal))
        {
            _inRemark = !line.Contains("-->", StringComparison.Ordinal);
            return "";
        }
        int at = line.AsSpan().IndexOfAny(';', '#');
        return at >= 0 && !line.Contains("[###]", StringComparison.Ordinal) ? line[..at] : line;
    }

    private void Name(string name)
    {
        if (name[0] == '+')
        {
            _names.Add(name[1..]);
            return;
        }
        Close();
        int brace = name.IndexOf('{');
        if (brace >= 0 && name.IndexOf('}') is var close && close > brace)
        {
            _plural = name[(brace + 1)..close].Trim();
            name = name[..brace].Trim();
        }
        _names.Add(name);
    }

    private void Code(string cell, int number)
    {
        var parts = cell.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 0) throw new FormatException($"Line {number} of the actor dictionary has an empty code.");
        var code = parts[0].Split('/')[0];
        _isAgent |= code.Contains('~');
        LocalDate? from = null, to = null;
        if (parts.Length > 1)
        {
            var dates = string.Concat(parts[1..]);
            int dash = dates.IndexOf('-');
            if (dates[0] == '>') from = Day(dates[1..], number);
            else if (dates[0] == '<') to = Day(dates[1..], number).PlusDays(-1);
            else if (dash > 0) (from, to) = (Day(dates[..dash], number), Day(dates[(dash + 1)..], number));
            else throw new FormatException($"Line {number} of the actor dictionary: “{dates}” is no period.");
        }
        _standings.Add(Standing(code.Replace("~", "", StringComparison.Ordinal), _isAgent, from, to));
    }

    private static Standing Standing(string code, bool agent, LocalDate? from, LocalDate? to)
    {
        if (!code.All(char.IsAsciiLetterUpper)) return new Standing(null, null, null, Office.None, from, to);
        var parts = code.Chunk(3).Select(c => new string(c)).ToArray();
        string? state = agent ? null : parts is ["IGO", .. var rest] && Array.Find(rest, OwnCodes.Contains) is { } own ? own : parts[0];
        return new Standing(state, Array.Find(agent ? parts : parts[1..], Sectors.Contains), null, Office.None, from, to);
    }

    private static LocalDate Day(string digits, int number)
    {
        int year = digits.Length == 6 && int.TryParse(digits[..2], NumberStyles.None, CultureInfo.InvariantCulture, out int two) ? two + (two < 50 ? 2000 : 1900) : 0;
        var text = digits.Length == 8 ? digits : year > 0 ? year.ToString(CultureInfo.InvariantCulture) + digits[2..] : "";
        var parsed = NodaTime.Text.LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd").Parse(text);
        return parsed.Success ? parsed.Value : throw new FormatException($"Line {number} of the actor dictionary: “{digits}” is no day.");
    }

    /// <summary>Ends the actor that was being read.</summary>
    private void Close()
    {
        if (_names.Count > 0 && _standings.Count > 0)
        {
            var forms = _names.SelectMany(Expanded).Select(Written).Where(f => f.Length > 0).ToArray();
            var standings = _standings.OrderBy(s => s.From ?? LocalDate.MinIsoValue).ToArray();
            foreach (var form in forms) Add(form, forms[0], standings);
        }
        _names.Clear();
        _standings.Clear();
        _plural = null;
        _isAgent = false;
    }

    private void Add(string form, string name, Standing[] standings)
    {
        if (_isAgent)
        {
            var noun = form.ToLowerInvariant();
            var one = new ActorEntry(EntryKind.Role, noun, standings);
            _entries.Add((noun, one));
            var plural = _plural switch { null => ActorLexicon.Plural(noun), "" => null, var given => Written(given).ToLowerInvariant() };
            if (plural is not null) _entries.Add((plural, one with { RoleKind = RoleKind.People, IsPlural = true }));
            return;
        }
        var kind = standings[0] switch
        {
            { Code: null, Sector: null } => EntryKind.Nothing,
            { Sector: null, Code.Length: 3 } when standings.Length == 1 && !OwnCodes.Contains(standings[0].Code!) && standings[0].Code is not ("IGO" or "NGO" or "IMG") => EntryKind.State,
            { From: not null } or { To: not null } => EntryKind.Person,
            _ => EntryKind.Body,
        };
        _entries.Add((form, new ActorEntry(kind, name, standings)));
    }

    private IEnumerable<string> Expanded(string name)
    {
        int open = name.IndexOf('!'), close = open < 0 ? -1 : name.IndexOf('!', open + 1);
        if (close < 0) return [name];
        var set = name[open..(close + 1)];
        return _sets.TryGetValue(set, out var words) ? words.Select(w => name.Replace(set, w, StringComparison.Ordinal)) : [];
    }

    /// <summary>ARTHUR_PENHALIGON_ as a newspaper writes it. Short words stay in capitals, they are mostly abbreviations.</summary>
    private static string Written(string name) => string.Join(' ', name.Split(['_', ' '], StringSplitOptions.RemoveEmptyEntries).Select(word =>
        word is "OF" or "THE" or "AND" or "FOR" or "IN" ? word.ToLowerInvariant()
        : word.Length < 2 || word.Length < 4 && !name.Contains('_') ? word
        : word[..1] + word[1..].ToLowerInvariant()));
}
