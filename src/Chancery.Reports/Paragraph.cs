namespace Chancery.Reports;

/// <summary>What a paragraph of a report is. See READING.md of the contract for which roles are read for statements and events.</summary>
public enum ParagraphRole { Title, Standfirst, Body, Caption, Byline, Correction, Promo, ReadMore, Teaser, StatedDate }

/// <summary>One paragraph of <see cref="Report.Text"/>: no line break composed by us inside it, and no sentence crosses its ends.</summary>
/// <param name="Page">Where it stands in the decoded page; null where unsure, and for plain text.</param>
public sealed record Paragraph(Span Span, ParagraphRole Role, PageRange? Page = null)
{
    /// <summary>Whether statements, events and changes are looked for here. Sentences and times are found everywhere.</summary>
    public bool IsRead => Role is ParagraphRole.Title or ParagraphRole.Standfirst or ParagraphRole.Body
        or ParagraphRole.Caption or ParagraphRole.Teaser;
}

public static class ParagraphRoles
{
    /// <summary>The role as the contract spells it: <c>read-more</c>, <c>stated-date</c>.</summary>
    public static string Name(this ParagraphRole role) => role switch
    {
        ParagraphRole.ReadMore => "read-more",
        ParagraphRole.StatedDate => "stated-date",
        _ => role.ToString().ToLowerInvariant(),
    };
}
