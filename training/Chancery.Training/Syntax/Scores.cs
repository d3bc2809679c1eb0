using System.Globalization;
using Chancery.Reading.Syntax.Network;

namespace Chancery.Training.Syntax;

/// <summary>How well a network does on gold tokens, in per cent of words. LAS compares the universal part of the relation.</summary>
internal sealed record Scores(double Upos, double Xpos, double Features, double Uas, double Las)
{
    public static Scores Of(SyntaxNetwork network, GoldSentence[] gold)
    {
        var parsed = network.Analyse([.. gold.Select(s => s.Forms)]);
        int words = 0, upos = 0, xpos = 0, features = 0, uas = 0, las = 0;
        for (int s = 0; s < gold.Length; s++)
            for (int i = 0; i < gold[s].Length; i++)
            {
                var word = parsed[s][i];
                words++;
                if (word.Upos == gold[s].Upos[i]) upos++;
                if (word.Xpos == gold[s].Penn[i]) xpos++;
                if (word.Features == gold[s].Features[i]) features++;
                if (word.Head != gold[s].Heads[i]) continue;
                uas++;
                if (Universal(word.Relation) == Universal(gold[s].Relations[i])) las++;
            }
        return new Scores(Share(upos), Share(xpos), Share(features), Share(uas), Share(las));

        double Share(int right) => 100.0 * right / words;
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"UPOS {Upos:F2} XPOS {Xpos:F2} features {Features:F2} UAS {Uas:F2} LAS {Las:F2}");

    private static string Universal(string relation) => relation.Split(':')[0];
}
