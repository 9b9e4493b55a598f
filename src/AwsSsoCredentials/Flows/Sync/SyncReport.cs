using System.Text;

namespace AwsSsoCredentials.Flows.Sync;

/// <summary>Says what became of a batch: progress while it runs, a table and a summary at its end.</summary>
/// <param name="rooms">The rooms.</param>
internal sealed class SyncReport(FlowRooms rooms)
{
    private const int NamedErrors = 5;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);
    private static readonly string[] Heading = ["profile", "target", "account", "role", "valid for", ""];

    private readonly Lock _lock = new();
    private long _reportedAt = rooms.Time.GetTimestamp();
    private int _done;
    private int _failed;

    /// <summary>Notes that one of the requests is answered, and says so every few seconds.</summary>
    public void Progress(SyncItem item, int total)
    {
        lock (_lock)
        {
            _done++;
            _failed += item.Error is null ? 0 : 1;
            if (_done < total && rooms.Time.GetElapsedTime(_reportedAt) >= Interval)
            {
                _reportedAt = rooms.Time.GetTimestamp();
                rooms.Log.Information(FormattableString.Invariant(
                    $"{_done} of {total} temporary credentials asked for{(_failed == 0 ? "" : FormattableString.Invariant($", {_failed} in vain"))}."));
            }
        }
    }

    /// <summary>Lists all items, and the reasons of failures where they are more than fit into the summary, or none follows.</summary>
    public void Table(IReadOnlyList<SyncItem> items, bool hasSummary)
    {
        DateTimeOffset now = rooms.Time.GetUtcNow();
        List<string[]> rows = [Heading, .. items.Select(item => Row(item, now))];
        int[] widths = [.. Enumerable.Range(0, Heading.Length).Select(column => rows.Max(row => row[column].Length))];
        foreach (string[] row in rows)
        {
            var line = new StringBuilder();
            for (int column = 0; column < row.Length; column++)
            {
                line.Append(row[column].PadRight(widths[column] + 2));
            }

            rooms.Log.Information(line.ToString().TrimEnd());
        }

        List<string> reasons = Reasons(items);
        if (!hasSummary || reasons.Count > NamedErrors)
        {
            reasons.ForEach(rooms.Log.Warning);
        }
    }

    /// <summary>Makes the error that ends a batch; each reason stands there once, however many profiles share it.</summary>
    public static SsoSyncException Summary(IReadOnlyList<SyncItem> items)
    {
        int failed = items.Count(item => item.Error is not null);
        int notRun = items.Count(item => item.Status == CredentialsProfileSyncStatus.NotRun);
        List<string> reasons = Reasons(items);
        var text = new StringBuilder();
        text.Append(FormattableString.Invariant($"{failed} of {items.Count} profiles failed"));
        text.Append(notRun == 0 ? ": " : FormattableString.Invariant($", {notRun} did not have their turn: "));
        text.AppendJoin(" | ", reasons.Take(NamedErrors));
        if (reasons.Count > NamedErrors)
        {
            text.Append(FormattableString.Invariant($" | and {reasons.Count - NamedErrors} more reasons, see the warnings above."));
        }

        return new SsoSyncException(
            text.ToString(), [.. items.Select(item => item.ToResult())], items.First(item => item.Error is not null).Error);
    }

    private static List<string> Reasons(IReadOnlyList<SyncItem> items) =>
    [
        .. items.Where(item => item.Error is not null)
            .GroupBy(item => item.Error!.Message, StringComparer.Ordinal)
            .Select(reason => $"{Names([.. reason])}: {reason.Key}"),
    ];

    private static string Names(List<SyncItem> items) => items.Count <= 3
        ? string.Join(", ", items.Select(item => item.Name))
        : FormattableString.Invariant($"{items[0].Name}, {items[1].Name} and {items.Count - 2} more");

    private static string[] Row(SyncItem item, DateTimeOffset now) =>
    [
        item.Name,
        item.Target ?? "-",
        item.Profile?.AccountId ?? "-",
        item.Profile?.RoleName ?? "-",
        item is { Credentials: { } credentials, Error: null } ? CredentialsLifetime.Left(credentials, now) : "-",
        item.Status switch
        {
            CredentialsProfileSyncStatus.Written => "written",
            CredentialsProfileSyncStatus.StillValid => "still valid",
            CredentialsProfileSyncStatus.NotRun => "not run",
            _ => "failed",
        },
    ];
}
