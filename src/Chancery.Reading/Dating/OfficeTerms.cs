using Chancery.Reading.Actors;
using NodaTime;

namespace Chancery.Reading.Dating;

/// <summary>The terms of the leaders in <c>Actors/leaders</c> as events: who is called "Prime Minister N. N." has come into office.</summary>
internal static class OfficeTerms
{
    /// <summary>Reports name new leaders by their office some days early, and old ones some days longer.</summary>
    public const int DaysAround = 14;

    private static readonly string[] TitleHeads =
        ["President", "Minister", "Premier", "Chancellor", "Secretary", "Taoiseach", "Emir", "General"];

    private static readonly string[] FullStop = ["."];

    public static IEnumerable<PublicEvent> All() =>
        from file in Lexicon.Names("Actors/leaders/")
        from cells in ActorLexicon.Rows(file)
        where IsTitle(cells[2])
        from form in cells[3].Split('|')
        where form.Contains(' ')
        group (From: ActorFile.FirstDay(cells[4]), To: ActorFile.LastDay(cells.ElementAtOrDefault(5)?.Trim() is { Length: > 0 } to ? to : null))
            by (Role: cells[2], Form: form.Replace('-', ' ')) into terms
        where terms.All(t => t.From is not null)
        orderby terms.Key.Role, terms.Key.Form
        select Event(terms.Key.Role, terms.Key.Form, [.. terms.Select(t => (t.From!.Value, t.To)).OrderBy(t => t.Item1)]);

    private static bool IsTitle(string role) =>
        role.Split(' ', '-') is { Length: <= 4 } words && (TitleHeads.Contains(words[^1]) || role.StartsWith("Secretary of ", StringComparison.Ordinal));

    private static PublicEvent Event(string role, string name, IReadOnlyList<(LocalDate From, LocalDate? To)> terms)
    {
        var unit = new NameUnit([.. Words(role).Concat(Words(name))]);
        return new PublicEvent(terms[0].From, EventKind.Office, [new EventName([unit])], $"{role} {name}", "Actors/leaders") { Terms = terms };
    }

    /// <summary>As <see cref="TextWords"/> cuts them: a full stop after one letter is a word, a hyphen counts for nothing.</summary>
    private static IEnumerable<IReadOnlyList<string>> Words(string text)
    {
        foreach (var piece in text.Split(' ', '-'))
        {
            if (piece.Length == 0) continue;
            bool initial = piece.Length == 2 && piece[1] == '.';
            yield return Spellings(initial ? piece[..1] : piece);
            if (initial) yield return FullStop;
        }
    }

    private static string[] Spellings(string word) => word switch
    {
        "Defence" or "Defense" => ["defence", "defense"],
        "Adviser" => ["adviser", "advisor"],
        _ => [word.ToLowerInvariant()],
    };
}
