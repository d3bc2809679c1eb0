namespace Chancery.Desk.Web.Hosting;

/// <summary>What all pages share.</summary>
public sealed record Site(ServeOptions Options, Ledgers Ledgers, TimeProvider Time)
{
    public Assets Assets { get; } = new();
    public Dossiers Dossiers { get; } = new();
}
