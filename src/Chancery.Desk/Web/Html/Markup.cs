using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace Chancery.Desk.Web.Html;

/// <summary>
/// A piece of a page. Written as an interpolated string: <c>Markup row = $"&lt;td&gt;{name}&lt;/td&gt;"</c>. What stands between the braces is data and is
/// encoded (see <see cref="Outside"/>), unless it is itself markup; what stands outside them is the source's own. So data cannot become markup by
/// forgetting something. Holes in attributes stand between quotation marks; a test reads the sources for it.
/// </summary>
[InterpolatedStringHandler]
public readonly struct Markup
{
    public static readonly Markup None = $"";

    private readonly StringBuilder? _text;

    public Markup(int literalLength, int holes) => _text = new StringBuilder(literalLength + 16 * holes);

    public void AppendLiteral(string markup) => _text!.Append(markup);
    public void AppendFormatted(Markup inner) => _text!.Append(inner._text);
    public void AppendFormatted(string? data) => Outside.Append(_text!, data);
    public void AppendFormatted(At address) => Outside.Append(_text!, address.ToString());
    public void AppendFormatted(long number) => _text!.Append(number.ToString(CultureInfo.InvariantCulture));
    public void AppendFormatted(double place) => _text!.Append(place.ToString("0.#", CultureInfo.InvariantCulture));
    public void AppendFormatted(LocalDate day) => _text!.Append(LocalDatePattern.Iso.Format(day));
    public void AppendFormatted(Records.Claims.RowName row) => Outside.Append(_text!, row.ToString());

    public static Markup Each<T>(IEnumerable<T> items, Func<T, Markup> one)
    {
        Markup all = $"";
        foreach (var item in items) all.AppendFormatted(one(item));
        return all;
    }

    public static Markup If(bool holds, Markup then) => holds ? then : None;

    /// <summary>Nothing where there is no value.</summary>
    public static Markup IfAny(string? value, Func<string, Markup> then) => string.IsNullOrEmpty(value) ? None : then(value);

    /// <summary>A picture that <see cref="Records.Charts"/> drew, which encodes what stands in it.</summary>
    public static Markup Drawn(string svg)
    {
        Markup drawn = $"";
        drawn.AppendLiteral(svg);
        return drawn;
    }

    public bool IsEmpty => _text is null or { Length: 0 };

    public override string ToString() => _text?.ToString() ?? "";
}
