using System.Text.Json;
using Chancery.Desk.Web.Hosting;
using Chancery.Desk.Web.Html;
using Chancery.Records.Post;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Chancery.Desk.Web.Briefings;

/// <summary>
/// <c>/briefings/sign-up</c>, for people, and <c>POST /api/v1/briefings/subscribers</c>, for programs. Both answer alike whether an address is subscribed or not, so nobody learns who is.
/// </summary>
internal static class SignUpPages
{
    public static void Map(DeskRoutes routes)
    {
        routes.ForAnybody("/briefings/sign-up", Show, Ask);
        routes.ForAnybody("/api/v1/briefings/subscribers", null, AskByProgram);
    }

    private static IResult Show(Visit visit)
    {
        Markup main = $"""
            <div class="notice wide-notice">
            <h1>Have the evening briefing sent to you</h1>
            <p>What changed between states, and on whose word, once an evening. We ask the address first; nothing is sent before you say yes. No picture, no counting of who opens what, and every letter lets you leave.</p>
            <form method="post" action="{BriefingsPage.SignUp}">
            <p class="field"><label for="address">Your mail address</label><input id="address" name="address" type="email" required maxlength="254" autocomplete="email"></p>
            {ChoicesForm.Fields(Choices.Usual)}
            <p><button class="main">Ask me by mail</button></p>
            </form>
            </div>
            """;
        return DeskRoutes.Respond(visit, new PageContent("Sign up", Part.Briefings, main));
    }

    private static IResult Ask(Visit visit, IFormCollection? form)
    {
        var field = ChoicesForm.Of(form);
        Keep(visit, ChoicesForm.Address(field("address")), ChoicesForm.Read(field));
        Markup main = $"""
            <div class="notice"><h1>Look into your mailbox</h1>
            <p>A letter is on its way that asks whether the address is yours. Say yes there, and the next issue comes to you. Where no letter comes, the address is subscribed already, or was asked often today.</p>
            <p><a href="{BriefingsPage.Address}">The issues so far</a></p></div>
            """;
        return DeskRoutes.Respond(visit, new PageContent("Look into your mailbox", Part.Briefings, main));
    }

    private static IResult AskByProgram(Visit visit, IFormCollection? form)
    {
        try
        {
            using var json = JsonDocument.Parse(new StreamReader(visit.Http.Request.Body).ReadToEndAsync().GetAwaiter().GetResult());
            var root = json.RootElement;
            string? Field(string name) => root.TryGetProperty(name, out var value) ? value.ValueKind switch
            {
                JsonValueKind.String => value.GetString(),
                JsonValueKind.True => "yes",
                JsonValueKind.Array => string.Join(' ', value.EnumerateArray().Select(v => v.GetString())),
                _ => null,
            } : null;
            Keep(visit, ChoicesForm.Address(Field("address")), ChoicesForm.Read(name => Field(name switch { "only" => "only_these", "quiet" => "quiet_evenings", _ => name })));
            return Results.Json(new { detail = "A letter asks the address whether it wants the briefing." }, statusCode: StatusCodes.Status202Accepted);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new BadAddressException("Send one JSON object: {\"address\": …, \"zone\": \"Europe/Berlin\", \"evening\": \"18:30\", \"language\": \"en\", \"dossiers\": [\"SWE-TZA\"], \"only_these\": false, \"quiet_evenings\": true}.");
        }
    }

    private static void Keep(Visit visit, string address, Choices choices)
    {
        if (!visit.Site.SignUps.Allow(visit.Http.Connection.RemoteIpAddress?.ToString() ?? "")) throw new BadHttpRequestException("too often", StatusCodes.Status429TooManyRequests);
        if (new Suppressions(visit.Ledger).Of(address) is null)
            new Subscribers(visit.Ledger).Ask(address, choices, Instant.FromDateTimeOffset(visit.Site.Time.GetUtcNow()));
    }
}
