using Chancery.Desk.Web.Accounts;
using Chancery.Desk.Web.Html;
using Chancery.Records;
using Chancery.Records.Claims;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Text;

namespace Chancery.Desk.Web.Hosting;

/// <summary>One request: what it asks, and the ledger it is answered from, which is given back at the end.</summary>
public sealed class Visit(Site site, HttpContext http) : IDisposable
{
    private const int LongestText = 500;
    private Ledgers.Loan? _loan;
    private Account? _account;
    private bool _isAsked;

    public Site Site { get; } = site;
    public HttpContext Http { get; } = http;

    public Ledger Ledger => (_loan ??= Site.Ledgers.Borrow()).Ledger;

    /// <summary>Who is signed in; null for nobody.</summary>
    public Account? Account
    {
        get
        {
            if (!_isAsked) (_account, _isAsked) = (SignedIn.Of(Http, Site.Accounts), true);
            return _account;
        }
    }

    public bool Can(Role role) => role == Role.Nobody || Account?.Role >= role;

    /// <summary>A key is asked for where one is shown, also where reading needs none: who shows a wrong one is told.</summary>
    public bool MayRead => KeyShown is { } key ? Site.Keys.NameOf(key) is not null : Site.Options.ReadingIsOpen || Can(Role.Reader);

    private string? KeyShown => Http.Request.Headers.Authorization.ToString() is { Length: > 0 } shown ? shown.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? shown[7..].Trim() : "" : null;

    /// <summary>The field that every form carries: it shows that the form was made by this desk for this reader.</summary>
    public Markup Token()
    {
        var tokens = Http.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(Http);
        return $"<input type=\"hidden\" name=\"{tokens.FormFieldName}\" value=\"{tokens.RequestToken}\">";
    }

    /// <summary>An address that asks as of the same days as this request.</summary>
    public At AsAsked(At to) => to.With("on", Day("on")).With("known", Day("known")).With("recorded", Text("recorded"));

    public LocalDate Today => Instant.FromDateTimeOffset(Site.Time.GetUtcNow()).InUtc().Date;

    /// <summary>A part of the path, as the route names it.</summary>
    public string Step(string name) => (string)Http.Request.RouteValues[name]!;

    /// <summary>A value of the query; null where it is absent or blank.</summary>
    public string? Text(string name)
    {
        var text = Http.Request.Query[name].ToString().Trim();
        if (text.Length > LongestText) throw new BadAddressException($"“{name}” is longer than {LongestText} characters.");
        return text.Length == 0 ? null : text;
    }

    public LocalDate? Day(string name) => Text(name) is not { } text ? null
        : LocalDatePattern.Iso.Parse(text) is { Success: true } day ? day.Value
        : throw new BadAddressException($"“{name}” takes a day such as 2020-01-04.");

    public int Number(string name, int otherwise, int most) => Text(name) is not { } text ? otherwise
        : int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int n) && n <= most ? n
        : throw new BadAddressException($"“{name}” takes a number from 0 to {most}.");

    /// <summary>A word of an enumeration as the contract spells it; null where it is absent.</summary>
    public T? Word<T>(string name) where T : struct, Enum
    {
        if (Text(name) is not { } text) return null;
        try
        {
            return Records.Reviewing.EditClaim.Word<T>(name, text);
        }
        catch (FormatException e)
        {
            throw new BadAddressException(e.Message + ".");
        }
    }

    public AsOf AsOf => new(Day("known"), Recorded);

    private Instant? Recorded
    {
        get
        {
            if (Text("recorded") is not { } text) return null;
            if (InstantPattern.ExtendedIso.Parse(text) is { Success: true } instant) return instant.Value;
            return LocalDatePattern.Iso.Parse(text) is { Success: true } day
                ? day.Value.PlusDays(1).AtStartOfDayInZone(DateTimeZone.Utc).ToInstant() - Duration.Epsilon
                : throw new BadAddressException("“recorded” takes an instant such as 2026-11-24T18:00:00Z or a day.");
        }
    }

    /// <summary>Two states as the path names them: <c>USA-PAK</c>, in any case and order.</summary>
    public Dyad Between(string step = "pair")
    {
        var text = Step(step).ToUpperInvariant();
        return text.Length is > 0 and <= 7 && text.Split('-') is [var one, var other] && IsCode(one) && IsCode(other) && text.Length > 1
            ? Dyad.Of(one, other)
            : throw new NothingHereException("Two states are named by their codes of three letters, such as /states/USA-PAK.");
    }

    public Dossier Dossier(Dyad between) => Site.Dossiers.Of(Ledger, (between, AsOf));

    // A side that no report names is empty.
    private static bool IsCode(string code) => code.Length is 0 or 3 && code.All(char.IsAsciiLetterUpper);

    public void Dispose() => _loan?.Dispose();
}
