using System.Globalization;
using System.Reflection;
using System.Text;
using Amazon.Runtime.CredentialManagement;
using AwsSsoCredentials.Credentials;
using AwsSsoCredentials.Ini;
using AwsSsoCredentials.Tests.Files;
using AwsSsoCredentials.Tests.Ini;
using Xunit.Abstractions;

namespace AwsSsoCredentials.Tests.Credentials;

/// <summary>
/// Generated files, sound and broken ones. What a reader could read before an edit it can read afterwards, and it sees the new keys and all
/// else unchanged.
/// </summary>
public sealed class GeneratedFilesTests(GeneratedEdits edits, ITestOutputHelper output) : IClassFixture<GeneratedEdits>
{
    private const string Target = DocumentGenerator.Target;

    // The region is written only where there was none.
    private static readonly string[] Written = [.. CredentialsKeys.Written.Where(key => key != CredentialsKeys.Region)];
    private static readonly string[] Edited = [.. Written, .. CredentialsKeys.Stale];

    [Fact]
    public void Every_line_of_other_sections_stays_byte_for_byte() => edits.ForEach((before, after) =>
    {
        string old = Foreign(before);
        string now = Foreign(after);
        Assert.StartsWith(old, now, StringComparison.Ordinal);
        Assert.Equal("", now[old.Length..].Trim('\r', '\n')); // a last newline and the blank line before a new section
    });

    [Fact]
    public void Every_line_of_the_section_outside_the_edited_keys_stays() => edits.ForEach((before, after) =>
    {
        List<IniLine> old = Own(before);
        List<IniLine> now = Own(after);
        bool hadRegion = old.Exists(line => IniKeys.Names(line, CredentialsKeys.Region));
        now.RemoveAll(line => line.Kind == IniLineKind.Property && (Written.Contains(line.Name) || (!hadRegion && line.Name == CredentialsKeys.Region)));
        int at = 0;
        for (int i = 0; i < old.Count; i++)
        {
            if (at < now.Count && (Body(old[i]) == Body(now[at]) || IsSameComment(old[i], now[at])))
            {
                at++;
                continue;
            }

            string key = old[i].Text.Split('=', ':')[0].Trim();
            bool isEdited = Edited.Contains(key, StringComparer.OrdinalIgnoreCase);
            bool isContinuation = old[i].Text.Length > 0 && old[i].Text[0] is ' ' or '\t';
            bool isRepeated = old.Count(line => line.Name.Equals(key, StringComparison.OrdinalIgnoreCase)) > 1;
            Assert.True(isEdited || isContinuation || isRepeated, $"{old[i]} is gone");
        }

        Assert.Equal(now.Count, at);
    });

    // Of all that the readers see something must be left to compare.
    [Fact]
    public void Most_files_hold_other_profiles_and_many_the_target_already()
    {
        int others = 0;
        int targets = 0;
        edits.ForEach((before, _) =>
        {
            string[] names = [.. IniDocument.Parse(before).Sections().Select(section => section.Name)];
            others += names.Any(name => name != Target) ? 1 : 0;
            targets += names.Contains(Target) ? 1 : 0;
        });
        Assert.InRange(others, GeneratedEdits.Documents / 2, GeneratedEdits.Documents);
        Assert.InRange(targets, GeneratedEdits.Documents / 5, GeneratedEdits.Documents);
    }

    [Fact]
    public void Botocore_sees_the_new_keys_and_all_else_unchanged()
    {
        int readable = 0;
        edits.ForEach((before, after) => readable += Compare(BotocoreReader.Read(before), BotocoreReader.Read(after)));
        Assert.True(readable > GeneratedEdits.Documents / 2, $"only {readable} files were readable");
    }

    [Fact]
    public void The_cross_sdk_specification_sees_the_new_keys_and_all_else_unchanged()
    {
        int readable = 0;
        edits.ForEach((before, after) => readable += Compare(CrossSdkReader.Read(before), CrossSdkReader.Read(after)));
        Assert.True(readable > GeneratedEdits.Documents / 2, $"only {readable} files were readable");
    }

    [Fact]
    public void The_dotnet_sdk_sees_the_new_keys_and_all_else_unchanged()
    {
        using var folder = new TemporaryFolder();
        string path = folder.At("credentials");
        int readable = 0;
        edits.ForEach((before, after) => readable += Compare(ReadBySdk(path, before), ReadBySdk(path, after), HidesLines(before), IsRepeated(before)), every: 3);
        Assert.True(readable > GeneratedEdits.Documents / 6, $"only {readable} files were readable");
    }

    [Fact]
    public void Few_files_are_refused()
    {
        output.WriteLine(edits.Seeds);
        Assert.InRange(edits.Accepted, GeneratedEdits.Documents * 9 / 10, GeneratedEdits.Documents);
    }

    [Fact]
    public void Writing_the_same_again_changes_nothing() => edits.ForEach((_, after) =>
    {
        CredentialsEdit again = new CredentialsEdit("credentials", IniDocument.Parse(after), _ => ConfigNamesake.None)
            .Write([new CredentialsWrite(Sample.Credentials(), Target, Overwrite: false)]);
        Assert.Null(again.Refusals[0]);
        Assert.Equal(after, again.Document.Render());
    });

