using Chancery.Reports;

namespace Chancery.Reading.Actors;

/// <summary>How a mention stands in its sentence; decides who a later pronoun means.</summary>
/// <param name="Governor">The word its head hangs on.</param>
internal readonly record struct Standpoint(int Sentence, bool Subject, bool Modifier, int Governor)
{
    /// <summary>Stands in the main clause of its sentence, and not under "after …" or "which …".</summary>
    public bool Main { get; init; }
}

/// <summary>An actor while the report is being read.</summary>
internal sealed class Draft(string name, ActorKind kind, string? code, string? sector)
{
    private readonly List<(Mention Mention, Standpoint At)> _mentions = [];

    public string Name { get; set; } = name;
    public ActorKind Kind { get; } = kind;
    public string? Code { get; set; } = code;
    public string? Sector { get; set; } = sector;
    public string? Role { get; set; }

    /// <summary>Whether the report's own words gave the role, not our table.</summary>
    public bool RoleTold { get; set; }

    /// <summary>The office of the role as told.</summary>
    public Office Office { get; set; }

    /// <summary>'f', 'm', or 'e' where it is not known.</summary>
    public char Gender { get; set; } = 'e';
    public bool Plural { get; init; }

    /// <summary>Told by a noun alone: "a Kenyan judge".</summary>
    public bool Unnamed { get; init; }
    public ActorEntry? Known { get; set; }

    public bool HasMentions => _mentions.Count > 0;
    public int MentionCount => _mentions.Count;
    public (Mention Mention, Standpoint At) Last => _mentions[^1];
    public IReadOnlyList<(Mention Mention, Standpoint At)> Mentions => _mentions;

    public void Add(Mention mention, Standpoint at)
    {
        if (_mentions.Count > 0 && _mentions[^1].Mention == mention) return;
        _mentions.Add((mention, at));
    }

    public Actor Finish(string id)
    {
        _mentions.Sort((a, b) => a.Mention.Span.CompareTo(b.Mention.Span));
        return new Actor(id, Name, Kind, Code, Sector, Role, [.. _mentions.Select(m => m.Mention)]);
    }

    public int FirstOffset() => _mentions.Min(m => m.Mention.Span.Start);
}
