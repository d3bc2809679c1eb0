using System.Globalization;
using System.Text;

namespace Chancery.Evaluation.Scale;

/// <summary>Microseconds a word, layer by layer, as bars.</summary>
internal static class SpeedChart
{
    private const int Row = 22, Left = 130, Width = 460;

    public static string Of(IReadOnlyList<string> layers, IReadOnlyList<double> micros)
    {
        double most = micros.Max();
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Left + Width + 70} {(layers.Count * Row) + 40}\" font-family=\"sans-serif\" font-size=\"13\">\n");
        svg.Append(CultureInfo.InvariantCulture, $"<title>Microseconds of one core a word, layer by layer: {micros.Sum():0.0} in all</title>\n<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left}\" y=\"18\" fill=\"#333\">µs a word, one core: {micros.Sum():0.0} in all, {1e6 / micros.Sum():0} words a second</text>\n");
        for (int i = 0; i < layers.Count; i++)
        {
            int y = 30 + (i * Row);
            double bar = Width * micros[i] / most;
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left - 8}\" y=\"{y + 13}\" text-anchor=\"end\" fill=\"#333\">{layers[i]}</text>");
            svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{Left}\" y=\"{y}\" width=\"{bar:0.0}\" height=\"{Row - 6}\" fill=\"#2f6f9f\"/><text x=\"{Left + bar + 6:0.0}\" y=\"{y + 13}\" fill=\"#333\">{micros[i]:0.00}</text>\n");
        }
        return svg.Append("</svg>\n").ToString();
    }
}
