using Chancery.Tests.Records.Postgres;
using Xunit;

[assembly: AssemblyFixture(typeof(StopPostgres))]

namespace Chancery.Tests.Records.Postgres;

/// <summary>Stops the shared server, where one was started, when all tests are through.</summary>
public sealed class StopPostgres : IDisposable
{
    public void Dispose() => PostgresServer.StopShared();
}
