using NodaTime;

namespace Chancery.Desk.Web.Feeds;

/// <summary>A feed that the desk follows.</summary>
/// <param name="Next">When it is asked again.</param>
/// <param name="Tag">What its server answered last as ETag; <paramref name="Modified"/> as Last-Modified.</param>
/// <param name="Failures">How often in a row it could not be read.</param>
/// <param name="Said">What came of the last time, in words.</param>
/// <param name="Reports">How many reports it brought.</param>
/// <param name="ReadsArticles">Whether the links of its entries are followed: it carries only teasers.</param>
public sealed record Feed(
    string Address, string AddedBy, Instant Next, string? Tag, string? Modified, int Failures, Instant? Last, string? Said, long Reports, bool ReadsArticles = false);
