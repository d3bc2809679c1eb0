using System.Collections.Frozen;
using Chancery.Reading.Pages.Dates;

namespace Chancery.Reading.Syntax.Words;

/// <summary>
/// Finds where a report was filed: "LIMA, 5 March (Agency) —", "Berlin, 12 October 2019 -", "AMMAN/BEIRUT --", at the head of a paragraph.
/// The treebanks cut it off as a sentence of its own: nothing in it is said of anybody.
/// </summary>
internal static class FindDateline
{
    private const int Longest = 100, MostWords = 12, MostWordsBeforeAgency = 4;

    private static readonly FrozenSet<string> Small = FrozenSet.ToFrozenSet("and al bin da de del den di do dos du el es en la las le los of on the upon".Split(' '), StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Days = FrozenSet.ToFrozenSet(
        "Mon Monday Tue Tues Tuesday Wed Wednesday Thu Thur Thurs Thursday Fri Friday Sat Saturday Sun Sunday".Split(' '), StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The length of the dateline with its dash; zero where the paragraph begins with none.</summary>
    public static int Length(ReadOnlySpan<char> paragraph)
    {
        if (paragraph.IsEmpty || !char.IsUpper(paragraph[0])) return 0;
        var head = paragraph[..Math.Min(paragraph.Length, Longest)];
        var (dash, end) = FirstDash(head);
        if (dash > 0 && Next(paragraph[end..]) is var next and not '\0' && Parts.Of(head[..dash]) is { } parts && parts.IsDateline(weakDash: head[dash] == '-' && end - dash == 1, next)) return end;
        int close = head.IndexOf(')') + 1;
        return close > 0 && char.IsLetter(Next(paragraph[close..])) && Parts.Of(head[..close]) is { NamesDayAndAgency: true } ? close : 0;
    }

    /// <summary>The first character of what follows, where it may begin a sentence; else none.</summary>
    private static char Next(ReadOnlySpan<char> rest) => rest.TrimStart() is [var first, ..] && !char.IsLower(first) ? first : '\0';

    /// <summary>The first dash: a long one, two hyphens, or a hyphen between blanks.</summary>
    private static (int Start, int End) FirstDash(ReadOnlySpan<char> text)
    {
        for (int i = 1; i < text.Length; i++)
        {
            if (text[i] is '—' or '–' or '―') return (i, i + 1);
            if (text[i] != '-') continue;
            int end = i + 1;
            while (end < text.Length && text[end] == '-') end++;
            if (end - i > 1) return (i, end);
            if (char.IsWhiteSpace(text[i - 1]) && end < text.Length && char.IsWhiteSpace(text[end])) return (i, end);
        }
        return (-1, -1);
    }

    /// <summary>What stands before the dash.</summary>
    private readonly struct Parts
    {
        private bool InCapitals { get; init; }
        private bool HasDay { get; init; }
        private bool HasAgency { get; init; }
        private int Words { get; init; }

        /// <summary>Null where a word stands there that no name of a place and no day has.</summary>
        public static Parts? Of(ReadOnlySpan<char> text)
        {
            int words = 0, depth = 0;
            bool capitals = false, month = false, number = false, agency = false;
            for (int i = 0; i < text.Length;)
            {
                char c = text[i];
                if (!char.IsLetterOrDigit(c))
                {
                    if (c is ';' or ':' or '!' or '?' or '"' or '“' or '”') return null;
                    depth += c == '(' ? 1 : c == ')' ? -1 : 0;
                    agency |= c == '(';
                    i++;
                    continue;
                }
                int start = i;
                while (i < text.Length && (char.IsLetterOrDigit(text[i]) || text[i] is '\'' or '’' or '-')) i++;
                if (depth > 0) continue;
                var word = text[start..i];
                if (++words > MostWords) return null;
                if (char.IsDigit(c)) number = true;
                else if (char.IsLower(c) && !Small.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word)) return null;
                bool isMonth = MonthNames.Of(word) > 0;
                if (words == 1)
                {
                    if (isMonth || Days.Contains(word)) return null;
                    capitals = word.Length >= 3 && !word.ContainsAnyInRange('a', 'z');
                }
                else month |= isMonth;
            }
            return depth == 0 && words > 0 ? new Parts { InCapitals = capitals, HasDay = month && number, HasAgency = agency, Words = words } : null;
        }

        /// <summary>"New Delhi, Feb 11 (Agency) India and China have agreed": it needs no dash then.</summary>
        public bool NamesDayAndAgency => HasDay && HasAgency;

        public bool IsDateline(bool weakDash, char next)
        {
            if (InCapitals) return !weakDash || HasDay || HasAgency;
            return !char.IsDigit(next) && (HasDay || (HasAgency && Words <= MostWordsBeforeAgency));
        }
    }
}
