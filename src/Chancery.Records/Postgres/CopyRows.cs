using Chancery.Records.Sql;
using Npgsql;
using NpgsqlTypes;

namespace Chancery.Records.Postgres;

/// <summary>Adds rows of a table in one stream (COPY), within whatever transaction is open: one answer of the server is waited for, not one a row.</summary>
internal static class CopyRows
{
    public static void To(NpgsqlConnection connection, RecordTable table, IEnumerable<Row> rows)
    {
        using var stream = connection.BeginBinaryImport($"COPY {table.Name} ({string.Join(", ", table.Columns)}) FROM STDIN (FORMAT BINARY)");
        foreach (var row in rows)
        {
            stream.StartRow();
            foreach (var cell in row.Cells) Write(stream, cell);
        }
        stream.Complete();
    }

    private static void Write(NpgsqlBinaryImporter stream, object? cell)
    {
        switch (Cells.Kept(cell))
        {
            case DBNull:
                stream.WriteNull();
                break;
            case long whole:
                stream.Write(whole, NpgsqlDbType.Bigint);
                break;
            case double real:
                stream.Write(real, NpgsqlDbType.Double);
                break;
            case byte[] bytes: // of whatever type the column is: COPY hands them to that type's own reader
                stream.Write(bytes, NpgsqlDbType.Bytea);
                break;
            case var text:
                stream.Write((string)text, NpgsqlDbType.Text);
                break;
        }
    }
}
