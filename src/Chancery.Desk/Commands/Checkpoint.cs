namespace Chancery.Desk.Commands;

/// <summary>How far a run came: all that is needed to go on with it after it was cut off anywhere.</summary>
/// <param name="Run">What was asked: another run must not go on with this one.</param>
/// <param name="Items">Items of the input that are dealt with.</param>
/// <param name="LastId">The id of the last of them, by which a changed input is known.</param>
/// <param name="Position">Where the output ends that holds exactly those items.</param>
public sealed record Checkpoint(string Run, long Items, string? LastId, long Position, long Reports, long Words, IReadOnlyList<NotRead.Kind> NotRead, bool Done);
