using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using Chancery.Records;
using Chancery.Records.Post;

namespace Chancery.Desk.Mail;

/// <summary>What a link in a letter allows its reader. A token for one is no good for another.</summary>
public enum TokenUse : byte { Confirm = 1, Choose = 2, Leave = 3, Bounce = 4 }

/// <summary>
/// Tokens in links: who reads one learns nothing, who changes one holds nothing. The subscriber's number, encrypted and signed (AES-GCM with a nonce made from the content
/// itself), so that a letter sent again has the same bytes.
/// </summary>
public sealed class Tokens
{
    private const int NonceBytes = 12, TagBytes = 16, ContentBytes = 9;

    private readonly byte[] _key, _nonceKey;

    public Tokens(byte[] secret)
    {
        _key = HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, 32, info: "token"u8.ToArray());
        _nonceKey = HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, 32, info: "nonce"u8.ToArray());
    }

    public static Tokens Of(Ledger ledger) => new(new PostKeys(ledger).Of("tokens"));

    public string Make(TokenUse use, long subscriber) => Base64Url.EncodeToString(Bytes(use, subscriber));

    /// <summary>For places where case is lost: the part of an address before the @.</summary>
    public string MakeCaseless(TokenUse use, long subscriber) => Convert.ToHexStringLower(Bytes(use, subscriber));

    /// <summary>The subscriber's number; null where it is no token of ours for this use.</summary>
    public long? Read(string? token, TokenUse use)
    {
        if (token is null || token.Length > 100) return null;
        try
        {
            return Open(IsHex(token) ? Convert.FromHexString(token) : Base64Url.DecodeFromChars(token), use);
        }
        catch (Exception e) when (e is FormatException or CryptographicException)
        {
            return null;
        }
    }

    /// <summary>A short name for a letter that never changes and tells nobody whose it is.</summary>
    public string NameOfLetter(long issue, long subscriber)
    {
        Span<byte> both = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(both, issue);
        BinaryPrimitives.WriteInt64BigEndian(both[8..], subscriber);
        return Convert.ToHexStringLower(HMACSHA256.HashData(_nonceKey, both).AsSpan(0, 16));
    }

    private byte[] Bytes(TokenUse use, long subscriber)
    {
        var content = new byte[ContentBytes];
        content[0] = (byte)use;
        BinaryPrimitives.WriteInt64BigEndian(content.AsSpan(1), subscriber);
        var token = new byte[NonceBytes + ContentBytes + TagBytes];
        HMACSHA256.HashData(_nonceKey, content).AsSpan(0, NonceBytes).CopyTo(token);
        using var cipher = new AesGcm(_key, TagBytes);
        cipher.Encrypt(token.AsSpan(0, NonceBytes), content, token.AsSpan(NonceBytes, ContentBytes), token.AsSpan(NonceBytes + ContentBytes));
        return token;
    }

    private long? Open(byte[] token, TokenUse use)
    {
        if (token.Length != NonceBytes + ContentBytes + TagBytes) return null;
        var content = new byte[ContentBytes];
        using var cipher = new AesGcm(_key, TagBytes);
        cipher.Decrypt(token.AsSpan(0, NonceBytes), token.AsSpan(NonceBytes, ContentBytes), token.AsSpan(NonceBytes + ContentBytes), content);
        return content[0] == (byte)use ? BinaryPrimitives.ReadInt64BigEndian(content.AsSpan(1)) : null;
    }

    private static bool IsHex(string token) => token.Length == 2 * (NonceBytes + ContentBytes + TagBytes) && token.All(char.IsAsciiHexDigit);
}
