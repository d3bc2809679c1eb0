using Chancery.Reports;

namespace Chancery.Reading.Dating;

/// <summary>A place that speaks of a public event, or of one of several that go by the same name.</summary>
/// <param name="Events">In order of their days; never empty. The earliest bounds the report from below.</param>
/// <param name="Coming">Whether it is told as still to come; else it is told as past or going on.</param>
/// <param name="Passing">Named as something everyone knows ("the late", an office): says nothing of how long ago it was.</param>
internal sealed record EventMention(
    IReadOnlyList<PublicEvent> Events, WordSentence Sentence, int First, int Last, bool Coming, bool Passing)
{
    public PublicEvent Earliest => Events[0];
    public PublicEvent Latest => Events[^1];

    /// <summary>The one event it can be, or null.</summary>
    public PublicEvent? Only => Events.Count == 1 ? Events[0] : null;
    public Span Span(TextWords words) => words.Cover(First, Last);
}
