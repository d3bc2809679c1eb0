using System.CommandLine;
using System.Text;
using Chancery.Desk.Briefing;
using Chancery.Desk.Mail;
using Chancery.Records;
using Chancery.Records.Briefing;
using Chancery.Records.Claims;
using NodaTime;

namespace Chancery.Desk.Commands;

/// <summary><c>chancery brief</c>: prints an evening's briefing without sending it.</summary>
public static class BriefCommand
{
    private static readonly string[] Formats = ["text", "html", "md", "eml"];

    public static Command Create(Func<Terminal> terminal)
    {
        var date = QuestionOptions.Day("--date", "The evening: what was published on this day (default: today).");
        var between = QuestionOptions.Between();
        var recorded = QuestionOptions.Recorded();
        var record = RecordOption.Create();
        var language = new Option<string>("--language") { Description = $"How dates are written: {string.Join(' ', Dates.Languages.Select(d => d.Language))}.", DefaultValueFactory = _ => "en" };
        language.AcceptOnlyFromAmong([.. Dates.Languages.Select(d => d.Language)]);
        var site = SiteOption();
        var format = new Option<string>("--format", "-f") { Description = "text, html, md, or eml (the letter, unsent).", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong(Formats);
        var anew = new Option<bool>("--anew") { Description = "Select by what the record holds now, also where the evening's issue was made." };
        var command = new Command("brief", "Say what changed in the record on an evening.") { date, between, recorded, anew, record, language, site, format };
        command.SetAction(parsed =>
        {
            using var ledger = RecordOption.OfThisProcess.Open(parsed.GetValue(record));
            var issues = new Issues(ledger);
            var day = parsed.GetValue(date) ?? Today();
            var pair = parsed.GetValue(between);
            var interest = pair is { } own ? new Interest(new HashSet<Dyad> { own }, OnlyThese: true) : Interest.Everything;
            var kept = parsed.GetValue(anew) || parsed.GetValue(recorded) is not null ? null : issues.Of(day);
            var issue = kept is not null
                ? Kept(kept, ledger, interest, parsed.GetValue(language), parsed.GetValue(site)!)
                : Selected(ledger, issues, day, parsed.GetValue(recorded), interest, parsed.GetValue(language), parsed.GetValue(site)!);
            Print(terminal(), parsed.GetValue(format)!, issue);
            return 0;
        });
        return command;
    }

    /// <summary>An issue as it was made, without what a reviewer struck, its entries marked that were corrected since.</summary>
    private static ReaderIssue Kept(Issue issue, Ledger ledger, Interest interest, string? language, Uri site)
    {
        var entries = ReviewGate.Entries(issue, new Issues(ledger).Decisions(issue.Number));
        return new ReaderIssue(issue.Date, issue.Number, FitReading.To(entries, interest), Dates.Of(language), site, CorrectionMarks.Of(issue, ledger));
    }

    private static ReaderIssue Selected(Ledger ledger, Issues issues, LocalDate day, Instant? recorded, Interest interest, string? language, Uri site)
    {
        var question = MakeIssue.Question(issues, day, recorded) with { Between = [.. interest.Dossiers] };
        var evening = SelectEvening.Of(ledger, question, new EveningSources(KeptParts.Of, issues.EntriesOn));
        return new ReaderIssue(day, null, FitReading.To(evening.Entries, interest), Dates.Of(language), site, _ => null);
    }

    public static Option<Uri> SiteOption() => new("--site")
    {
        Description = "The desk's address, for links (default: http://127.0.0.1:5080).",
        DefaultValueFactory = _ => new Uri("http://127.0.0.1:5080"),
        CustomParser = result =>
        {
            if (Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var site) && site.Scheme is "http" or "https") return site;
            result.AddError($"--site takes an address such as https://desk.example.org, not “{result.Tokens[0].Value}”.");
            return null!;
        },
    };

    private static void Print(Terminal terminal, string format, ReaderIssue issue)
    {
        using var output = terminal.Output();
        if (format == "eml")
        {
            SampleLetter.Of(issue).WriteTo(output);
            return;
        }
        output.Write(Encoding.UTF8.GetBytes(format switch
        {
            "html" => HtmlLetter.Of(issue, []),
            "md" => MarkdownLetter.Of(issue),
            _ => TextLetter.Of(issue, []),
        }));
    }

    private static LocalDate Today() => Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow()).InUtc().Date;
}
