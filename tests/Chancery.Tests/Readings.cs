using Chancery.Desk.Commands;
using Chancery.Reading;
using Chancery.Reading.Pages;
using Chancery.Reports;

namespace Chancery.Tests;

/// <summary>Readings of short texts through the whole pipeline, composed once for all tests.</summary>
internal static class Readings
{
    private static readonly Lazy<Pipeline> Whole = new(() => EnglishNews.Compose(ReadSetup.ModelFolder));

    /// <param name="published">ISO day, null where none is known.</param>
    public static AnnotatedReport Of(string text, string? published, string id = "test")
    {
        var (reading, failure) = Whole.Value.Read(ReadPlainText.Read(new Page(id, id == "test" ? "" : id, PageKind.Text, text, StatedDate: published)));
        return reading ?? throw new InvalidOperationException(failure!.Reason);
    }
}
