namespace AwsSsoCredentials.Profiles;

/// <summary>Finds what a misspelt name was probably meant to be.</summary>
internal static class NearestName
{
    /// <summary>Finds the nearest name.</summary>
    /// <param name="wanted">The name that was not found.</param>
    /// <param name="known">The names there are.</param>
    /// <returns>The nearest by edit distance, case aside; null when none is near.</returns>
    public static string? Find(string wanted, IEnumerable<string> known)
    {
        int limit = Math.Max(1, wanted.Length / 3);
        return known
            .Select(name => (Name: name, Distance: Distance(wanted.ToUpperInvariant(), name.ToUpperInvariant())))
            .Where(one => one.Distance <= limit)
            .OrderBy(one => one.Distance)
            .Select(one => one.Name)
            .FirstOrDefault();
    }

    // Levenshtein, one row at a time.
    private static int Distance(string left, string right)
    {
        int[] row = [.. Enumerable.Range(0, right.Length + 1)];
        for (int i = 1; i <= left.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                int replaced = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
