using Chancery.Reading.Times;
using Chancery.Reports;

namespace Chancery.Reading;

/// <summary>The one list of what reads English news. A new layer is one more line here.</summary>
public static class EnglishNews
{
    /// <exception cref="FileNotFoundException">A model is missing; the message names it.</exception>
    public static Pipeline Compose(string modelFolder) => new(Annotators(modelFolder));

    private static IEnumerable<Annotator> Annotators(string modelFolder)
    {
        yield return new FindTimes();
        yield return new ResolveTimes();
    }
}
