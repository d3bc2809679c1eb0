using System.Text;
using Chancery.Desk.Mail;
using Chancery.Desk.Web.Hosting;
using Chancery.Desk.Web.Html;
using Chancery.Records.Post;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Chancery.Desk.Web.Briefings;

/// <summary>
/// What a letter's links lead to. The token in the address is the right: no account, no cookie, no form token. To look (GET) never does anything, for programs that test links look
/// too; only to send (POST) does. Leaving is one click by RFC 8058, and may be done twice.
/// </summary>
internal static class SubscriberPages
{
    private static readonly At ConfirmAt = At.Path("/briefings/confirm"), ChoicesAt = At.Path("/briefings/choices"), LeaveAt = At.Path("/briefings/leave"), MineAt = At.Path("/briefings/mine");

    public static void Map(DeskRoutes routes)
    {
        routes.ForAnybody("/briefings/confirm", AskConfirm, Confirm);
        routes.ForAnybody("/briefings/choices", ShowChoices, Choose);
        routes.ForAnybody("/briefings/leave", AskLeave, Leave);
        routes.ForAnybody("/briefings/mine", Mine, null);
    }

    private static IResult AskConfirm(Visit visit)
    {
        var number = Number(visit, TokenUse.Confirm);
        return new Subscribers(visit.Ledger).Of(number) is null
            ? Say(visit, "That was too long ago", "The question was answered with silence for a week, and the address was forgotten. Sign up again if you wish.")
            : Say(visit, "Do you want the evening briefing?", "It comes once an evening, at the hour you chose.", Button(ConfirmAt.With("t", visit.Text("t")), "Yes, send it"));
    }

    private static IResult Confirm(Visit visit, IFormCollection? form) => new Subscribers(visit.Ledger).Confirm(Number(visit, TokenUse.Confirm), Instant.FromDateTimeOffset(visit.Site.Time.GetUtcNow()))
        ? Say(visit, "Welcome", "The next issue comes to you. Each letter has a link under it by which you choose dossiers and hour, and one by which you leave.")
        : Say(visit, "That was too long ago", "The address was forgotten. Sign up again if you wish.");

    private static IResult ShowChoices(Visit visit)
    {
        if (new Subscribers(visit.Ledger).Of(Number(visit, TokenUse.Choose)) is not { } reader) return Gone(visit);
        var token = visit.Text("t");
        return Say(visit, "Your briefing", $"For {reader.Address}.", (Markup)$"""
            <form method="post" action="{ChoicesAt.With("t", token)}">{ChoicesForm.Fields(reader.Choices)}<p><button class="main" name="do" value="save">Keep these</button></p></form>
            <p><a href="{MineAt.With("t", token)}">All that is kept of you</a></p>
            <form method="post" action="{ChoicesAt.With("t", token)}"><p><button name="do" value="erase">Leave, and erase all that is kept of me</button></p></form>
            """);
    }

    private static IResult Choose(Visit visit, IFormCollection? form)
    {
        var subscribers = new Subscribers(visit.Ledger);
        if (subscribers.Of(Number(visit, TokenUse.Choose)) is not { } reader) return Gone(visit);
        var field = ChoicesForm.Of(form);
        if (field("do") == "erase") return Erased(visit, reader.Number);
        subscribers.Change(reader.Number, ChoicesForm.Read(field));
        return Say(visit, "Kept", "The next issue comes as you chose.");
    }

    private static IResult AskLeave(Visit visit) => new Subscribers(visit.Ledger).Of(Number(visit, TokenUse.Leave)) is null
        ? Gone(visit)
        : Say(visit, "Leave the evening briefing?", "No further issue is sent, and all that is kept of you is erased.", Button(LeaveAt.With("t", visit.Text("t")), "Leave"));

    private static IResult Leave(Visit visit, IFormCollection? form) => Erased(visit, Number(visit, TokenUse.Leave));

    private static IResult Mine(Visit visit)
    {
        if (new Subscribers(visit.Ledger).Of(Number(visit, TokenUse.Choose)) is not { } reader) return Gone(visit);
        visit.Http.Response.Headers.ContentDisposition = "attachment; filename=\"briefing-data.json\"";
        return Results.Bytes(Encoding.UTF8.GetBytes(SubscriberExport.Of(visit.Ledger, reader)), "application/json; charset=utf-8");
    }

    private static IResult Erased(Visit visit, long number)
    {
        new Subscribers(visit.Ledger).Erase(number);
        return Say(visit, "You have left", "No further issue is sent to you. All that was kept of you is erased.");
    }

    private static IResult Gone(Visit visit) => Say(visit, "Not subscribed", "Nothing is kept of you here (any more), and nothing is sent.");

    private static long Number(Visit visit, TokenUse use) =>
        Tokens.Of(visit.Ledger).Read(visit.Text("t"), use) ?? throw new BadAddressException("This link is not whole. Copy it from the letter, from the first to the last sign.");

    private static Markup Button(At to, string words) => $"<form method=\"post\" action=\"{to}\"><p><button class=\"main\">{words}</button></p></form>";

    private static IResult Say(Visit visit, string title, string words, Markup? more = null)
    {
        Markup main = $"<div class=\"notice\"><h1>{title}</h1><p>{words}</p>{more ?? Markup.None}<p><a href=\"{BriefingsPage.Address}\">The issues so far</a></p></div>";
        return DeskRoutes.Respond(visit, new PageContent(title, Part.Briefings, main));
    }
}
