namespace AwsSsoCredentials.Profiles;

/// <summary>The value of <c>sso_registration_scopes</c>.</summary>
internal static class RegistrationScopes
{
    /// <summary>Splits at commas as the AWS CLI does: trimmed, empty parts dropped.</summary>
    /// <param name="value">The configured value, or null.</param>
    /// <returns>The scopes; empty when none are configured.</returns>
    public static IReadOnlyList<string> Parse(string? value) =>
        value?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
}
