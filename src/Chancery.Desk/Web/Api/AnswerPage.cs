using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Chancery.Desk.Web.Hosting;
using Chancery.Records;
using NodaTime;

namespace Chancery.Desk.Web.Api;

/// <summary>
/// A part of a long list. The cursor of the next part holds the instant as of which the first was asked, so the parts fit together however much is recorded in between.
/// Without <c>limit</c> the whole list is given.
/// </summary>
internal sealed class AnswerPage
{
    private const int Most = 1000;

    private readonly int _limit, _skip;
    private readonly Instant? _pinned;

    private AnswerPage(AsOf asOf, int limit, int skip, Instant? pinned) => (AsOf, _limit, _skip, _pinned) = (asOf, limit, skip, pinned);

    /// <summary>As of when to ask.</summary>
    public AsOf AsOf { get; }

    /// <summary>The cursor of the next part; null where this was the last.</summary>
    public string? Next { get; private set; }

    public static AnswerPage Of(Visit visit)
    {
        var asOf = visit.AsOf;
        int limit = visit.Number("limit", 0, Most);
        if (limit == 0) return new AnswerPage(asOf, int.MaxValue, 0, null);
        if (visit.Text("cursor") is { } cursor) return Read(cursor) is var (at, skip) ? new AnswerPage(asOf with { Recorded = at }, limit, skip, at)
            : throw new BadAddressException("“cursor” is one that an answer before gave.");
        var pinned = asOf.Recorded ?? visit.Ledger.LastRecorded ?? Instant.MinValue;
        return new AnswerPage(asOf with { Recorded = pinned }, limit, 0, pinned);
    }

    public IReadOnlyList<T> Of<T>(IReadOnlyList<T> all)
    {
        if (_pinned is { } pinned && all.Count > (long)_skip + _limit) Next = Write(pinned, _skip + _limit);
        return _skip == 0 && _limit >= all.Count ? all : [.. all.Skip(_skip).Take(_limit)];
    }

    private static string Write(Instant at, int skip) => Base64Url.EncodeToString(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{at.ToUnixTimeTicks()} {skip}")));

    private static (Instant At, int Skip)? Read(string cursor)
    {
        try
        {
            return Encoding.ASCII.GetString(Base64Url.DecodeFromChars(cursor)).Split(' ') is [var ticks, var skip]
                && long.TryParse(ticks, CultureInfo.InvariantCulture, out long at) && int.TryParse(skip, NumberStyles.None, CultureInfo.InvariantCulture, out int after)
                && at >= Instant.MinValue.ToUnixTimeTicks() && at <= Instant.MaxValue.ToUnixTimeTicks() ? (Instant.FromUnixTimeTicks(at), after) : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
