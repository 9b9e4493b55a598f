using System.Runtime.ExceptionServices;

namespace AwsSsoCredentials.Tokens;

/// <summary>
/// The access token of one session for many requests: obtained once, obtained again once when the portal refuses it, and when that fails,
/// failed for all.
/// </summary>
/// <param name="obtain">Obtains a token that is not the refused one, which is null at first.</param>
internal sealed class SharedToken(Func<string?, CancellationToken, Task<string>> obtain) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private string? _token;
    private ExceptionDispatchInfo? _failure;

    /// <summary>Gets the token.</summary>
    /// <param name="rejected">A token that the portal refused, or null.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="SsoException">There is none.</exception>
    public async Task<string> GetAsync(string? rejected, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            _failure?.Throw();
            if (_token is null || _token == rejected)
            {
                _token = await obtain(rejected, cancellationToken).ConfigureAwait(false);
            }

            return _token;
        }
        catch (SsoException error)
        {
            _failure ??= ExceptionDispatchInfo.Capture(error);
            throw;
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();
}
