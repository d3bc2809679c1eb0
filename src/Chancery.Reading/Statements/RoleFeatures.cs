using Chancery.Reports;

namespace Chancery.Reading.Statements;

/// <summary>What a word is to a statement whose cue is headed by a given word.</summary>
internal enum StatementRole : byte { None, Source, Cue, Content }

/// <summary>Where a word stands in the tree, seen from the head of the cue.</summary>
/// <param name="Up">How many steps from the cue's head up to the common governor (at most 4).</param>
/// <param name="Branch">The child of the common governor above the word; the word itself, or -1 where it governs the cue.</param>
/// <param name="Down">Steps from the branch down to the word (at most 4).</param>
/// <param name="Path">Relations from the cue's head up to the common governor.</param>
internal readonly record struct TreePlace(int Up, int Branch, int Down, uint Path);

/// <summary>What speaks for a word's role in the statement of one cue, and for the step from the word before to this one.</summary>
internal sealed class RoleFeatures
{
    private const int Furthest = 4;

    /// <summary>Words further from the cue's head than this are not looked at; it bounds the work on sentences without end.</summary>
    private const int Reach = 150;

    /// <summary>So bounds the way up a tree that is one long chain.</summary>
    private const int Deepest = 60;

    private const int Near = 40;
    private const uint Absent = 0x5A5A5A5A;

    private readonly ParagraphWords _p;
    private readonly int _cue, _from, _end;
    private readonly TreePlace[] _places;
    private readonly float[] _cueScores;

    /// <param name="cueScores">How well each word of the paragraph would head a cue: another cue ends this one's content.</param>
    public RoleFeatures(ParagraphWords p, int cue, float[] cueScores)
    {
        (_p, _cue, _cueScores) = (p, cue, cueScores);
        (_from, _end) = p.Bounds[p.Sentence[cue]];
        (_from, _end) = (Math.Max(_from, cue - Reach), Math.Min(_end, cue + Reach));
        _places = new TreePlace[_end - _from];
        Place();
    }

    public int From => _from;
    public int End => _end;

    private void Place()
    {
        // the cue's governors, nearest first, with the relations on the way
        Span<int> up = stackalloc int[Furthest + 1];
        Span<uint> paths = stackalloc uint[Furthest + 1];
        int known = 0;
        uint path = 0;
        for (int w = _cue; w >= 0 && known <= Furthest; w = _p.Head[w])
        {
            up[known] = w;
            paths[known++] = path;
            path = Hash.Join(path, _p.Relation[w]);
        }
        for (int i = _from; i < _end; i++)
        {
            int branch = -1, down = 0;
            for (int w = i; ; w = _p.Head[w])
            {
                int level = w < 0 || down > Deepest ? known : up[..known].IndexOf(w);
                if (level >= 0)
                {
                    int at = Math.Min(level, known - 1);
                    _places[i - _from] = new TreePlace(level, branch, Math.Min(down, 4), paths[at]);
                    break;
                }
                branch = w;
                down++;
            }
        }
    }

    public void Collect(int word, FeatureList to)
    {
        to.Clear();
        uint lemma = _p.Lemma[word], upos = (uint)_p.Upos(word), cue = _p.Lemma[_cue], cueUpos = (uint)_p.Upos(_cue);
        var place = _places[word - _from];
        int distance = word - _cue;
        uint side = distance < 0 ? 0u : distance > 0 ? 1u : 2u, near = side + 4 * Bucket(Math.Abs(distance));
        uint quoted = (_p.Quoted[word] ? 1u : 0) | (_p.Quoted[_cue] ? 2u : 0);
        to.Add(1, side, cueUpos);
        to.Add(2, near, cueUpos);
        to.Add(3, lemma, side);
        to.Add(4, upos, near);
        to.Add(5, lemma, cue, side);
        to.Add(6, upos, cue, side);
        to.Add(7, _p.Xpos[word], side, cueUpos);
        to.Add(8, _p.Cluster[word], side);
        to.Add(9, quoted, side, cueUpos);
        to.Add(10, quoted, cue, side);
        to.Add(11, near, lemma, cueUpos);
        to.Add(12, near, cue);
        Around(word, side, near, cue, to);
        Tree(word, place, side, quoted, to);
        Rivals(word, place, side, to);
    }

