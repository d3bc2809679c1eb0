using System.Globalization;
using System.Text.Json;
using Chancery.Desk.Mail;
using Chancery.Records.Post;

namespace Chancery.Desk.Formats;

/// <summary>The answer of <c>chancery mail status</c>.</summary>
public sealed class MailStatusFormat(MailStatus status) : AnswerFormat
{
    private const int Margin = 14;
    private static readonly LetterState[] States = Enum.GetValues<LetterState>();

    public override IReadOnlyList<string> Columns => ["issue", "date", "made", "released", "entries", .. States.Select(Name)];

    public override IEnumerable<string?[]> Rows => status.Issues.Select(i => (string?[])
    [
        Number(i.Issue.Number), Day(i.Issue.Date), Moment(i.Issue.Made), Moment(i.ReleasedAt), Number(i.Issue.Entries.Count), .. States.Select(s => Number(i.Letters.GetValueOrDefault(s))),
    ]);

    public override void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber("subscribers", status.Subscribers);
        json.WriteString("next-due", Moment(status.NextDue));
        json.WriteStartArray("issues");
        foreach (var i in status.Issues)
        {
            json.WriteStartObject();
            json.WriteNumber("issue", i.Issue.Number);
            json.WriteString("date", Day(i.Issue.Date));
            json.WriteString("released", Moment(i.ReleasedAt));
            json.WriteNumber("entries", i.Issue.Entries.Count);
            Counts(json, i.Letters);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartObject("questions");
        Counts(json, status.Questions);
        json.WriteEndObject();
        json.WriteStartObject("suppressed");
        foreach (var (reason, addresses) in status.Suppressed) json.WriteNumber(reason.ToString().ToLowerInvariant(), addresses);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Counts(Utf8JsonWriter json, IReadOnlyDictionary<LetterState, long> letters)
    {
        foreach (var state in States) json.WriteNumber(Name(state), letters.GetValueOrDefault(state));
    }

    internal override void Write(Sheet sheet)
    {
        sheet.Title($"{Number(status.Subscribers)} subscribers{(status.NextDue is { } next ? $"; the next letter is due at {Moment(next)}" : "")}");
        foreach (var i in status.Issues)
            sheet.Row($"issue {Number(i.Issue.Number)}", $"{Day(i.Issue.Date)}, {Number(i.Issue.Entries.Count)} entries: {Stands(i)}", Margin);
        if (status.Questions.Count > 0) sheet.Row("questions", Letters(status.Questions), Margin);
        if (status.Suppressed.Count > 0) sheet.Row("kept back", string.Join(", ", status.Suppressed.Select(s => $"{Number(s.Addresses)} {s.Reason.ToString().ToLowerInvariant()}")), Margin);
        foreach (var (issue, state, reply) in status.Words) sheet.Row(Name(state), $"issue {Number(issue)}: {reply}", Margin, "2");
    }

    private static string Stands(IssuePost post) =>
        post.IsFilled ? Letters(post.Letters) : post.ReleasedAt is { } at ? $"made, goes out from {Moment(at)}" : "held by a reviewer";

    private static string Letters(IReadOnlyDictionary<LetterState, long> letters) =>
        letters.Count == 0 ? "no letters" : string.Join(", ", letters.OrderBy(l => l.Key).Select(l => $"{Number(l.Value)} {Name(l.Key)}"));

    private static string Name(LetterState state) => state.ToString().ToLowerInvariant();
    private static string Number(long n) => n.ToString(CultureInfo.InvariantCulture);
}
