using System.Globalization;
using System.Text;
using Chancery.Desk.Formats;
using Chancery.Records.Exchange;
using Chancery.Reports;
using NodaTime;

namespace Chancery.Desk.Exports;

/// <summary>
/// Scheduled ends as an iCalendar (RFC 5545): what a report says will expire, be ended or lifted on a day after its own. One all-day entry a claim.
/// </summary>
internal sealed class CalendarExport : ExportFormat
{
    private const int LineOctets = 75;

    public override void Write(IEnumerable<ExportRow> rows, Stream output)
    {
        Line(output, "BEGIN:VCALENDAR");
        Line(output, "VERSION:2.0");
        Line(output, "PRODID:-//Chancery//Record//EN");
        foreach (var row in rows.Where(IsScheduledEnd)) Entry(output, row);
        Line(output, "END:VCALENDAR");
    }

    /// <summary>A change still ahead when it was told, that ends a measure. What was denied, threatened, considered or only called for is not scheduled.</summary>
    private static bool IsScheduledEnd(ExportRow row) =>
        row.Claim is { Change: ChangeKind.Expire or ChangeKind.Cancel or ChangeKind.Lift, Status: ClaimStatus.Happened or ClaimStatus.Announced, Date.From: { } from }
        && from > row.Claim.Source.Known;

    private static void Entry(Stream output, ExportRow row)
    {
        var c = row.Claim;
        var from = c.Date.From!.Value;
        Line(output, "BEGIN:VEVENT");
        Line(output, $"UID:{c.Row}-{Day(from)}@chancery");
        Line(output, $"DTSTAMP:{c.Source.Recorded.ToString("uuuuMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}");
        Line(output, $"DTSTART;VALUE=DATE:{Day(from)}");
        Line(output, $"DTEND;VALUE=DATE:{Day(c.Date.To ?? from.PlusDays(1))}");
        Line(output, $"SUMMARY:{Text($"{row.MeasureName} ({c.Actor ?? "?"} → {c.Target ?? "?"}): {c.Change.Name()}{(c.Status == ClaimStatus.Announced ? ", announced" : "")}")}");
        Line(output, $"DESCRIPTION:{Text($"“{row.Quote}” ({c.Source.Name}, {Day(c.Source.Published, "undated")}; {c.Date.Value})")}");
        if (row.Report.Url is { } url && Uri.IsWellFormedUriString(url, UriKind.Absolute)) Line(output, $"URL:{url}");
        Line(output, "TRANSP:TRANSPARENT");
        Line(output, "END:VEVENT");
    }

    private static string Day(LocalDate day) => day.ToString("uuuuMMdd", CultureInfo.InvariantCulture);
    private static string Day(LocalDate? day, string otherwise) => day is { } d ? NodaTime.Text.LocalDatePattern.Iso.Format(d) : otherwise;

    private static string Text(string words) => words.ReplaceLineEndings(" ").Replace('\t', ' ')
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal);

    /// <summary>A content line, folded at 75 octets between characters.</summary>
    private static void Line(Stream output, string content)
    {
        System.Span<byte> bytes = stackalloc byte[4];
        int octets = 0;
        foreach (var rune in content.EnumerateRunes())
        {
            if (Rune.IsControl(rune)) continue;
            int length = rune.EncodeToUtf8(bytes);
            if (octets + length > LineOctets)
            {
                output.Write("\r\n "u8);
                octets = 1;
            }
            output.Write(bytes[..length]);
            octets += length;
        }
        output.Write("\r\n"u8);
    }
}
