using System.Text;
using AwsSsoCredentials.Credentials;
using AwsSsoCredentials.Ini;
using AwsSsoCredentials.Tests.Ini;

namespace AwsSsoCredentials.Tests.Credentials;

/// <summary>Thousands of generated files, some the same in every run and some new, and what becomes of each when one profile is written into it.</summary>
public sealed class GeneratedEdits
{
    internal const int Documents = Same + New;

    private const int Same = 3000;
    private const int New = 3000;

    private readonly int _newFrom = Random.Shared.Next(Same, int.MaxValue - New);

    private readonly List<(int Seed, byte[] Before, byte[] After)> _accepted = [];

    public GeneratedEdits()
    {
        foreach (int seed in Enumerable.Range(0, Same).Concat(Enumerable.Range(_newFrom, New)))
        {
            byte[] before = DocumentGenerator.Make(seed);
            CredentialsEdit edit = new CredentialsEdit("credentials", IniDocument.Parse(before), _ => ConfigNamesake.None)
                .Write([new CredentialsWrite(Sample.Credentials(), DocumentGenerator.Target, Overwrite: true)]);
            if (edit.Refusals[0] is null)
            {
                _accepted.Add((seed, before, edit.Document.Render()));
            }
        }
    }

    internal int Accepted => _accepted.Count;

    internal string Seeds => FormattableString.Invariant($"seeds 0 to {Same - 1} and {_newFrom} to {_newFrom + New - 1}: {Accepted} of {Documents} edits accepted");

    /// <summary>Runs a check on each file whose edit was accepted; a failure names the seed and shows the file.</summary>
    /// <param name="check">Gets the file before and after.</param>
    /// <param name="every">1 for all files, 2 for every second …, where a check takes its time.</param>
    internal void ForEach(Action<byte[], byte[]> check, int every = 1)
    {
        foreach ((int seed, byte[] before, byte[] after) in _accepted.Where(file => file.Seed % every == 0))
        {
            try
            {
                check(before, after);
            }
            catch (Exception error)
            {
                throw new InvalidOperationException($"seed {seed}: {error.Message}\nbefore {Show(before)}\nafter  {Show(after)}", error);
            }
        }
    }

    private static string Show(byte[] content) => Encoding.Latin1.GetString(content)
        .Replace("\r", "\\r", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("\0", "\\0", StringComparison.Ordinal);
}
