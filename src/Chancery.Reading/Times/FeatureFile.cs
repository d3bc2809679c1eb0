using System.Globalization;

namespace Chancery.Reading.Times;

/// <summary>The files of this folder's models: a feature's FNV-1a hash in eight hexadecimal digits, a tab, its weight; # begins a remark.</summary>
internal static class FeatureFile
{
    /// <exception cref="FileNotFoundException">The model is missing.</exception>
    /// <exception cref="FormatException">A line is not a feature and its weight; the message says which.</exception>
    public static Dictionary<uint, float> Load(string path)
    {
        var weights = new Dictionary<uint, float>();
        int number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (line.Length == 0 || line[0] == '#') continue;
            int tab = line.IndexOf('\t');
            if (tab != 8 || !uint.TryParse(line.AsSpan(0, tab), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out uint feature)
                || !float.TryParse(line.AsSpan(tab + 1), NumberStyles.Float, CultureInfo.InvariantCulture, out float weight))
                throw new FormatException($"{path}, line {number}: not a feature and its weight.");
            weights[feature] = weight;
        }
        return weights;
    }

    /// <summary>In the order of the hashes, so that two runs give the same file.</summary>
    public static void Write(string path, string remark, IEnumerable<KeyValuePair<uint, float>> weights)
    {
        using var file = new StreamWriter(path) { NewLine = "\n" };
        file.WriteLine("# " + remark);
        foreach (var (feature, weight) in weights.OrderBy(w => w.Key))
            file.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{feature:x8}\t{weight:0.###}"));
    }
}
