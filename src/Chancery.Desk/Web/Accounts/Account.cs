namespace Chancery.Desk.Web.Accounts;

/// <summary>What an account may do; each may also do what those before it may.</summary>
public enum Role { Nobody, Reader, Reviewer, Admin }

/// <param name="Name">Stands with every decision.</param>
/// <param name="Stamp">Changes with the password and the role: who signed in under an older one must sign in again.</param>
public sealed record Account(string Name, Role Role, string Stamp);
