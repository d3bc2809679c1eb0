using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Chancery.Reports;

namespace Chancery.Records.Claims;

/// <summary>A number that is the same, or a few bits apart, for texts printed again.</summary>
public static class Likeness
{
    /// <summary>The body's similarity hash; of a body too short for one, a hash that only the same text has.</summary>
    public static ulong Of(Report report) =>
        report.Fingerprint ?? BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(report.Text)));
}
