namespace Chancery.Records;

/// <summary>The record cannot be opened, read or written. The message is one sentence that says what hinders and, where it can, what to do.</summary>
public sealed class RecordException(string message, Exception? cause = null) : Exception(message, cause);
