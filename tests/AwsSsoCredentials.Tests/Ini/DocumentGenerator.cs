using System.Text;

namespace AwsSsoCredentials.Tests.Ini;

/// <summary>Makes credentials files as people and tools leave them: mostly sound, sometimes broken. The same seed gives the same file.</summary>
internal sealed class DocumentGenerator
{
    internal const string Target = "dev";

    internal static readonly string[] Names = [Target, "default", "prod", "a-b", "x y", "dev2", "Dev"];

    private static readonly string[] OwnKeys =
    [
        "aws_access_key_id", "aws_secret_access_key", "aws_session_token", "aws_security_token", "x_security_token_expires",
        "x_sso_account_id", "x_sso_access_key_id", "expiration",
    ];

    private static readonly string[] OtherKeys = ["cli_timestamp_format", "output", "cli_pager", "custom_key", "role_session_name", "region"];
    private static readonly string[] Values = ["v", "eu-west-1", "a=b", "x#y", "x # y", "", "\"q\"", "100%", "ü", "A/b+c=="];
    private static readonly string[] Comments = ["# note", "; note", "#", "#aws_access_key_id = AKIAOLD", "  # indented", "\t; indented"];

    private readonly Random _random;
    private readonly List<byte> _bytes = [];
    private readonly string _lineEnd;
    private readonly bool _isMixed;
    private readonly double _mess;

    private DocumentGenerator(int seed)
    {
        _random = new Random(seed);
        _lineEnd = Pick("\n", "\n", "\n", "\r\n", "\r");
        _isMixed = Chance(0.05);
        _mess = Pick(0, 0, 0, 0.02, 0.15);
    }

    /// <summary>Makes one.</summary>
    internal static byte[] Make(int seed) => new DocumentGenerator(seed).Make();

    private byte[] Make()
    {
        if (Chance(_mess))
        {
            _bytes.AddRange([0xEF, 0xBB, 0xBF]);
        }

        Filler();
        var used = new HashSet<string>();
        int sections = _random.Next(0, 6);
        for (int i = 0; i < sections; i++)
        {
            string name = Pick(Names);
            if (used.Add(name) || Chance(_mess))
            {
                Section(name);
            }
        }

        byte[] all = _bytes.ToArray();
        return all.Length > 0 && Chance(0.2) ? all[..^1] : all;
    }

    private void Section(string name)
    {
        string header = $"[{name}]";
        if (Chance(_mess * 2))
        {
            header = Pick($"[ {name} ]", $"  [{name}]", $"[{name}] # c", $"[{name}];c", $"[{name}\t]", $"[{name}] ]", $"[{name}");
        }

        Line(header);
        var used = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        string indent = Chance(0.05 + _mess) ? Pick(" ", "    ", "\t") : "";
        int lines = _random.Next(0, 9);
        for (int i = 0; i < lines; i++)
        {
            string key = Pick(Chance(0.6) ? OwnKeys : OtherKeys);
            if (!used.Add(key) && !Chance(_mess))
            {
                continue;
            }

            Property(indent, Chance(0.1) ? key.ToUpperInvariant() : key);
            Filler();
        }
    }

    private void Property(string indent, string key)
    {
        string separator = Chance(_mess) ? Pick(" : ", ":", ": ") : Pick(" = ", "=", "  =\t");

        // A region that cannot be one makes the .NET SDK refuse the profile, whatever else stands there.
        string value = key.Equals("region", StringComparison.OrdinalIgnoreCase) ? "eu-west-1" : Pick(Values);
        Line(indent + key + separator + value + (Chance(0.05) ? "  " : ""));
        if (Chance(_mess))
        {
            Continuation(indent);
        }
        else if (Chance(0.06))
        {
            Line(indent + "s3" + _random.Next() + " =");
            Line(indent + "  max_concurrent_requests = 20");
            Line(indent + "  " + Pick(OwnKeys) + " = nested");
        }
    }

    private void Continuation(string indent)
    {
        Line(indent + Pick("  more", "\tmore = x", "  # c", "   [dev]", "  [other]", "  " + Pick(OwnKeys) + " = hidden"));
        Filler();
        if (Chance(0.5))
        {
            Line(indent + "  and more");
        }
    }

    private void Filler()
    {
        while (Chance(0.3))
        {
            Line(Pick(Pick(Comments[..4]), Pick(Comments), "", "", " \t"));
        }

        if (Chance(_mess * 0.5))
        {
            Raw(Pick<byte[]>([0], [0xFF, 0xE9], "garbage"u8.ToArray(), "= v"u8.ToArray(), "  stray"u8.ToArray(), "[unclosed"u8.ToArray(), "\f[dev]"u8.ToArray()));
        }
    }

    private void Line(string text) => Raw(Encoding.UTF8.GetBytes(text));

    private void Raw(byte[] text)
    {
        _bytes.AddRange(text);
        _bytes.AddRange(Encoding.UTF8.GetBytes(_isMixed ? Pick("\n", "\r\n", "\r") : _lineEnd));
    }

    private bool Chance(double probability) => _random.NextDouble() < probability;

    private T Pick<T>(params T[] choices) => choices[_random.Next(choices.Length)];
}
