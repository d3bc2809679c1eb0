namespace Chancery.Reading.Syntax.Words;

/// <summary>A word as the tokeniser finds it: a stretch of the text that is not blank.</summary>
/// <param name="Continues">Whether it is a further word of the token before it.</param>
internal readonly record struct WordPiece(int Start, int End, bool Continues);
