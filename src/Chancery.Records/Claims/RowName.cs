using System.Globalization;

namespace Chancery.Records.Claims;

/// <summary>The kinds of rows the record holds. The letter stands before a row's number: <c>c12</c> is the twelfth change.</summary>
public enum RowKind { Report = 'r', Change = 'c', Event = 'e', Statement = 's', Signal = 'g', Decision = 'd' }

/// <summary>How people name a row of the record: <c>c12</c>. Numbers rise in the order of recording and are never used twice.</summary>
public readonly record struct RowName(RowKind Kind, long Number)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(char)Kind}{Number}");

    public static RowName? Parse(string text) =>
        text.Length > 1 && Enum.IsDefined((RowKind)text[0])
        && long.TryParse(text.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out long number)
            ? new RowName((RowKind)text[0], number)
            : null;
}
