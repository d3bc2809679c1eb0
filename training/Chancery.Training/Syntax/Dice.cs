namespace Chancery.Training.Syntax;

/// <summary>A seeded source of chance (xorshift64*): the same seed gives the same sequence everywhere.</summary>
internal struct Dice(ulong seed)
{
    private ulong _state = (seed + 1) * 0x9E3779B97F4A7C15 | 1;

    public ulong Next()
    {
        _state ^= _state >> 12;
        _state ^= _state << 25;
        _state ^= _state >> 27;
        return _state * 0x2545F4914F6CDD1D;
    }

    /// <summary>Evenly spread over [0, 1).</summary>
    public float Share() => (Next() >> 40) * (1f / (1 << 24));

    public int Below(int limit) => (int)((Next() >> 33) % (ulong)limit);

    /// <summary>Nearly normal, with mean 0 and variance 1: a sum of twelve.</summary>
    public float Normal()
    {
        float sum = -6;
        for (int i = 0; i < 12; i++) sum += Share();
        return sum;
    }

    public void Shuffle<T>(T[] items)
    {
        for (int i = items.Length - 1; i > 0; i--)
        {
            int other = Below(i + 1);
            (items[i], items[other]) = (items[other], items[i]);
        }
    }
}
