using Chancery.Reading.Pages;
using Chancery.Reports;

namespace Chancery.Evaluation.Pages;

/// <summary>
/// Precision and recall of the fingerprint on copies made of our own sample reports: another headline, a cut tail, a paragraph of another
/// site before or behind, a sentence dropped. Every pair of a report with its copy must be known, every pair of two reports must not.
/// </summary>
internal static class CopyCheck
{
    private const string Added = "This report was first published by a partner of this newspaper and appears here by agreement with its editors.";

    public static int Run(string folder = "samples")
    {
        var reader = ReadReport.Compose(Path.Combine(AppContext.BaseDirectory, "models"));
        var bodies = Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal).Where(f => Path.GetExtension(f) is ".html" or ".txt")
            .Select(f => reader.Read(new Page(f, "", f.EndsWith("html", StringComparison.Ordinal) ? PageKind.Html : PageKind.Text, File.ReadAllText(f))))
            .Select(r => r.Paragraphs.Where(p => p.Role == ParagraphRole.Body).Select(p => p.Span.Cut(r.Text)).ToList()).Where(b => b.Count >= 4).ToList();
        var copies = bodies.Select(Copies).ToList();
        foreach (int bits in new[] { 6, 9, 12, 15, 18 })
        {
            int known = 0, asked = 0, confused = 0, strangers = 0;
            for (int i = 0; i < bodies.Count; i++)
            {
                ulong original = Print(bodies[i]);
                foreach (var copy in copies[i])
                {
                    asked++;
                    if (Fingerprint.Difference(original, Print(copy)) <= bits) known++;
                }
                for (int j = 0; j < bodies.Count; j++)
                {
                    if (i == j) continue;
                    foreach (var other in copies[j])
                    {
                        strangers++;
                        if (Fingerprint.Difference(original, Print(other)) <= bits) confused++;
                    }
                }
            }
            Console.WriteLine(FormattableString.Invariant($"{bits,2} bits  recall {(double)known / asked:0.000} ({known}/{asked})  precision {(known + confused == 0 ? 0 : (double)known / (known + confused)):0.000}  ({confused} of {strangers} strangers)"));
        }
        return 0;
    }

    private static List<List<string>> Copies(List<string> body) =>
        [[Added, .. body], [.. body, Added], [.. body.SkipLast(1)], [.. body.Take((body.Count * 3 + 3) / 4)], [.. body.Where((_, i) => i != body.Count / 2)],
         [.. body.Select(p => p.Replace('"', '”').Replace("'", "’", StringComparison.Ordinal))]];

    private static ulong Print(List<string> paragraphs)
    {
        string text = string.Join('\n', paragraphs);
        return Fingerprint.Of(text, [new Paragraph(new Span(0, text.Length), ParagraphRole.Body)]) ?? 0;
    }
}
