using Chancery.Reading.Pages.Blocks;
using Chancery.Reading.Pages.Metadata;
using Chancery.Reports;
using NodaTime;

namespace Chancery.Reading.Pages.Dates;

/// <summary>The day of publication from all witnesses of a page together; unknown where none of them is likely enough.</summary>
internal sealed class FindPublished(BoostedTrees days)
{
    /// <summary>What a day must reach that no place made for the day of publication names: below, it is more likely invented than found.</summary>
    internal const float ThresholdOfWeak = -2.5f, ThresholdOfText = 0.5f;

    /// <exception cref="FileNotFoundException">A model is missing; the message names it.</exception>
    public static FindPublished Compose(string modelFolder) =>
        new(BoostedTrees.Load(Path.Combine(modelFolder, "page-days.model"), DayFeatures.Count));

    public Published In(PageShape page, string? url, float[] scores, string language)
    {
        var witnesses = CollectWitnesses.In(page, url, scores, IsMonthFirst(page.Metadata, url, language));
        return Choose(days, witnesses, DayFeatures.Of(witnesses)) is { } day ? Published(day, witnesses) : Reports.Published.Unknown;
    }

    /// <summary>The likeliest of the candidate days, or null where none is likely enough.</summary>
    internal static LocalDate? Choose(BoostedTrees model, IReadOnlyList<Witness> witnesses, IReadOnlyList<(LocalDate Day, float[] Features)> candidates)
    {
        (LocalDate Day, float Score)? best = null;
        foreach (var (day, features) in candidates)
            if (model.Score(features) is var score && IsAccepted(score, features) && (best is null || score > best.Value.Score)) best = (day, score);
        return best is { } found ? AsReadersSawIt(found.Day, witnesses) : null;
    }

    /// <summary>
    /// A day known only from a moment in UTC gives way to the day before or after, where the page shows that one in its own time:
    /// 22:10 in UTC on the 8th is the 9th in Nairobi.
    /// </summary>
    private static LocalDate AsReadersSawIt(LocalDate day, IReadOnlyList<Witness> witnesses)
    {
        if (witnesses.Any(w => w.Day == day && !w.IsUtc && !w.IsSwapped && ShowsPublication(w.Kind))) return day;
        foreach (var shown in witnesses)
        {
            int apart = Period.DaysBetween(day, shown.Day);
            if (shown.IsUtc || shown.IsSwapped || !(ShowsPublication(shown.Kind) || (apart == 1 && IsFirstElsewhere(shown)))) continue;
            if (witnesses.Any(w => w.Day == day && w is { IsUtc: true, Time: { } moment } && ((apart == 1 && moment.Hour >= 10) || (apart == -1 && moment.Hour < 12)))) return shown.Day;
        }
        return day;
    }

    private static bool IsFirstElsewhere(Witness shown) => shown is { Order: 0, Kind: WitnessKind.Elsewhere or WitnessKind.ElsewhereMarked };

    private static bool ShowsPublication(WitnessKind kind) => kind is WitnessKind.HeadPublished or WitnessKind.HeadMarked or WitnessKind.HeadPlain
        or WitnessKind.TimeHead or WitnessKind.LinkedPublished or WitnessKind.MetaPublished or WitnessKind.MicroPublished or WitnessKind.ScriptPublished;

    private static bool IsAccepted(float score, float[] features) =>
        IsStrong(features) || score > (IsTextAlone(features) ? ThresholdOfText : ThresholdOfWeak);

    /// <summary>Whether only running text names the day: it may be the day of anything told there.</summary>
    private static bool IsTextAlone(float[] features) => features[(int)WitnessKind.BodyText] > 0
        && !Enumerable.Range(0, DayFeatures.Kinds).Any(k => k != (int)WitnessKind.BodyText && features[k] > 0);

    /// <summary>Whether a place names the day that is made for the day of publication.</summary>
    internal static bool IsStrong(float[] features) => Strong.Any(kind => features[(int)kind] > 0);

    private static readonly WitnessKind[] Strong =
        [WitnessKind.LinkedPublished, WitnessKind.MetaPublished, WitnessKind.MicroPublished, WitnessKind.TimeHead, WitnessKind.HeadPublished, WitnessKind.HeadMarked, WitnessKind.Url];

    private static Published Published(LocalDate day, IReadOnlyList<Witness> witnesses)
    {
        var naming = witnesses.Where(w => w.Day == day && !w.IsSwapped).ToList();
        var basis = naming.Exists(w => w.IsMetadata) ? PublishedBasis.Metadata : PublishedBasis.Page;
        // midnight is what a system writes that knows no time
        var time = naming.Where(w => w.Kind is not (WitnessKind.LinkedModified or WitnessKind.MetaModified or WitnessKind.MicroModified or WitnessKind.ScriptModified
            or WitnessKind.TimeUpdated or WitnessKind.TailUpdated or WitnessKind.BodyText or WitnessKind.Beside or WitnessKind.HeadUpdated)).OrderBy(w => w.Kind).Select(w => w.Time).FirstOrDefault(t => t is { } some && some != LocalTime.Midnight);
        return new Published(day, time is null ? DatePrecision.Day : DatePrecision.Minute, basis, null, [], time);
    }

    private static readonly string[] DayFirstPlaces = [".uk/", ".au/", ".nz/", ".ie/", ".in/", ".za/", ".ng/", ".ke/", ".pk/", ".sg/", ".hk/", ".my/", ".jm/", ".gh/", ".lk/", ".bd/"];

    /// <summary>Whether 04/05/2020 is the fifth of April: in English, but for the places that write otherwise.</summary>
    public static bool IsMonthFirst(PageMetadata metadata, string? url, string language)
    {
        if (language != "en") return false;
        string? locale = metadata.HtmlLanguage is { Length: > 3 } html ? html : metadata.Meta("og:locale");
        if (locale is { Length: >= 5 }) return locale.EndsWith("US", StringComparison.OrdinalIgnoreCase);
        return url is null || !Array.Exists(DayFirstPlaces, place => url.Contains(place, StringComparison.Ordinal));
    }
}
