using NodaTime;

namespace Chancery.Reading.Actors;

/// <summary>What kind of thing a name in the lexicon stands for.</summary>
public enum EntryKind
{
    State, Adjective, People,
    /// <summary>A capital or residence: its state's government, or only a place after "in", "at", "to" …</summary>
    Seat,
    /// <summary>A city or region that stands for no government.</summary>
    Place,
    Body, Group, Person,
    /// <summary>A common noun: "army chief", "protester", "ministry".</summary>
    Role,
    /// <summary>A name that only looks like an actor's: Indian Ocean.</summary>
    Nothing,
}

/// <summary>What a role noun heads: one person, several, or a body.</summary>
public enum RoleKind { Person, People, Body }

/// <summary>An office that one person at a time holds in a state, so that "the US president" can be looked up.</summary>
public enum Office { None, Head, Government, Supreme, Foreign, Defence, Secretary }

/// <summary>Code, sector and role of an entry between two days, both inclusive; an open end is null.</summary>
public sealed record Standing(string? Code, string? Sector, string? Role, Office Office, LocalDate? From, LocalDate? To)
{
    /// <summary>Whether it holds on a day. Of an undated report nothing is known: then only an open end holds.</summary>
    public bool HoldsOn(LocalDate? day) => day is { } on ? (From is null || From <= on) && (To is null || on <= To) : To is null;
}

/// <summary>A name or noun of the lexicon with what it stands for.</summary>
/// <param name="Name">As printed: of a state or body the first of its names.</param>
/// <param name="Standings">In time order, never empty.</param>
public sealed record ActorEntry(EntryKind Kind, string Name, IReadOnlyList<Standing> Standings, RoleKind RoleKind = RoleKind.Person)
{
    /// <summary>Whether this is the plural of a noun for one person: "senators", which may stand before names.</summary>
    public bool IsPlural { get; init; }

    /// <summary>What holds on the day; else the last that held before it; else the first.</summary>
    public Standing On(LocalDate? day)
    {
        Standing? before = null;
        foreach (var s in Standings)
        {
            if (s.HoldsOn(day)) return s;
            if (day is null || s.To <= day) before = s;
        }
        return before ?? Standings[0];
    }

    public Office Office => Standings[0].Office;
}
