using System.Text.Json;

namespace IdentityCenterEmulator.Options;

/// <summary>The JSON form of <see cref="EmulatorOptions"/>. Strict: a misspelt member would otherwise be a setting that silently does nothing.</summary>
internal static class OptionsFile
{
    public static EmulatorOptions Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            var options = JsonSerializer.Deserialize<EmulatorOptions>(File.ReadAllText(path), StrictJson.Options)
                ?? throw new EmulatorOptionsException($"Options file {path}: the top level is null; write an object.");
            OptionsValidation.Check(options);
            return options;
        }
        catch (JsonException exception)
        {
            throw new EmulatorOptionsException($"Options file {path}: {StrictJson.Problem(exception)}", exception);
        }
        catch (EmulatorOptionsException exception) when (!exception.Message.Contains(path, StringComparison.Ordinal))
        {
            throw new EmulatorOptionsException($"Options file {path}: {exception.Message}", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new EmulatorOptionsException($"Options file {path} cannot be read: {exception.Message}", exception);
        }
    }
}