    /// <summary>How likely the word, those between it and the cue, and those above it are cues of their own.</summary>
    private void Rivals(int word, TreePlace place, uint side, FeatureList to)
    {
        uint own = Grade(word), between = 0, above = 0;
        int low = Math.Min(word, _cue), high = Math.Max(word, _cue);
        for (int i = low + 1; i < high && i < low + Near; i++) between = Math.Max(between, Grade(i));
        int w = _p.Head[word];
        for (int step = 0; step < Near && w >= 0 && w != _cue && word != place.Branch; step++)
        {
            above = Math.Max(above, Grade(w));
            if (w == place.Branch) break;
            w = _p.Head[w];
        }
        uint governor = _p.Head[word] < 0 ? 9 : Grade(_p.Head[word]);
        to.Add(62, side, own, (uint)_p.Upos(word));
        to.Add(63, side, between, (uint)_p.Upos(word));
        to.Add(64, side + 4 * above, between, place.Branch < 0 ? Absent : _p.Relation[place.Branch]);
        to.Add(65, side + 4 * above, between + 8 * own, (uint)_p.Upos(_cue));
        to.Add(66, side, governor, _p.Relation[word]);
    }

    private uint Grade(int word) => word == _cue ? 0u : _cueScores[word] switch { < -3 => 0u, < -1.5f => 1u, < 0 => 2u, < 1.5f => 3u, _ => 4u };

    private void Around(int word, uint side, uint near, uint cue, FeatureList to)
    {
        for (int d = -2; d <= 2; d++)
        {
            if (d == 0) continue;
            int i = word + d;
            bool inside = i >= _from && i < _end;
            uint place = (uint)(d + 8) * 4 + side;
            to.Add(20, place, inside ? _p.Lemma[i] : Absent);
            to.Add(21, place, inside ? (uint)_p.Upos(i) : 99, (uint)_p.Upos(word));
            if (d is -1 or 1) to.Add(22, place, inside ? _p.Lemma[i] : Absent, _p.Lemma[word]);
        }
        // words between the cue and here: commas and quotation marks close things
        int low = Math.Min(word, _cue), high = Math.Max(word, _cue);
        uint commas = 0, verbs = 0, marks = 0;
        for (int i = low + 1; i < high && high - low < 12; i++)
        {
            if (_p.Upos(i) == Upos.PUNCT) commas++;
            else if (_p.Upos(i) == Upos.VERB) verbs++;
            else if (_p.Upos(i) is Upos.SCONJ or Upos.CCONJ) marks++;
        }
        if (high - low < 12) to.Add(23, Math.Min(commas, 3) + 4 * Math.Min(verbs, 2) + 16 * Math.Min(marks, 2), side, (uint)_p.Upos(word));
        if (high - low is > 1 and <= 4)
        {
            uint between = 0;
            for (int i = low + 1; i < high; i++) between = Hash.Join(between, _p.Lemma[i]);
            to.Add(24, between, side);
            to.Add(25, between, side, cue);
        }
        else to.Add(26, near, cue, (uint)_p.Upos(word));
    }

