using System.Globalization;
using System.Text.Json;
using Chancery.Records.Claims;
using Chancery.Records.Questions;

namespace Chancery.Desk.Formats;

/// <summary>The answer of <c>chancery who</c>.</summary>
public sealed class WhoFormat(WhoAnswer answer) : AnswerFormat
{
    private const int Margin = 13;

    public override IReadOnlyList<string> Columns => ["person", "code", "known", "kind", "medium", "audience", "role", "words", "sources", "rows"];

    public override IEnumerable<string?[]> Rows => answer.Persons.SelectMany(p => p.Said.Select(s => new[]
    {
        p.Name, p.Code, Day(s.Known), Kind(s), s.Claims[0].Medium, s.Claims[0].Audience, s.Claims[0].Speaker?.Role, Words(s), Number(Sources(s)), string.Join(';', s.Claims.Select(c => c.Row)),
    }));

    public override void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("name", answer.Question.Name);
        json.WriteString("on", Day(answer.Question.On));
        json.WriteString("known", Day(answer.Question.AsOf.Known));
        json.WriteString("recorded", Moment(answer.Question.AsOf.Recorded));
        json.WriteStartArray("persons");
        foreach (var person in answer.Persons) Write(json, person);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, PersonFound person)
    {
        json.WriteStartObject();
        json.WriteString("name", person.Name);
        json.WriteString("code", person.Code);
        json.WriteString("role-then", person.RoleThen?.Role);
        json.WriteStartArray("roles");
        foreach (var role in person.Roles)
        {
            json.WriteStartObject();
            json.WriteString("role", role.Role);
            json.WriteString("first-told", Day(role.FirstTold));
            json.WriteString("last-told", Day(role.LastTold));
            json.WriteNumber("reports", role.Reports);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("statements");
        foreach (var said in person.Said)
        {
            json.WriteStartObject();
            json.WriteString("known", Day(said.Known));
            json.WriteString("kind", Kind(said));
            json.WriteString("medium", said.Claims[0].Medium);
            json.WriteString("audience", said.Claims[0].Audience);
            json.WriteString("role", said.Claims[0].Speaker?.Role);
            json.WriteNumber("sources", Sources(said));
            json.WriteStartArray("rows");
            foreach (var claim in said.Claims) json.WriteStringValue(claim.Row.ToString());
            json.WriteEndArray();
            EvidenceJson.Write(json, said.Evidence);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    internal override void Write(Sheet sheet)
    {
        if (answer.Persons.Count == 0) sheet.Row("", $"Nobody called “{answer.Question.Name}” is known to have said anything.", 0);
        if (answer.Persons.Count > 1) sheet.Row("", $"“{answer.Question.Name}” may be one of {answer.Persons.Count}; ask by the full name for one of them.", 0);
        foreach (var person in answer.Persons)
        {
            sheet.Blank();
            sheet.Title($"{person.Name}{(person.Code is null ? "" : $" ({person.Code})")}");
            if (answer.Question.On is { } on) sheet.Row("", person.RoleThen is { } then ? $"on {Day(on)}: {then.Role}, last told on {Day(then.LastTold)}" : $"on {Day(on)}: no role told by then", 0);
            foreach (var role in person.Roles)
                sheet.Row("", $"{role.Role}, told {(role.FirstTold == role.LastTold ? "on " + Day(role.FirstTold) : $"from {Day(role.FirstTold)} to {Day(role.LastTold)}")}{(role.Reports == 1 ? "" : $" by {Number(role.Reports)} reports")}", 0);
            foreach (var said in person.Said)
            {
                var about = string.Join(", ", new[] { Kind(said), said.Claims[0].Medium, said.Claims[0].Audience is { } to ? "to " + to : null }.Where(w => w is not null));
                var sources = said.Claims.Count == 1 ? said.Claims[0].Source.Name : $"{said.Claims[0].Source.Name} and {Number(said.Claims.Count - 1)} more, {Number(Sources(said))} independent";
                sheet.Row(Day(said.Known)!, $"{said.Claims[0].Row} “{Words(said)}” ({about}; {sources})", Margin);
            }
        }
    }

    private static string Words(SaidWords said) => string.Join(" … ", said.Evidence.Select(e => e.Quote));
    private static string Kind(SaidWords said) => said.Claims[0].Kind.ToString().ToLowerInvariant();
    private static int Sources(SaidWords said) => Copies.Count(said.Claims.Select(c => c.Source));
    private static string Number(int n) => n.ToString(CultureInfo.InvariantCulture);
}
