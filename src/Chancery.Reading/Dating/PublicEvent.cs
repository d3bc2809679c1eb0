using NodaTime;

namespace Chancery.Reading.Dating;

/// <summary>How a public event is spoken of, and so what a mention of it proves.</summary>
public enum EventKind
{
    /// <summary>A person's death; the names are the person's, told with a word of dying or killing.</summary>
    Death,
    Attack, Disaster, Coup, War,
    /// <summary>A ruler or an order gone: an overthrow, a flight, a revolution.</summary>
    Fall,
    /// <summary>A decision that cannot be told before it is taken: a withdrawal, a recognition, a test, a warrant.</summary>
    Act,
    /// <summary>Planned beforehand: only a mention that tells it as held proves that it is past.</summary>
    Summit, Election, Treaty,
    /// <summary>The day from which a thing is called by its name: proves that much, and no news.</summary>
    Naming,
    /// <summary>The first day in office; the names are a title and a name, side by side.</summary>
    Office,
}

/// <summary>A public event with its day, for dating the reports that speak of it.</summary>
/// <param name="Names">The ways it is named: each a list of units that must all stand close together in one sentence.</param>
/// <param name="Title">What happened, for the reason of a doubt.</param>
/// <param name="Source">Where the date can be looked up.</param>
public sealed record PublicEvent(LocalDate Day, EventKind Kind, IReadOnlyList<EventName> Names, string Title, string Source)
{
    /// <summary>For an office: the terms in order, both days included, the last one perhaps still open. Empty for all else.</summary>
    public IReadOnlyList<(LocalDate From, LocalDate? To)> Terms { get; init; } = [];
}

/// <summary>One way of naming an event: units that stand near one another, in any order.</summary>
public sealed record EventName(IReadOnlyList<NameUnit> Units);

/// <summary>Words side by side, each of them one of several spellings.</summary>
public sealed record NameUnit(IReadOnlyList<IReadOnlyList<string>> Words);
