using System.Globalization;

namespace Chancery.Training.Lemmas;

/// <summary>Learns how lemmas are made from forms: by form, else by ending, for each tag.</summary>
internal static class LearnLemmas
{
    private readonly record struct Edit(int Cut, string Ending, bool Lower)
    {
        public static Edit? Of(string form, string lemma)
        {
            var lower = form.ToLowerInvariant();
            bool useLower = lemma == lemma.ToLowerInvariant();
            var from = useLower ? lower : form;
            int same = 0;
            while (same < from.Length && same < lemma.Length && from[same] == lemma[same]) same++;
            return from.Length - same > 9 || (same == 0 && from.Length > 3) ? null : new Edit(from.Length - same, lemma[same..], useLower);
        }

        public string Apply(string form) => (Lower ? form.ToLowerInvariant() : form)[..^Cut] + Ending;
    }

    public static void Run(Treebank treebank, string path)
    {
        var counts = new SortedDictionary<(string Key, string Xpos), Dictionary<Edit, int>>(Comparer<(string Key, string Xpos)>.Create((a, b) =>
            string.CompareOrdinal(a.Key, b.Key) is var c and not 0 ? c : string.CompareOrdinal(a.Xpos, b.Xpos)));
        void Count(string key, string xpos, Edit edit, int n)
        {
            if (!counts.TryGetValue((key, xpos), out var edits)) counts[(key, xpos)] = edits = [];
            edits[edit] = edits.GetValueOrDefault(edit) + n;
        }
        var forms = treebank.Train().SelectMany(s => s.Words).Where(w => w.Lemma != "_").GroupBy(w => (w.Form, w.Xpos, w.Lemma));
        foreach (var group in forms)
        {
            var (form, xpos, lemma) = group.Key;
            if (Edit.Of(form, lemma) is not { } edit) continue;
            var lower = form.ToLowerInvariant();
            Count(lower, xpos, edit, group.Count());
            for (int length = 0; length <= Math.Min(4, lower.Length - 1); length++)
                if (edit.Cut <= lower.Length) Count("-" + lower[(lower.Length - length)..], xpos, edit, 1);
        }
        var best = counts.ToDictionary(p => p.Key, p => p.Value.OrderByDescending(e => e.Value).ThenBy(e => e.Key.Cut).ThenBy(e => e.Key.Ending, StringComparer.Ordinal).First().Key);
        using var output = new StreamWriter(path) { NewLine = "\n" };
        foreach (var ((key, xpos), edits) in counts)
        {
            var edit = best[(key, xpos)];
            bool ending = key[0] == '-' && key.Length <= 5 && (key.Length == 1 || char.IsLetter(key[1]));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{key}\t{xpos}\t{edit.Cut}\t{edit.Ending}\t{(edit.Lower ? "l" : "k")}"));
        }
    }
}
