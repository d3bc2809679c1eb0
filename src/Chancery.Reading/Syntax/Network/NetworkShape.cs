using System.Globalization;

namespace Chancery.Reading.Syntax.Network;

/// <summary>
/// How wide the network is. Every width is a multiple of <see cref="Panels.Width"/> but those of the three tables, whose sum is one.
/// </summary>
internal sealed record NetworkShape(
    int Word = 92, int Vector = 100, int Affix = 64, int AffixRows = 32768,
    int Layers = 2, int Hidden = 128, int Arc = 128, int Label = 128, int Tag = 128)
{
    public int Input => Word + Vector + Affix;

    /// <summary>A row of gates of one layer, both directions.</summary>
    public int Gates => 2 * RecurrentLayer.Gates * Hidden;

    /// <summary>What a layer shows of a word, both directions.</summary>
    public int Shown => 2 * Hidden;

    // What is drawn from a word for the trees and tags, side by side in one row.
    public int ArcDependent => 0;
    public int ArcHead => Arc;
    public int LabelDependent => 2 * Arc;
    public int LabelHead => 2 * Arc + Label;
    public int TagPart => 2 * Arc + 2 * Label;
    public int Parts => 2 * Arc + 2 * Label + Tag;

    /// <summary>The first part of the names of a layer's matrices; the lowest layer is 0.</summary>
    public static string LayerName(int layer) => string.Create(CultureInfo.InvariantCulture, $"layer{layer}");

    public string Print() => string.Create(
        CultureInfo.InvariantCulture, $"{Word} {Vector} {Affix} {AffixRows} {Layers} {Hidden} {Arc} {Label} {Tag}");

    public static NetworkShape Parse(string line)
    {
        var n = Array.ConvertAll(line.Split(' '), part => int.Parse(part, CultureInfo.InvariantCulture));
        return new NetworkShape(n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7], n[8]);
    }
}