    private void Tree(int word, TreePlace place, uint side, uint quoted, FeatureList to)
    {
        uint cue = _p.Lemma[_cue], cueUpos = (uint)_p.Upos(_cue), upos = (uint)_p.Upos(word);
        uint branchRelation = place.Branch < 0 ? Absent : _p.Relation[place.Branch];
        uint key = Hash.Join(Hash.Join(place.Path, branchRelation), side + 4 * (uint)place.Up);
        uint down = (uint)place.Down;
        to.Add(40, key);
        to.Add(41, key, cue);
        to.Add(42, key, cueUpos, quoted);
        to.Add(43, key, down, upos);
        to.Add(44, key, _p.Relation[word]);
        to.Add(48, _p.Relation[word], side, down);
        to.Add(49, branchRelation, side + 4 * down, upos);
        to.Add(50, key, down, cue);
        uint frame = Frame();
        to.Add(51, key, frame);
        to.Add(52, key, frame, cueUpos + 32 * quoted);
        if (place.Branch < 0) return;
        int branch = place.Branch, first = _p.Left[branch];
        to.Add(55, key, (uint)_p.Upos(branch), quoted);
        to.Add(58, key, (uint)Math.Min(word - first, 4));
        to.Add(59, key, (uint)Math.Min(_p.Right[branch] - word, 4), upos);
    }

    private uint _frame;

    /// <summary>Which core dependents the cue's head has, and whether its sentence holds a quotation.</summary>
    private uint Frame()
    {
        if (_frame != 0) return _frame;
        uint frame = 1u << 31;
        for (int c = _p.FirstChild(_cue); c >= 0; c = _p.NextSibling(c))
            frame |= _p.Words[c].Relation switch
            {
                "nsubj" or "nsubj:pass" => 1u,
                "ccomp" => 2u,
                "xcomp" => 4u,
                "obj" => 8u,
                "parataxis" => 16u,
                "obl" => 32u,
                "advcl" => 64u,
                _ => 0u,
            };
        for (int i = _from; i < _end; i++)
            if (_p.Quoted[i] != _p.Quoted[_cue]) frame |= 128u;
        return _frame = frame;
    }

    /// <summary>Features of the step from the word before to this one, given both roles.</summary>
    public void CollectStep(int word, FeatureList to)
    {
        to.Clear();
        int last = word - 1;
        var (here, before) = (_places[word - _from], _places[last - _from]);
        uint side = word <= _cue ? 0u : 1u;
        to.Add(80, side);
        uint punct = Mark(last) + 8 * Mark(word);
        to.Add(81, punct, side);
        to.Add(82, here.Branch == before.Branch ? 1u : 0u, punct, side);
        to.Add(83, (uint)_p.Upos(last), (uint)_p.Upos(word), side);
        to.Add(84, _p.Lemma[word], side);
        to.Add(85, _p.Lemma[last], side);
        uint border = (_p.Left[word] == word ? 1u : 0) | (_p.Right[last] == last ? 2u : 0) | (_p.Head[word] == last ? 4u : 0) | (_p.Head[last] == word ? 8u : 0);
        to.Add(86, border, side, punct);
        uint from = before.Branch < 0 ? Absent : _p.Relation[before.Branch], into = here.Branch < 0 ? Absent : _p.Relation[here.Branch];
        if (here.Branch != before.Branch) to.Add(87, from, into, side + 2 * (uint)Math.Min(here.Up, 3));
        to.Add(88, (_p.Quoted[last] ? 1u : 0) | (_p.Quoted[word] ? 2u : 0), side);
        to.Add(90, Grade(word) + 8 * Grade(last), side);
        to.Add(89, _p.Relation[word], side + 2 * Mark(last), border);
    }

    /// <summary>What kind of mark a word is: none, comma, quotation mark, stop, dash, bracket.</summary>
    private uint Mark(int word)
    {
        if (_p.Upos(word) != Upos.PUNCT) return 0;
        return _p.Words[word].Form[0] switch
        {
            ',' => 1,
            '"' or '“' or '”' or '\'' or '‘' or '’' or '`' or '«' or '»' => 2,
            '.' or '!' or '?' or ';' => 3,
            ':' => 4,
            '-' or '–' or '—' => 5,
            '(' or ')' or '[' or ']' => 6,
            _ => 7,
        };
    }

    private static uint Bucket(int distance) => distance switch { <= 4 => (uint)distance, <= 6 => 5, <= 9 => 6, <= 14 => 7, <= 22 => 8, _ => 9 };
}
