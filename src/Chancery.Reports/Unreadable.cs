namespace Chancery.Reports;

/// <summary>Why an input or a report could not be read, and where. An expected outcome, not an exception.</summary>
/// <param name="Offset">Bytes into the input, or UTF-16 offset into the text where an annotator failed.</param>
public sealed record Unreadable(string Id, string Reason, long Offset);
