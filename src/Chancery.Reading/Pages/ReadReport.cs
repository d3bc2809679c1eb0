using Chancery.Reading.Syntax.Conllu;
using Chancery.Reports;

namespace Chancery.Reading.Pages;

/// <summary>The report in a page, whatever its kind. Composed once, then used by any number of threads.</summary>
public sealed class ReadReport(ReadHtml html)
{
    /// <exception cref="FileNotFoundException">A model is missing; the message names it.</exception>
    public static ReadReport Compose(string modelFolder) => new(ReadHtml.Compose(modelFolder));

    public Report Read(Page page) => page.Kind switch
    {
        PageKind.Html => html.Read(page),
        PageKind.Conllu => ReadConllu.Read(page),
        _ => ReadPlainText.Read(page),
    };
}
