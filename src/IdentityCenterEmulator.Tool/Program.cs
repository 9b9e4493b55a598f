using IdentityCenterEmulator;

await using var server = await EmulatorServer.StartAsync();
Console.WriteLine($"Listening on {server.Url.GetLeftPart(UriPartial.Authority)}");
await Console.In.ReadToEndAsync();
