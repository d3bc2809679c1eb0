namespace Chancery.Desk.Web.Accounts;

/// <summary>What an account may do; each may also do what those before it may.</summary>
public enum Role { Nobody, Reader, Reviewer, Admin }

/// <param name="Name">Stands with every decision.</param>
/// <param name="Stamp">Changes with the password, the role and the right to sign in: who signed in under an older one must sign in again.</param>
/// <param name="IsDisabled">Whether it may not sign in for now.</param>
/// <param name="Subject">Whom an OpenID provider knows it as; null where it has a password here.</param>
public sealed record Account(string Name, Role Role, string Stamp, bool IsDisabled, string? Subject);
