using System.Runtime.ExceptionServices;
using AwsSsoCredentials.Credentials;
using AwsSsoCredentials.Portal;
using AwsSsoCredentials.Services.Resilience;

namespace AwsSsoCredentials.Flows.Sync;

/// <summary>
/// SyncCredentialsProfiles: many profiles at once. What is still valid is kept, the rest is asked for concurrently with one token a session,
/// and all of it is written in one go.
/// </summary>
internal sealed class SyncFlow(FlowRooms rooms)
{
    // More than for a single request: the others of the batch would only meet the same crowd.
    private const int MaxThrottledAttempts = 20;

    private static readonly TimeSpan MaxPause = TimeSpan.FromSeconds(5);

    private readonly SyncReport _report = new(rooms);

    /// <summary>Syncs.</summary>
    /// <param name="settings">What is wanted.</param>
    /// <param name="cancellationToken">Ends the batch; what was obtained until then is written.</param>
    /// <returns>What became of each, in the order they were asked for.</returns>
    /// <exception cref="SsoSyncException">Some failed.</exception>
    /// <exception cref="SsoException">In all its kinds: the batch could not begin.</exception>
    public async Task<IReadOnlyList<CredentialsProfileSyncResult>> RunAsync(
        SyncCredentialsProfilesSettings settings, CancellationToken cancellationToken)
    {
        SyncPlanner.Check(settings);
        using var deadline = new CancellationTokenSource(settings.Timeout, rooms.Time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        using PortalSessions portals = rooms.Portals(PaceOf(settings));
        IReadOnlyList<SsoRole> found = settings.RoleFilter is { } filter
            ? await FindRolesAsync(filter, settings, portals, cancellationToken, stop.Token).ConfigureAwait(false)
            : [];
        IReadOnlyList<SyncItem> items = new SyncPlanner(rooms).Plan(settings, found);
        CredentialsFile file = rooms.CredentialsFile;
        Prepare(items, file, settings);
        ExceptionDispatchInfo? defect = null;
        if (settings.ContinueOnError || items.All(item => item.Error is null))
        {
            defect = await FetchAsync(items, settings, portals, stop).ConfigureAwait(false);
            if (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
            {
                NoteTimeout(items, settings.Timeout);
            }

            Write(items, file, settings);
        }

        bool hasSummary = defect is null && !cancellationToken.IsCancellationRequested;
        _report.Table(items, hasSummary);
        defect?.Throw();
        cancellationToken.ThrowIfCancellationRequested();
        return items.Any(item => item.Error is not null) ? throw SyncReport.Summary(items) : [.. items.Select(item => item.ToResult())];
    }

    private async Task<IReadOnlyList<SsoRole>> FindRolesAsync(
        SsoRoleFilter filter,
        SyncCredentialsProfilesSettings settings,
        PortalSessions portals,
        CancellationToken cancellationToken,
        CancellationToken stop)
    {
        try
        {
            IReadOnlyList<SsoRole> roles = await new DiscoveryFlow(rooms)
                .GetRolesAsync(filter, portals, settings.Concurrency, stop).ConfigureAwait(false);
            return roles.Count > 0
                ? roles
                : throw new SsoConfigurationException(
                    "No role that you hold passes the RoleFilter: correct its Accounts and Roles, or ask whoever manages IAM Identity Center.");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new SsoServiceException(
                $"The roles of the session were not listed within {Minutes(settings.Timeout)}: raise Timeout, or check the network.");
        }
    }

    /// <summary>Keeps what is still valid, and refuses what could not be written anyway, before anybody is asked for it.</summary>
    private void Prepare(IReadOnlyList<SyncItem> items, CredentialsFile file, SyncCredentialsProfilesSettings settings)
    {
        List<SyncItem> sound = [.. items.Where(item => item is { Error: null })];
        IReadOnlyDictionary<string, StoredCredentials> stored = file.ReadMany(sound.Select(item => item.Target!));
        DateTimeOffset now = rooms.Time.GetUtcNow();
        foreach (SyncItem item in sound)
        {
            StoredCredentials? standing = stored.GetValueOrDefault(item.Target!);
            item.Credentials = ReusableCredentials.Find(standing, item.Profile!, settings.MinimumLifetime, now, rooms.Log);
            item.IsReused = item.Credentials is not null;
            item.Error = item.IsReused ? null : file.Refusal(
                item.Target!,
                standing,
                KeepsOthers(item, settings) ? new CredentialsOwner(item.Profile!.AccountId, item.Profile.RoleName, item.Profile.Session.Key) : null);
        }
    }

    /// <returns>What went wrong beyond all that is foreseen; it goes on when the keys that were obtained are written.</returns>
    private async Task<ExceptionDispatchInfo?> FetchAsync(
        IReadOnlyList<SyncItem> items, SyncCredentialsProfilesSettings settings, PortalSessions portals, CancellationTokenSource stop)
    {
        List<SyncItem> wanted = [.. items.Where(item => item is { Error: null, Credentials: null })];
        if (wanted.Count == 0)
        {
            return null;
        }

        Assign(wanted, portals);
        if (wanted.RemoveAll(item => item.Error is not null) > 0 && !settings.ContinueOnError)
        {
            return null;
        }

        try
        {
            await Parallel.ForEachAsync(
                wanted,
                new ParallelOptions { MaxDegreeOfParallelism = settings.Concurrency, CancellationToken = stop.Token },
                (item, cancellationToken) => FetchAsync(item, wanted.Count, settings, stop, cancellationToken)).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // What was obtained until now is written all the same; whoever cancelled is told afterwards.
        }
#pragma warning disable CA1031 // Nothing is swallowed: it is thrown when the keys that were obtained are written.
        catch (Exception defect)
        {
            return ExceptionDispatchInfo.Capture(defect);
        }
#pragma warning restore CA1031

        return null;
    }

    /// <summary>Says which portal is asked for which item; nothing is opened yet. What is wrong with the endpoint of one is noted on it.</summary>
    private static void Assign(List<SyncItem> wanted, PortalSessions portals)
    {
        foreach (SyncItem item in wanted)
        {
            try
            {
                item.Portal = portals.Of(item.Profile!.Session, item.Profile.ConfiguredName);
            }
            catch (SsoConfigurationException error)
            {
                item.Error = error;
            }
        }

        foreach (IGrouping<PortalSession?, SyncItem> group in wanted.GroupBy(item => item.Portal))
        {
            group.Key?.ExpectedRequests = group.Count();
        }
    }

    private async ValueTask FetchAsync(
        SyncItem item,
        int total,
        SyncCredentialsProfilesSettings settings,
        CancellationTokenSource stop,
        CancellationToken cancellationToken)
    {
        try
        {
            SsoCredentials credentials = await item.Portal!.GetCredentialsAsync(item.Profile!, cancellationToken).ConfigureAwait(false);
            CredentialsLifetime.Require(credentials, item.Profile!.Subject, settings.MinimumLifetime, rooms.Time.GetUtcNow(), rooms.Log);
            item.Credentials = credentials;
        }
        catch (SsoException error)
        {
            item.Error = error;
            if (!settings.ContinueOnError)
            {
                await stop.CancelAsync().ConfigureAwait(false);
            }
        }

        _report.Progress(item, total);
    }

    private static void NoteTimeout(IReadOnlyList<SyncItem> items, TimeSpan timeout)
    {
        foreach (SyncItem item in items.Where(item => item.Status == CredentialsProfileSyncStatus.NotRun))
        {
            item.Error = new SsoServiceException(
                $"The batch was not done within {Minutes(timeout)}: raise Timeout, or name fewer profiles. --verbosity=verbose shows what held it up.");
        }
    }

    private void Write(IReadOnlyList<SyncItem> items, CredentialsFile file, SyncCredentialsProfilesSettings settings)
    {
        List<SyncItem> written = [.. items.Where(item => item.Status == CredentialsProfileSyncStatus.Written)];
        if (written.Count == 0)
        {
            return;
        }

        rooms.Log.Information($"Credentials file ready to be rewritten: {file.Path}, {Profiles(written)}.");
        try
        {
            // Not cancelled: the keys are there, and the file is written in a moment.
            IReadOnlyList<SsoException?> refusals = file.WriteMany(
                [.. written.Select(item => new CredentialsWrite(item.Credentials!, item.Target!, Overwrite: false, KeepsOthers(item, settings)))],
                CancellationToken.None);
            for (int i = 0; i < written.Count; i++)
            {
                written[i].Error = refusals[i];
            }
        }
        catch (SsoException error)
        {
            written.ForEach(item => item.Error = error);
            return;
        }

        written.RemoveAll(item => item.Error is not null);
        if (written.Count > 0)
        {
            rooms.Log.Information($"{file.Path} credentials file written: {Profiles(written)}.");
        }
    }

    private static string Profiles(List<SyncItem> items) => FormattableString.Invariant($"{items.Count} profile{(items.Count == 1 ? "" : "s")}");

    // Looked at before anybody is asked for keys, and again under the file's lock.
    private static bool KeepsOthers(SyncItem item, SyncCredentialsProfilesSettings settings) => item.IsNamedByPortal && !settings.ReplaceOtherRoles;

    private PortalPace PaceOf(SyncCredentialsProfilesSettings settings) => new(
        rooms.Time,
        settings.RequestsPerSecond,
        new RetryPolicy(rooms.Time, log: rooms.Log)
        {
            MaxThrottledAttempts = MaxThrottledAttempts,
            MaxPause = MaxPause,
            Deadline = settings.Timeout,
        });

    private static string Minutes(TimeSpan time) => FormattableString.Invariant($"{time.TotalMinutes:0.##} minutes");
}
