namespace Chancery.Records;

/// <summary>What a check of the record found.</summary>
/// <param name="Faults">Each a sentence for people; none where all is as it should be. At most a thousand.</param>
/// <param name="Unsealed">Reports and decisions without a seal: an older version recorded them.</param>
public sealed record Checked(long Reports, long Claims, long Decisions, long Unsealed, IReadOnlyList<string> Faults);
