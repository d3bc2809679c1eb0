using System.Text.Json;
using System.Text.Json.Serialization;

namespace Chancery.Records.Reviewing;

/// <summary>What a decision says beyond its kind and its row. Which parts are there depends on the kind.</summary>
public sealed record DecisionPayload
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>What the claim decided about said, and where: see <see cref="ClaimWords"/>. By it the decision finds the claim again in a later reading.</summary>
    public string? Says { get; init; }

    /// <summary>Edit: the fields given other values. See <see cref="EditClaim"/>.</summary>
    public IReadOnlyDictionary<string, string>? Set { get; init; }

    /// <summary>Settle: what the claims said that do not hold.</summary>
    public IReadOnlyList<string>? Against { get; init; }

    /// <summary>Merge and split: the keys of measures.</summary>
    public IReadOnlyList<string>? Measures { get; init; }

    /// <summary>Merge and split: what claims said that tell their measure by one name. See <see cref="TakenForOne"/>.</summary>
    public IReadOnlyList<string>? Claims { get; init; }

    /// <summary>The number of the decision that this one takes back. See <see cref="StandingDecisions"/>.</summary>
    public long? TakesBack { get; init; }

    /// <summary>The person's reason, or a remark.</summary>
    public string? Note { get; init; }

    public string Write() => JsonSerializer.Serialize(this, Json);

    /// <summary>A payload that is no object of these keys says nothing.</summary>
    public static DecisionPayload Read(string payload)
    {
        try
        {
            return JsonSerializer.Deserialize<DecisionPayload>(payload, Json) ?? new DecisionPayload();
        }
        catch (JsonException)
        {
            return new DecisionPayload();
        }
    }
}
