using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using IdentityCenterEmulator.Options;
using IdentityCenterEmulator.State;

namespace IdentityCenterEmulator.Tests.State;

/// <summary>Each live setting can be given at the start, in code and over HTTP: one that is missing somewhere fails here.</summary>
public sealed class LiveSettingsTests
{
    public static TheoryData<string> All => new(typeof(LiveSettings).GetProperties().Select(property => property.Name));

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_setting_of_the_options_holds_when_the_emulator_runs(string name)
    {
        var options = new EmulatorOptions();
        var other = OtherThanDefault(name);
        typeof(EmulatorOptions).GetProperty(name)!.SetValue(options, other);

        await using var server = await EmulatorServer.StartAsync(options);

        Assert.Equal(other, Current(server, name));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_setting_can_be_changed_in_code(string name)
    {
        await using var server = await EmulatorServer.StartAsync();
        var other = OtherThanDefault(name);

        typeof(EmulatorFaults).GetProperty(name)!.SetValue(server.Faults, other);

        Assert.Equal(other, Current(server, name));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_setting_can_be_changed_over_HTTP_and_the_others_stay(string name)
    {
        await using var server = await EmulatorServer.StartAsync();
        using var http = new HttpClient { BaseAddress = server.Url };
        var other = OtherThanDefault(name);
        var body = new JsonObject
        {
            [JsonNamingPolicy.CamelCase.ConvertName(name)] = JsonSerializer.SerializeToNode(other, StrictJson.Options),
        };

        using var answer = await http.PostAsync("_emulator/settings", new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"));

        answer.EnsureSuccessStatusCode();
        Assert.All(
            typeof(LiveSettings).GetProperties(),
            property => Assert.Equal(property.Name == name ? other : property.GetValue(new LiveSettings()), Current(server, property.Name)));
    }

    private static object OtherThanDefault(string name)
    {
        var property = typeof(LiveSettings).GetProperty(name)!;
        return OtherValues.OtherThan(property.GetValue(new LiveSettings()), property.PropertyType);
    }

    private static object? Current(EmulatorServer server, string name) => typeof(EmulatorFaults).GetProperty(name)!.GetValue(server.Faults);
}
