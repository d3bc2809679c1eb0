using Chancery.Reading.Syntax.Perceptron;

namespace Chancery.Training.Perceptron;

/// <summary>How many right arcs an action makes impossible (Goldberg and Nivre's dynamic oracle for arc-hybrid).</summary>
internal static class ArcOracle
{
    public static int Cost(TreeState state, int[] heads, int action)
    {
        int Head(int i) => heads[i] < 0 ? heads.Length : heads[i];
        int lost = 0;
        int next = state.Next;
        if (action == TreeState.Shift)
        {
            for (int k = 0; k < state.Depth; k++)
            {
                int s = state.Top(k);
                if (Head(s) == next) lost++;
                if (k > 0 && Head(next) == s) lost++;
            }
            return lost;
        }
        int top = state.Top(), under = state.Top(1);
        int head = Head(top);
        bool headAhead = head >= next;
        if (action == TreeState.Left && head != next && (headAhead || head == under)) lost++;
        if (action == TreeState.Right && headAhead) lost++;
        for (int b = next; b < heads.Length; b++)
            if (heads[b] == top) lost++;
        return lost;
    }
}
