using System.Security.Cryptography;
using System.Text;

namespace Chancery.Records.Identity;

/// <summary>
/// How a measure is named in an address: the words of a key and six digits of its hash, <c>budget-support-3fa9c1</c>. A measure is found by the slug of any of its keys,
/// so an address holds on when measures are merged.
/// </summary>
public static class MeasureSlug
{
    private const int Digits = 6, MostLetters = 60;

    public static string Of(Measure measure) => Of(measure.Identity.Keys[0]);

    public static string Of(MeasureKey key)
    {
        var words = new StringBuilder();
        foreach (char c in key.Name)
        {
            if (words.Length >= MostLetters) break;
            if (char.IsAsciiLetterOrDigit(c)) words.Append(char.ToLowerInvariant(c));
            else if (words.Length > 0 && words[^1] != '-') words.Append('-');
        }
        return $"{words.ToString().Trim('-')}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key.ToString())))[..Digits]}".TrimStart('-');
    }

    public static Measure? Find(Dossier dossier, string slug) => dossier.Measures.FirstOrDefault(m => m.Identity.Keys.Any(k => Of(k) == slug));
}
