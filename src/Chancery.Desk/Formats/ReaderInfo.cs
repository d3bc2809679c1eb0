namespace Chancery.Desk.Formats;

/// <summary>Who read: name, version and the models used, as it stands in every reading.</summary>
/// <param name="Models">Layer and model name, in ordinal order of the layer.</param>
public sealed record ReaderInfo(string Name, string Version, IReadOnlyList<(string Layer, string Model)> Models);
