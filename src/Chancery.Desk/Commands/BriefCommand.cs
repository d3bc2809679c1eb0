using System.CommandLine;
using System.Text;
using Chancery.Desk.Briefing;
using Chancery.Records;
using Chancery.Records.Briefing;
using NodaTime;

namespace Chancery.Desk.Commands;

/// <summary><c>chancery brief</c>: prints an evening's briefing without sending it.</summary>
public static class BriefCommand
{
    private static readonly string[] Formats = ["text", "html", "md"];

    public static Command Create(Func<Terminal> terminal)
    {
        var date = QuestionOptions.Day("--date", "The evening: what was published on this day (default: today).");
        var between = QuestionOptions.Between();
        var recorded = QuestionOptions.Recorded();
        var record = RecordOption.Create();
        var language = new Option<string>("--language") { Description = $"How dates are written: {string.Join(' ', Dates.Languages.Select(d => d.Language))}.", DefaultValueFactory = _ => "en" };
        language.AcceptOnlyFromAmong([.. Dates.Languages.Select(d => d.Language)]);
        var site = SiteOption();
        var format = new Option<string>("--format", "-f") { Description = "text, html or md.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong(Formats);
        var command = new Command("brief", "Say what changed in the record on an evening.") { date, between, recorded, record, language, site, format };
        command.SetAction(parsed =>
        {
            using var ledger = RecordOption.OfThisProcess.Open(parsed.GetValue(record));
            var question = new EveningQuestion(parsed.GetValue(date) ?? Today(), null, parsed.GetValue(recorded))
            {
                Between = parsed.GetValue(between) is { } pair ? [pair] : [],
            };
            var evening = SelectEvening.Of(ledger, question, new EveningSources(KeptParts.Of, (_, _) => []));
            var issue = new ReaderIssue(
                question.Date, null, FitReading.To(evening.Entries, Interest.Everything), Dates.Of(parsed.GetValue(language)), parsed.GetValue(site)!, _ => null);
            Print(terminal(), parsed.GetValue(format)!, issue);
            return 0;
        });
        return command;
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
        output.Write(Encoding.UTF8.GetBytes(format switch
        {
            "html" => HtmlLetter.Of(issue, []),
            "md" => MarkdownLetter.Of(issue),
            _ => TextLetter.Of(issue, []),
        }));
    }

    private static LocalDate Today() => Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow()).InUtc().Date;
}