    // To the .NET SDK a key with an empty value takes all indented lines below it; when it gets a value they are keys again, as they always
    // were to the others.
    private static bool HidesLines(byte[] content) => Own(content)
        .Exists(line => line.Kind == IniLineKind.Property && line.Value.Length == 0 && Edited.Contains(line.Name, StringComparer.OrdinalIgnoreCase));

    // To the .NET SDK `[ dev ]` is another profile than `[dev]`; both end as one.
    private static bool IsRepeated(byte[] content) => IniDocument.Parse(content).Sections().Count(section => section.Name == Target) > 1;

    // 1 when the reader could read the file before.
    private static int Compare(
        Dictionary<string, Dictionary<string, string>>? before,
        Dictionary<string, Dictionary<string, string>>? after,
        bool mayReveal = false,
        bool isRepeated = false)
    {
        if (before is null)
        {
            return 0;
        }

        Assert.NotNull(after);
        Assert.Equal(Others(before), Others(after));
        Dictionary<string, string> now = Assert.Single(after, pair => pair.Key.Trim() == Target).Value;
        Assert.Equal(
            ("ASIAIOSFODNN7EXAMPLE", Sample.Secret, Sample.Token),
            (now[CredentialsKeys.AccessKeyId], now[CredentialsKeys.SecretAccessKey], now[CredentialsKeys.SessionToken]));
        Assert.DoesNotContain(CredentialsKeys.SecurityToken, now.Keys);
        if (!isRepeated && before.Count(pair => pair.Key.Trim() == Target) == 1)
        {
            Dictionary<string, string> old = before.Single(pair => pair.Key.Trim() == Target).Value;
            if (!old.Keys.Contains(CredentialsKeys.Region, StringComparer.OrdinalIgnoreCase))
            {
                now.Remove(CredentialsKeys.Region);
            }

            string[] rest = Rest(old);
            Assert.Equal(rest, mayReveal ? [.. Rest(now).Intersect(rest)] : Rest(now));
        }

        return 1;
    }

    private static string[] Others(Dictionary<string, Dictionary<string, string>> profiles) =>
        [.. profiles.Where(pair => pair.Key.Trim() != Target)
            .Select(pair => pair.Key + ": " + string.Join(", ", pair.Value.Select(Text).Order(StringComparer.Ordinal)))
            .Order(StringComparer.Ordinal)];

    private static string[] Rest(Dictionary<string, string> profile) =>
        [.. profile.Where(item => !Edited.Contains(item.Key.Split(':')[0].Trim(), StringComparer.OrdinalIgnoreCase)).Select(Text).Order(StringComparer.Ordinal)];

    // Keys have no case: of two that differ in nothing else the last counts.
    private static string Text(KeyValuePair<string, string> item) => $"{item.Key.ToLowerInvariant()}={item.Value}";

    private static Dictionary<string, Dictionary<string, string>>? ReadBySdk(string path, byte[] content)
    {
        File.WriteAllBytes(path, content);
        try
        {
            var file = new SharedCredentialsFile(path);
            var profiles = new Dictionary<string, Dictionary<string, string>>();
            foreach (string name in DocumentGenerator.Names)
            {
                // Not by listing: the SDK lists only profiles that it knows how to use.
                if (file.TryGetProfile(name, out CredentialProfile profile))
                {
                    profiles[name] = Properties(profile);
                }
            }

            return profiles;
        }
        catch (Exception error) when (error is InvalidDataException or Amazon.Runtime.AmazonClientException)
        {
            return null;
        }
    }

    // Whatever the SDK makes of a profile, the three keys under their names in the file.
    private static Dictionary<string, string> Properties(CredentialProfile profile)
    {
        var properties = new Dictionary<string, string>();
        foreach (PropertyInfo property in typeof(CredentialProfileOptions).GetProperties())
        {
            if (Convert.ToString(property.GetValue(profile.Options), CultureInfo.InvariantCulture) is { Length: > 0 } value)
            {
                properties[property.Name switch
                {
                    nameof(CredentialProfileOptions.AccessKey) => CredentialsKeys.AccessKeyId,
                    nameof(CredentialProfileOptions.SecretKey) => CredentialsKeys.SecretAccessKey,
                    nameof(CredentialProfileOptions.Token) => CredentialsKeys.SessionToken,
                    _ => property.Name,
                }] = value;
            }
        }

        if (profile.Region is { } region)
        {
            properties["region"] = region.SystemName;
        }

        return properties;
    }

    private static string Foreign(byte[] content)
    {
        IniDocument document = IniDocument.Parse(content);
        var text = new StringBuilder(document.HasByteOrderMark ? "BOM" : "");
        bool isForeign = true;
        foreach (IniLine line in document.Lines)
        {
            isForeign = line.IsBrokenHeader || (line.Kind == IniLineKind.Header ? line.Name != Target : isForeign);
            text.Append(isForeign ? Encoding.Latin1.GetString(line.Raw.Span) : "");
        }

        return text.ToString();
    }

    private static List<IniLine> Own(byte[] content) =>
        [.. IniDocument.Parse(content).Sections().Where(section => section.Name == Target).SelectMany(section => section.Lines)];

    private static string Body(IniLine line) => Encoding.Latin1.GetString(line.Raw.Span).TrimEnd('\r', '\n');

    private static bool IsSameComment(IniLine old, IniLine now) =>
        old.Kind == IniLineKind.Comment && now.Kind == IniLineKind.Comment && Body(old).TrimStart() == Body(now).TrimStart();
}
