namespace IdentityCenterEmulator.State;

/// <summary>A person's sign-in; its tokens come and go, until it ends with a logout. Guarded by the lock of <see cref="Sessions"/>.</summary>
internal sealed class SignInSession(ClientRegistration client)
{
    public ClientRegistration Client { get; } = client;

    public bool Ended { get; set; }
}
