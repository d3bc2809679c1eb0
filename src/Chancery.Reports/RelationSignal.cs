namespace Chancery.Reports;

public enum Signal { Thaw, Freeze }

/// <summary>A sign that the relation of two states warms or cools.</summary>
/// <param name="Pair">Two state codes in alphabetical order.</param>
public sealed record RelationSignal((string First, string Second) Pair, Signal Signal, IReadOnlyList<Span> Evidence, string? StatementId);
