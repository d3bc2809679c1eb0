namespace Chancery.Desk.Commands;

/// <summary>The command line asks for what cannot be: one sentence that says what to do, and exit status 2.</summary>
public sealed class UsageException(string message) : Exception(message);
