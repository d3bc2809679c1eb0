using Chancery.Reading.Events.Frames;
using Chancery.Reports;

namespace Chancery.Reading.Events;

/// <summary>Tells what a report mentions in passing, or tells of private life, from what it tells as a political event.</summary>
internal static class MereMention
{
    /// <param name="isMain">Whether the sentence is told for it.</param>
    /// <param name="place">The state in which it took place, null where none is named.</param>
    public static bool Is(Clauses clauses, Frame frame, bool isMain, IReadOnlyList<Participant> source, IReadOnlyList<Participant> target, string? place)
    {
        var type = frame.Meaning.Type;
        bool verb = clauses.IsVerb(frame.Predicate), amongPrivatePersons = place is null && source.All(IsPrivate) && target.All(IsPrivate);
        bool describes = type == "ASSAULT" && source.Count == 0 && clauses.Is(frame.Predicate, "amod"); // "the injured boys"
        if (amongPrivatePersons && (describes || type is "AID" or "SUPPORT" && frame.Meaning.Cameo is not "057")) return true; // "thanked the runners"; but who signs an agreement is no private person
        if (isMain) return false;
        return source.Count == 0 && target.Count == 0 && IsNobodys(clauses, frame, verb)
            || describes
            || type == "COOPERATE" && !verb && source.Count + target.Count < 2 // "a partnership with Chad"
            || amongPrivatePersons && (type is "ASSAULT" or "COERCE" or "COOPERATE" || frame.Meaning.Mode == "release") // a brawl, a bail
            || type is "AID" or "SUPPORT" or "AGREE" && verb && IsOfAThing(frame, source);
    }

    /// <summary>"trade", "the shooting", "injured teenagers", "helped to break the record" with nobody beside them.</summary>
    private static bool IsNobodys(Clauses clauses, Frame frame, bool verb) => !verb || clauses.Is(frame.Predicate, "amod") || frame.Operator == "do"
        || frame.Meaning.Type is "COOPERATE" or "AID" or "SUPPORT" or "AGREE" or "CONSULT";

    /// <summary>"this assistance will help millions", "the pledge supports the priorities": what was given or said works on, and is told of elsewhere.</summary>
    private static bool IsOfAThing(Frame frame, IReadOnlyList<Participant> source) => frame.Source.Length > 0 && source.Count == 0;

    private static bool IsPrivate(Participant participant) => participant.Code is null && participant.Sector is null or "CVL";
}
