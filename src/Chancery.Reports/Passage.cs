namespace Chancery.Reports;

/// <summary>The unit of evidence: report id and span. It holds no text of its own; the quotation is cut at the last moment.</summary>
public readonly record struct Passage(string ReportId, Span Span);
