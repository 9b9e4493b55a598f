using System.Text;
using Cake.AwsSsoCredentials.Credentials;
using Cake.AwsSsoCredentials.Ini;
using Cake.AwsSsoCredentials.Tests.Ini;

namespace Cake.AwsSsoCredentials.Tests.Credentials;

/// <summary>Thousands of generated files, and what becomes of each when one profile is written into it.</summary>
public sealed class GeneratedEdits
{
    internal const int Documents = 4000;

    private readonly List<(int Seed, byte[] Before, byte[] After)> _accepted = [];

    public GeneratedEdits()
    {
        for (int seed = 0; seed < Documents; seed++)
        {
            byte[] before = DocumentGenerator.Make(seed);
            CredentialsEdit edit = new CredentialsEdit("credentials", IniDocument.Parse(before))
                .Write([new CredentialsWrite(Sample.Credentials(), DocumentGenerator.Target, Overwrite: true)]);
            if (edit.Refusals[0] is null)
            {
                _accepted.Add((seed, before, edit.Document.Render()));
            }
        }
    }

    internal int Accepted => _accepted.Count;

    /// <summary>Runs a check on each file whose edit was accepted; a failure names the seed and shows the file.</summary>
    internal void ForEach(Action<byte[], byte[]> check)
    {
        foreach ((int seed, byte[] before, byte[] after) in _accepted)
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
