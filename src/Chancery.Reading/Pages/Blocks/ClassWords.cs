namespace Chancery.Reading.Pages.Blocks;

/// <summary>What the class names, ids and roles of an element say about its content.</summary>
[Flags]
internal enum Signs : uint
{
    None = 0,
    Body = 1 << 0, Comment = 1 << 1, Related = 1 << 2, Share = 1 << 3, Promo = 1 << 4, Caption = 1 << 5, Author = 1 << 6, Meta = 1 << 7,
    Menu = 1 << 8, Footer = 1 << 9, Sidebar = 1 << 10, Advert = 1 << 11, Tags = 1 << 12, Hidden = 1 << 13, Teaser = 1 << 14,
    Cookie = 1 << 15, Lead = 1 << 16, Headline = 1 << 17, Article = 1 << 18, Contents = 1 << 19, Embed = 1 << 20, Correction = 1 << 21,
    Media = 1 << 22, Header = 1 << 23, Widget = 1 << 24, Box = 1 << 25, Quote = 1 << 26, Print = 1 << 27,
}

/// <summary>
/// Finds known words inside class names in one pass (Aho-Corasick over lower-case letters). A word in the lexicon may begin or
/// end with <c>^</c>: then no letter may stand there, so that "ad" is not found in "header".
/// </summary>
internal sealed class ClassWords
{
    private const int Letters = 27; // a to z, and all else as one boundary
    private const int Boundary = 26;
    private readonly int[] _next;
    private readonly Signs[] _found;

    public ClassWords(IEnumerable<(string Word, Signs Sign)> words)
    {
        var next = new List<int[]> { NewState() };
        var found = new List<Signs> { Signs.None };
        foreach (var (word, sign) in words)
        {
            int state = 0;
            foreach (char c in word)
            {
                int letter = Letter(c);
                if (next[state][letter] < 0)
                {
                    next[state][letter] = next.Count;
                    next.Add(NewState());
                    found.Add(Signs.None);
                }
                state = next[state][letter];
            }
            found[state] |= sign;
        }
        Link(next, found);
        _next = [.. next.SelectMany(row => row)];
        _found = [.. found];
    }

    public static ClassWords BuiltIn { get; } = new(Lexicon.Rows("Pages/class-words.tsv", 2)
        .SelectMany(row => row[0].Split(' ').Select(word => (word, Enum.Parse<Signs>(row[1])))));

    /// <summary>All signs of the words in a class attribute; a change from small to capital letter ("sideBar") is no boundary.</summary>
    public Signs Find(ReadOnlySpan<char> names)
    {
        var signs = Signs.None;
        int state = _next[Boundary];
        foreach (char c in names)
        {
            state = _next[state * Letters + Letter(c)];
            signs |= _found[state];
        }
        return signs | _found[_next[state * Letters + Boundary]];
    }

    private static int Letter(char c)
    {
        int letter = (c | 0x20) - 'a';
        return (uint)letter < 26 && char.IsAsciiLetter(c) ? letter : Boundary;
    }

    private static int[] NewState()
    {
        var row = new int[Letters];
        Array.Fill(row, -1);
        return row;
    }

    private static void Link(List<int[]> next, List<Signs> found)
    {
        var fallback = new int[next.Count];
        var queue = new Queue<int>();
        for (int letter = 0; letter < Letters; letter++)
        {
            if (next[0][letter] < 0) next[0][letter] = 0;
            else queue.Enqueue(next[0][letter]);
        }
        while (queue.TryDequeue(out int state))
        {
            found[state] |= found[fallback[state]];
            for (int letter = 0; letter < Letters; letter++)
            {
                int to = next[state][letter], otherwise = next[fallback[state]][letter];
                if (to < 0) next[state][letter] = otherwise;
                else
                {
                    fallback[to] = otherwise;
                    queue.Enqueue(to);
                }
            }
        }
    }
}
