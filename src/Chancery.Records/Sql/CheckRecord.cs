namespace Chancery.Records.Sql;

/// <summary>Goes through the whole record: first the database as such, then every row.</summary>
internal static class CheckRecord
{
    public const int MostFaults = 1000;

    /// <param name="engine">What is wrong with the database as such.</param>
    public static Checked Of(IEnumerable<string> engine, ReadRows rows, long reports, long decisions, Action<long>? progress)
    {
        var faults = new List<string>();
        long claims = 0, unsealed = 0;
        try
        {
            faults.AddRange(engine.Take(MostFaults));
            foreach (var (kept, last) in new[] { (rows.Reports(reports), reports), (rows.Decisions(decisions), decisions) })
            {
                var check = new CheckRows();
                long seen = 0;
                foreach (var one in kept)
                {
                    faults.AddRange(check.Faults(one).Take(MostFaults - faults.Count));
                    claims += one.Rows.Count(r => r.Table != RecordTable.EventDyads) - 1;
                    if (one.Seal is null) unsealed++;
                    seen = one.Number;
                    progress?.Invoke(seen);
                }
                if (seen != last) faults.Add($"the last rows, up to {last}, are missing");
            }
        }
        catch (RecordException e)
        {
            // Damage may be such that the rest cannot be read.
            faults.Add(e.Message);
        }
        catch (Exception e) when (e is InvalidCastException or FormatException)
        {
            faults.Add($"a cell holds what it cannot hold ({e.Message})");
        }
        return new Checked(reports, claims, decisions, unsealed, faults);
    }
}
