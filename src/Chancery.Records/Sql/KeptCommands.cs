using System.Data.Common;

namespace Chancery.Records.Sql;

/// <summary>Commands by their statement, prepared once: a record is asked the same few things again and again. For an engine that does not see to it by itself.</summary>
internal sealed class KeptCommands(DbConnection connection) : IDisposable
{
    private const int Most = 100;
    private readonly Dictionary<string, DbCommand> _kept = new(StringComparer.Ordinal);

    /// <summary>The command with the query's values in it; null where it cannot be kept. It is done with before the next is asked for.</summary>
    public DbCommand? Of(Query query, DbTransaction? transaction)
    {
        if (_kept.TryGetValue(query.Sql, out var command))
        {
            for (int i = 0; i < query.Values.Count; i++) command.Parameters[i].Value = Cells.Kept(query.Values[i]);
            command.Transaction = transaction;
            return command;
        }
        return connection.CanCreateBatch || _kept.Count >= Most ? null : _kept[query.Sql] = query.On(connection, transaction);
    }

    public void Dispose()
    {
        foreach (var command in _kept.Values) command.Dispose();
    }
}
