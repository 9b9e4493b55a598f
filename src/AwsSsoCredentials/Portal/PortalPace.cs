using AwsSsoCredentials.Services.Resilience;

namespace AwsSsoCredentials.Portal;

/// <summary>How fast a portal is asked many things, and how often again.</summary>
/// <param name="Time">The clock.</param>
/// <param name="RequestsPerSecond">How many requests a second there may be; 0 for no limit.</param>
/// <param name="Policy">When and how often requests are repeated. Its deadline is also the longest pause that the portal may ask for.</param>
internal sealed record PortalPace(TimeProvider Time, double RequestsPerSecond, RetryPolicy Policy)
{
    /// <summary>Makes what spaces the requests to one portal.</summary>
    /// <param name="expectedRequests">How many there will be in all, if that is known.</param>
    public RequestPacer NewPacer(int? expectedRequests) => new(Time, RequestsPerSecond, expectedRequests) { Patience = Policy.Deadline };
}
