namespace Chancery.Desk.Web.Hosting;

/// <summary>The address asks for what cannot be: answered with 400 and this sentence.</summary>
public sealed class BadAddressException(string message) : Exception(message);

/// <summary>Somebody else, whom the answer needs, gives none: answered with 503 and this sentence.</summary>
public sealed class NoAnswerException(string message, Exception cause) : Exception(message, cause);

/// <summary>There is no such page: answered with 404 and this sentence.</summary>
public sealed class NothingHereException(string message) : Exception(message);
