using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Chancery.Desk.Commands;
using Json.Schema;
using Xunit;

namespace Chancery.Tests.Web;

/// <summary>The API: the answers of the command line, in parts that fit together, as the description says.</summary>
public class ApiTests(DeskWithNews desk) : IClassFixture<DeskWithNews>
{
    public static readonly TheoryData<string, string[]> Questions = new()
    {
        { "status?between=NOR-MWI&on=2019-06-01", ["status", "--between", "NOR", "MWI", "--on", "2019-06-01"] },
        { "status?measure=budget%20support&on=2020-04-01&known=2020-01-31", ["status", "budget support", "--on", "2020-04-01", "--known", "2020-01-31"] },
        { "timeline?between=mwi-nor&from=2019-01-01&to=2020-12-31", ["timeline", "--between", "NOR", "MWI", "--from", "2019-01-01", "--to", "2020-12-31"] },
        { "relation?between=NOR-MWI", ["relation", "NOR", "MWI"] },
        { "diff?first=2019-12-31&second=2020-04-01&between=NOR-MWI", ["diff", "--known", "2019-12-31", "2020-04-01", "--between", "NOR", "MWI"] },
        { "diff?first=2018-01-01&second=2021-12-31&on=2020-01-01", ["diff", "--known", "2018-01-01", "2021-12-31", "--on", "2020-01-01"] },
        { "who?name=solheim&on=2020-01-01", ["who", "solheim", "--on", "2020-01-01"] },
        { "who?name=nobody", ["who", "nobody"] },
        { "why?row=c1", ["why", "c1"] },
        { "why?row=r3&known=2021-01-01", ["why", "r3", "--known", "2021-01-01"] },
        { "review", ["review", "list"] },
        { "decisions", ["review", "list", "--made"] },
    };

