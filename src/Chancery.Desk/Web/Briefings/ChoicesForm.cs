using Chancery.Desk.Briefing;
using Chancery.Desk.Web.Hosting;
using Chancery.Desk.Web.Html;
using Chancery.Records.Briefing;
using Chancery.Records.Post;
using Microsoft.AspNetCore.Http;
using MimeKit;
using NodaTime;
using NodaTime.Text;

namespace Chancery.Desk.Web.Briefings;

/// <summary>The fields by which a reader chooses, and what they sent.</summary>
internal static class ChoicesForm
{
    private const int MostDossiers = 40, LongestAddress = 254;
    private static readonly LocalTimePattern Hour = LocalTimePattern.CreateWithInvariantCulture("HH:mm");
    private static readonly string[] Zones = [.. DateTimeZoneProviders.Tzdb.Ids.Where(z => z.Contains('/', StringComparison.Ordinal))];

    public static Markup Fields(Choices c) => $"""
        <p class="field"><label for="evening">At what hour, by your own clock</label><input id="evening" name="evening" type="time" required value="{Hour.Format(c.Evening)}"></p>
        <p class="field"><label for="zone">Your time zone</label><select id="zone" name="zone">{Markup.Each(Zones, z => Option(z, z, z == c.Zone))}</select></p>
        <p class="field"><label for="language">How dates are written (the rest is English)</label><select id="language" name="language">{Markup.Each(Dates.Languages, d => Option(d.Language, d.Name, d.Language == c.Language))}</select></p>
        <p class="field"><label for="dossiers">Dossiers that come first: two codes each, such as SWE-TZA NOR-MWI (none: all alike)</label><input id="dossiers" name="dossiers" maxlength="400" value="{c.Dossiers}"></p>
        <p class="field check"><input id="only" name="only" type="checkbox" value="yes"{Markup.If(c.Interest.OnlyThese, $" checked")}><label for="only">Only these dossiers</label></p>
        <p class="field check"><input id="quiet" name="quiet" type="checkbox" value="yes"{Markup.If(c.Quiet, $" checked")}><label for="quiet">Send a line on quiet evenings too</label></p>
        """;

    /// <exception cref="BadAddressException">A field has a value it cannot have.</exception>
    public static Choices Read(Func<string, string?> field)
    {
        var zone = field("zone") ?? Choices.Usual.Zone;
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is null) throw new BadAddressException("That time zone is not known; it is one such as Europe/Berlin.");
        if (Hour.Parse(field("evening") ?? "18:00") is not { Success: true } evening) throw new BadAddressException("The hour is one such as 18:30.");
        var language = field("language") ?? "en";
        if (!Dates.Knows(language)) throw new BadAddressException("Dates are not written in that language yet.");
        return new Choices(zone, evening.Value, language, new Interest(Dossiers(field("dossiers") ?? ""), field("only") == "yes"), field("quiet") == "yes");
    }

    /// <exception cref="BadAddressException">It is none.</exception>
    public static string Address(string? text)
    {
        var address = text?.Trim() ?? "";
        if (address.Length is 0 or > LongestAddress || address.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)) || !MailboxAddress.TryParse(address, out var box)
            || box.Address != address || !box.Domain.Contains('.', StringComparison.Ordinal))
            throw new BadAddressException("That is no mail address; write one such as name@example.org.");
        return address;
    }

    private static IReadOnlySet<Records.Claims.Dyad> Dossiers(string text)
    {
        try
        {
            var read = Choices.ReadDossiers(text);
            return read.Count <= MostDossiers ? read : throw new BadAddressException($"So many dossiers cannot all come first: choose at most {MostDossiers}.");
        }
        catch (FormatException e)
        {
            throw new BadAddressException(e.Message);
        }
    }

    private static Markup Option(string value, string name, bool isChosen) => $"<option value=\"{value}\"{Markup.If(isChosen, $" selected")}>{name}</option>";

    /// <summary>A field of a form; null where it is absent or blank.</summary>
    public static Func<string, string?> Of(IFormCollection? form) => name => form is not null && form[name].ToString() is { Length: > 0 } text ? text : null;
}
