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
        for (int i = 0; i < Values.Count; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = Name(i);
            parameter.Value = Cells.Kept(Values[i]);
            command.Parameters.Add(parameter);
        }
        return command;
    }

    public DbCommand On(DbConnection connection, DbTransaction? transaction = null)
    {
        var command = connection.CreateCommand();
        command.CommandText = Sql;
        command.Transaction = transaction;
        for (int i = 0; i < Values.Count; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = Name(i);
            parameter.Value = Cells.Kept(Values[i]);
            command.Parameters.Add(parameter);
        }
        return command;
    }

    public static string Name(int index) => "@p" + index.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
