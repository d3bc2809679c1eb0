using System.Data.Common;

namespace Chancery.Records.Sql;

/// <summary>An SQL statement with its values, named by position: @0, @1 …</summary>
internal readonly record struct Query(string Sql, IReadOnlyList<object?> Values)
{
    public static Query Of(string sql, params object?[] values) => new(sql, values);

    public DbBatchCommand On(DbBatch batch)
    {
        var command = batch.CreateBatchCommand();
        command.CommandText = Sql;
        Fill(command.Parameters, command.CreateParameter);
        return command;
    }

    public DbCommand On(DbConnection connection, DbTransaction? transaction = null)
    {
        var command = connection.CreateCommand();
        command.CommandText = Sql;
        command.Transaction = transaction;
        Fill(command.Parameters, command.CreateParameter);
        return command;
    }

    private void Fill(DbParameterCollection parameters, Func<DbParameter> create)
    {
        for (int i = 0; i < Values.Count; i++)
        {
            var parameter = create();
            parameter.ParameterName = Name(i);
            parameter.Value = Cells.Kept(Values[i]);
            parameters.Add(parameter);
        }
    }

    public static string Name(int index) => "@p" + index.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