    [Theory, MemberData(nameof(Questions))]
    public async Task an_answer_is_that_of_the_command_line_byte_for_byte(string question, string[] command)
    {
        foreach (var format in (string[])["json", "csv"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/" + question) { Headers = { { "Accept", format == "csv" ? "text/csv" : "application/json" } } };
            using var answer = await desk.Desk.Client.SendAsync(request);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal(Run([.. command, "--format", format]), await answer.Content.ReadAsStringAsync());
        }
    }

    [Theory]
    [InlineData("timeline?between=NOR-MWI", "entries", 6)]
    [InlineData("who?name=solheim", "statements", 2)]
    [InlineData("why?row=c1", "sources", 1)]
    [InlineData("diff?first=2018-01-01&second=2021-12-31&between=NOR-MWI", "changes", 3)]
    public async Task parts_of_a_list_fit_together_however_much_is_recorded_in_between(string question, string list, int atLeast)
    {
        var whole = Items(await desk.Desk.ReadAsync("/api/v1/" + question), list);
        var parts = new List<string>();
        var next = $"/api/v1/{question}&limit=2";
        for (int part = 0; next is not null; part++)
        {
            using var answer = await desk.Desk.Client.GetAsync(new Uri(next, UriKind.Relative));
            parts.AddRange(Items(await answer.Content.ReadAsStringAsync(), list));
            next = answer.Headers.TryGetValues("Link", out var links) ? links.Single().Split('<', '>')[1] : null;
            if (part == 0)
            {
                desk.Desk.Clock.Now += NodaTime.Duration.FromMinutes(1);
                desk.Desk.Add(MadeNews.Report("fjord-herald/later" + list, "2018-01-01", "Norway began budget support for Malawi.", Chancery.Reports.ChangeKind.Impose, "2015"));
            }
        }
        Assert.Equal(whole, parts);
        Assert.True(parts.Count >= atLeast, $"{parts.Count}");
    }

    [Fact]
    public async Task all_who_ask_for_a_part_at_once_are_told_where_the_next_is()
    {
        var asked = Enumerable.Range(0, 16).Select(_ => desk.Desk.Client.GetAsync(new Uri("/api/v1/timeline?between=NOR-MWI&limit=2", UriKind.Relative)));
        var answers = await Task.WhenAll(asked);
        Assert.Single(answers.Select(a => a.Headers.TryGetValues("Link", out var links) ? links.Single() : "none").Distinct(), link => link != "none");
        Assert.Single((await Task.WhenAll(answers.Select(a => a.Content.ReadAsStringAsync()))).Distinct());
    }

    [Fact]
    public async Task a_row_that_is_not_there_is_not_found() => await desk.Desk.ReadAsync("/api/v1/why?row=c999999", HttpStatusCode.NotFound);

    [Theory]
    [InlineData("status?on=soon")]
    [InlineData("status?between=NOR")]
    [InlineData("timeline?limit=5000")]
    [InlineData("timeline?limit=3&cursor=%3Cscript%3E")]
    [InlineData("relation")]
    [InlineData("search")]
    [InlineData("who")]
    [InlineData("why")]
    [InlineData("why?row=everything")]
    [InlineData("diff?first=2020-01-01")]
    [InlineData("diff?first=2020-02-01&second=2020-01-01")]
    [InlineData("status?format=xml")]
    public async Task what_cannot_be_asked_is_said_in_a_sentence(string question)
    {
        var problem = JsonNode.Parse(await desk.Desk.ReadAsync("/api/v1/" + question, HttpStatusCode.BadRequest))!;
        Assert.EndsWith(".", (string)problem["detail"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task an_answer_that_a_program_has_is_not_sent_again()
    {
        using var first = await desk.Desk.Client.GetAsync(new Uri("/api/v1/status", UriKind.Relative));
        using var again = new HttpRequestMessage(HttpMethod.Get, "/api/v1/status") { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
        using var second = await desk.Desk.Client.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Fact]
    public async Task answers_are_as_the_description_says_and_nothing_is_left_out_of_it()
    {
        var description = JsonNode.Parse(await desk.Desk.ReadAsync("/api/v1/openapi.json"))!.AsObject();
        var paths = description["paths"]!.AsObject().Select(p => p.Key).Order(StringComparer.Ordinal);
        Assert.Equal(["/decisions", "/diff", "/openapi.json", "/relation", "/reports/{row}", "/review", "/search", "/status", "/timeline", "/who", "/why"], paths);
        foreach (var (path, schema) in ((string, string)[])[("status", "Status"), ("timeline", "Timeline"), ("review", "Review"), ("decisions", "Decisions"), ("search?q=malawi", "Found"),
            ("who?name=solheim&on=2020-01-01", "Who"), ("why?row=c1", "Why"), ("diff?first=2018-01-01&second=2021-12-31", "Difference")])
        {
            var whole = description["components"]!["schemas"]!.DeepClone().AsObject();
            var root = new JsonObject { ["components"] = new JsonObject { ["schemas"] = whole }, ["$ref"] = "#/components/schemas/" + schema };
            var verdict = JsonSchema.FromText(root.ToJsonString()).Evaluate(JsonNode.Parse(await desk.Desk.ReadAsync("/api/v1/" + path)), new EvaluationOptions { OutputFormat = OutputFormat.List });
            Assert.True(verdict.IsValid, path + ": " + string.Join("; ", verdict.Details.Where(d => d.HasErrors).SelectMany(d => d.Errors!.Values)));
        }
    }

    /// <summary>The items of a list, or of those of its name in the items of another.</summary>
    private static List<string> Items(string json, string list)
    {
        var root = JsonNode.Parse(json)!;
        var lists = root[list] is { } own ? [own.AsArray()] : root["persons"]!.AsArray().Select(p => p![list]!.AsArray());
        return [.. lists.SelectMany(l => l).Select(e => e!.ToJsonString())];
    }

    private string Run(string[] arguments)
    {
        var output = new MemoryStream();
        var errors = new StringWriter();
        Terminal Terminal() => new(() => Stream.Null, () => output, errors, 80, false);
        int status = RootOfCommands.Run([.. arguments, "--record", desk.Desk.Record], [StatusCommand.Create(Terminal), TimelineCommand.Create(Terminal), RelationCommand.Create(Terminal), ReviewCommand.Create(Terminal), DiffCommand.Create(Terminal), WhoCommand.Create(Terminal), WhyCommand.Create(Terminal)], errors);
        Assert.True(status == 0, errors.ToString());
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
