using NodaTime;

namespace Chancery.Reading.Pages.Dates;

/// <summary>Where on a page a day was found, the trustworthy places first.</summary>
internal enum WitnessKind
{
    LinkedPublished, LinkedModified, LinkedOther, MetaPublished, MetaModified, MetaOther, MicroPublished, MicroModified,
    TimeHead, TimeArticle, TimeUpdated, TimeElsewhere, Url, UrlMonth, HeadPublished, HeadUpdated, HeadMarked, HeadPlain, DateLine, BodyText,
    TailPublished, TailUpdated, Tail, ElsewhereMarked, Elsewhere, Beside, ScriptPublished, ScriptModified, ScriptOther, Attribute,
}

/// <summary>One place of the page that names a day.</summary>
/// <param name="Order">How many of the same kind stood before it.</param>
internal readonly record struct Witness(LocalDate Day, LocalTime? Time, WitnessKind Kind, int Order, bool IsUtc, bool IsSwapped = false)
{
    /// <summary>Whether it stands outside the text that readers see.</summary>
    public bool IsMetadata => Kind is <= WitnessKind.MicroModified or WitnessKind.ScriptPublished or WitnessKind.ScriptModified or WitnessKind.ScriptOther
        or WitnessKind.Attribute or WitnessKind.TimeHead or WitnessKind.TimeArticle or WitnessKind.TimeUpdated or WitnessKind.TimeElsewhere;
}
