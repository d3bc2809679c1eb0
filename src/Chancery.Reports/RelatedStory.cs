using NodaTime;

namespace Chancery.Reports;

/// <summary>A story the page points to beside its own: a teaser or a link, with its own date where it carries one. Never body.</summary>
/// <param name="Span">Where it stands in <see cref="Report.Text"/>, null where it was not taken into the text.</param>
public sealed record RelatedStory(string Text, string? Title, string? Url, LocalDate? Published, Span? Span);
