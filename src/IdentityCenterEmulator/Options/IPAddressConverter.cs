using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace IdentityCenterEmulator.Options;

/// <summary>An IP address as text.</summary>
internal sealed class IPAddressConverter : JsonConverter<IPAddress>
{
    public override IPAddress Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.TokenType == JsonTokenType.String ? reader.GetString() : throw new JsonException();
        return IPAddress.TryParse(text, out var address) ? address : throw new JsonException($"Emulator options: address '{text}' is no IP address.");
    }

    public override void Write(Utf8JsonWriter writer, IPAddress value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
