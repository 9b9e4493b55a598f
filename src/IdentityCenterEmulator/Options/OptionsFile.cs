using System.Net;
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
            var content = JsonSerializer.Deserialize<Content>(File.ReadAllText(path), StrictJson.Options)
                ?? throw new EmulatorOptionsException($"Options file {path}: the top level is null; write an object.");
            var options = content.ToOptions();
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

    private sealed class Content
    {
        public int? Port { get; set; }

        public string? Address { get; set; }

        public bool? Https { get; set; }

        public int? HttpsPort { get; set; }

        public EmulatorSignIn? SignIn { get; set; }

        public string? UserName { get; set; }

        public List<string>? StartUrls { get; set; }

        public TimeSpan? AccessTokenLifetime { get; set; }

        public TimeSpan? DeviceCodeLifetime { get; set; }

        public TimeSpan? PollInterval { get; set; }

        public TimeSpan? ClientRegistrationLifetime { get; set; }

        public TimeSpan? RoleCredentialsLifetime { get; set; }

        public RefreshTokenMode? RefreshTokenMode { get; set; }

        public int? PageSize { get; set; }

        public List<EmulatorAccount>? Accounts { get; set; }

        public EmulatorOptions ToOptions()
        {
            var options = new EmulatorOptions();
            options.Port = Port ?? options.Port;
            options.Address = Address is null ? options.Address : ParseAddress(Address);
            options.Https = Https ?? options.Https;
            options.HttpsPort = HttpsPort ?? options.HttpsPort;
            options.SignIn = SignIn ?? options.SignIn;
            options.UserName = UserName ?? options.UserName;
            options.AccessTokenLifetime = AccessTokenLifetime ?? options.AccessTokenLifetime;
            options.DeviceCodeLifetime = DeviceCodeLifetime ?? options.DeviceCodeLifetime;
            options.PollInterval = PollInterval ?? options.PollInterval;
            options.ClientRegistrationLifetime = ClientRegistrationLifetime ?? options.ClientRegistrationLifetime;
            options.RoleCredentialsLifetime = RoleCredentialsLifetime ?? options.RoleCredentialsLifetime;
            options.RefreshTokenMode = RefreshTokenMode ?? options.RefreshTokenMode;
            options.PageSize = PageSize ?? options.PageSize;
            Replace(options.StartUrls, StartUrls);
            Replace(options.Accounts, Accounts);
            return options;
        }

        private static IPAddress ParseAddress(string text) =>
            IPAddress.TryParse(text, out var address) ? address : throw new EmulatorOptionsException($"Emulator options: address '{text}' is no IP address.");

        private static void Replace<T>(IList<T> target, List<T>? source)
        {
            if (source is null)
            {
                return;
            }

            target.Clear();
            foreach (var item in source)
            {
                target.Add(item);
            }
        }
    }
}
