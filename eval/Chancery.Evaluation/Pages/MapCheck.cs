using System.Text;
using Chancery.Reading.Pages;
using Chancery.Reading.Pages.Html;
using Chancery.Reports;

namespace Chancery.Evaluation.Pages;

/// <summary>Whether every mapped slice of the development pages decodes to its text, and how much of the text has no place in the page.</summary>
internal static class MapCheck
{
    public static void Print(IReadOnlyList<Page> pages, IReadOnlyList<Report> reports)
    {
        long characters = 0, mapped = 0, runs = 0, wrong = 0;
        for (int i = 0; i < pages.Count; i++)
        {
            characters += reports[i].Paragraphs.Sum(p => p.Span.Length);
            foreach (var run in reports[i].Map.Runs)
            {
                if (run.Page is not { } place) continue;
                runs++;
                mapped += run.Text.Length;
                if (Decoded(pages[i].Content.AsSpan(place.Start, place.Length)) != run.Text.Cut(reports[i].Text)) wrong++;
            }
        }
        Console.WriteLine(FormattableString.Invariant($"text map    {runs} runs, {wrong} do not decode to their text; {100.0 * (characters - mapped) / characters:0.000} % of the characters unmapped"));
    }

    private static string Decoded(ReadOnlySpan<char> slice)
    {
        var text = new StringBuilder(slice.Length);
        foreach (char c in Entities.Decode(slice))
        {
            if (!Entities.IsSpace(c)) text.Append(c);
            else if (text.Length == 0 || text[^1] != ' ') text.Append(' ');
        }
        return text.ToString();
    }
}
