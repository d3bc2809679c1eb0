using System.Globalization;
using System.Text;

namespace Chancery.Records.Charts;

/// <summary>
/// An SVG picture while it is drawn. It uses presentation attributes only, no style sheet and no script, so that it may stand in a page that forbids both; classes let a
/// page give it other colours. Text takes the colour of its surroundings.
/// </summary>
internal sealed class Drawing(double width, double height, string kind, string title)
{
    private readonly StringBuilder _svg = new();

    public void Line(double x1, double y1, double x2, double y2, string ink, double thickness = 1, string? dashes = null, double opacity = 1) =>
        Add($"<line x1=\"{N(x1)}\" y1=\"{N(y1)}\" x2=\"{N(x2)}\" y2=\"{N(y2)}\" stroke=\"{ink}\" stroke-width=\"{N(thickness)}\"{Dashes(dashes)}{Opacity(opacity)}/>");

    public void Text(double x, double y, string words, string anchor = "start", int size = 12, double opacity = 1, string weight = "normal", string? ink = null) =>
        Add($"<text x=\"{N(x)}\" y=\"{N(y)}\" text-anchor=\"{anchor}\" font-size=\"{size}\" font-weight=\"{weight}\" fill=\"{ink ?? "currentColor"}\"{Opacity(opacity)}>{Escape(words)}</text>");

    /// <param name="tip">What a reader who points at it is told.</param>
    /// <param name="outline">Colour of its edge, or null for none.</param>
    public void Shape(IReadOnlyList<(double X, double Y)> corners, string kind, string ink, double opacity, string? outline = null, string? tip = null)
    {
        var points = string.Join(' ', corners.Select(c => $"{N(c.X)},{N(c.Y)}"));
        var edge = outline is null ? "" : $" stroke=\"{outline}\" stroke-width=\"1\"";
        Add($"<polygon class=\"{kind}\" points=\"{points}\" fill=\"{ink}\" fill-opacity=\"{N(opacity)}\"{edge}{Close("polygon", tip)}");
    }

    public void Dot(double x, double y, double radius, string ink, string? tip = null, bool hollow = false) =>
        Add($"<circle cx=\"{N(x)}\" cy=\"{N(y)}\" r=\"{N(radius)}\" fill=\"{(hollow ? "none" : ink)}\" stroke=\"{ink}\"{Close("circle", tip)}");

    public void Path(string commands, string ink, double thickness) => Add($"<path d=\"{commands}\" fill=\"none\" stroke=\"{ink}\" stroke-width=\"{N(thickness)}\"/>");

    /// <summary>The picture as one element that can stand in a page or, as it is, in a file.</summary>
    public string Finish() =>
        $"<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart {kind}\" viewBox=\"0 0 {N(width)} {N(height)}\" width=\"{N(width)}\" height=\"{N(height)}\" role=\"img\" "
        + $"font-family=\"system-ui, sans-serif\">\n<title>{Escape(title)}</title>\n{_svg}</svg>\n";

    /// <summary>Words cut to a width, as near as that can be told without the font.</summary>
    public static string Fit(string words, double width, int size = 12)
    {
        int most = Math.Max(1, (int)(width / (size * 0.56)));
        return words.Length <= most ? words : words[..(most - 1)].TrimEnd() + "…";
    }

    public static string N(double number) => Math.Round(number, 1).ToString(CultureInfo.InvariantCulture);

    private void Add(string element) => _svg.Append(element).Append('\n');

    private static string Close(string element, string? tip) => tip is null ? "/>" : $"><title>{Escape(tip)}</title></{element}>";
    private static string Dashes(string? dashes) => dashes is null ? "" : $" stroke-dasharray=\"{dashes}\"";
    private static string Opacity(double opacity) => opacity >= 1 ? "" : $" opacity=\"{N(opacity)}\"";

    /// <summary>Names come from pages: marks are written so that they stay words, and what XML does not allow becomes a blank.</summary>
    private static string Escape(string words)
    {
        var safe = new StringBuilder(words.Length);
        for (int i = 0; i < words.Length; i++)
        {
            char c = words[i];
            if (char.IsHighSurrogate(c) && i + 1 < words.Length && char.IsLowSurrogate(words[i + 1])) safe.Append(c).Append(words[++i]);
            else if (char.IsSurrogate(c) || c is < ' ' or '\uFFFE' or '\uFFFF') safe.Append(' ');
            else safe.Append(c switch { '<' => "&lt;", '>' => "&gt;", '&' => "&amp;", '"' => "&quot;", _ => c.ToString() });
        }
        return safe.ToString();
    }
}
