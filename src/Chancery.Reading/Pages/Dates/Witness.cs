using NodaTime;

namespace Chancery.Reading.Pages.Dates;

/// <summary>Where on a page a day was found, the trustworthy places first.</summary>
internal enum WitnessKind
{
    LinkedPublished, LinkedModified, LinkedOther, MetaPublished, MetaModified, MetaOther, MicroPublished, MicroModified,
    TimeHead, TimeArticle, TimeElsewhere, Url, UrlMonth, HeadPublished, HeadUpdated, HeadMarked, HeadPlain, BodyText, Tail,
    ElsewhereMarked, Elsewhere, Beside, ScriptPublished, ScriptModified, Attribute, ImageMonth,
}

/// <summary>One place of the page that names a day.</summary>
/// <param name="Order">How many of the same kind stood before it.</param>
internal readonly record struct Witness(LocalDate Day, LocalTime? Time, WitnessKind Kind, int Order, bool IsUtc, bool IsSwapped = false)
{
    /// <summary>Whether it stands outside the text that readers see.</summary>
    public bool IsMetadata => Kind is <= WitnessKind.MicroModified or WitnessKind.ScriptPublished or WitnessKind.ScriptModified or WitnessKind.Attribute
        or WitnessKind.TimeHead or WitnessKind.TimeArticle or WitnessKind.TimeElsewhere;
}
