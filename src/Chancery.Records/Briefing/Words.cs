using System.Text;

namespace Chancery.Records.Briefing;

/// <summary>A piece of a line.</summary>
/// <param name="Text">Words; or, of a date, its value as the record keeps it (EDTF: 2018, 2018-08, 2018-08-31), to be written in the reader's language.</param>
public readonly record struct Piece(string Text, bool IsDate);

/// <summary>A line of a briefing: words with dates between them. Kept with an issue, so that it reads the same for ever and its dates in any language.</summary>
public sealed record Words(IReadOnlyList<Piece> Pieces)
{
    public static readonly Words None = new([]);

    public static Words Of(string text) => text.Length == 0 ? None : new([new Piece(text, false)]);

    public static Words Date(string value) => new([new Piece(value, true)]);

    public static Words operator +(Words one, Words other) => new([.. one.Pieces, .. other.Pieces]);

    public static Words operator +(Words one, string text) => one + Of(text);

    public static Words operator +(string text, Words other) => Of(text) + other;

    public bool IsEmpty => Pieces.Count == 0;

    /// <summary>With its dates as the function writes them.</summary>
    public string In(Func<string, string> date)
    {
        var text = new StringBuilder();
        foreach (var piece in Pieces) text.Append(piece.IsDate ? date(piece.Text) : piece.Text);
        return text.ToString();
    }

    public override string ToString() => In(d => d);

    public bool Equals(Words? other) => other is not null && Pieces.SequenceEqual(other.Pieces);
    public override int GetHashCode() => Pieces.Count == 0 ? 0 : Pieces[0].GetHashCode();
}
