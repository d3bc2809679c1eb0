namespace Chancery.Records;

/// <summary>The append-only store of what was read, reviewed and corrected.</summary>
public abstract class Ledger;
