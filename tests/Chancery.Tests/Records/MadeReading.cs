using System.Security.Cryptography;
using System.Text;
using Chancery.Records.Claims;
using Chancery.Reports;
using NodaTime;
using NodaTime.Text;

namespace Chancery.Tests.Records;

/// <summary>Readings as a reader would hand them in, made by hand.</summary>
internal static class MadeReading
{
    /// <param name="published">ISO day, or null for an undated report.</param>
    public static NewReading Of(string id, string? published, string text, params MeasureChange[] changes)
    {
        var date = published is null ? Published.Unknown : new Published(Day(published), DatePrecision.Day, PublishedBasis.Stated, published, []);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id + "\n" + text)));
        var report = new Report(id, hash, text, [new Paragraph(new Span(0, text.Length), ParagraphRole.Body)], date) { Language = "en" };
        return new NewReading(new AnnotatedReport(report).With(Layers.Changes, changes), "test 1", "", new byte[] { 1, 2, 3 });
    }

    public static LocalDate Day(string iso) => LocalDatePattern.Iso.Parse(iso).Value;
}

/// <summary>A clock that stands where it is set.</summary>
internal sealed class SetClock(Instant now) : TimeProvider
{
    public Instant Now { get; set; } = now;
    public override DateTimeOffset GetUtcNow() => Now.ToDateTimeOffset();
}
