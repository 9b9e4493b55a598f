using System.Diagnostics;
using System.IO.Compression;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace EndToEnd.Support;

/// <summary>What holds for each package of the project: version, origin, and no trace of the machine that packed it.</summary>
internal static class PackageFacts
{
    public static void AssertDllsHaveVersion(string package, string file, string assembly, int count)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("package-facts-");
        try
        {
            ZipFile.ExtractToDirectory(package, folder.FullName);
            string[] dlls = [.. Directory.GetFiles(folder.FullName, "*.dll", SearchOption.AllDirectories).Where(IsOurs)];

            Assert.Equal(count, dlls.Length);
            Assert.All(dlls, dll => Assert.Equal(file, FileVersionInfo.GetVersionInfo(dll).FileVersion));
            Assert.All(dlls, dll => Assert.Equal(assembly, AssemblyName.GetAssemblyName(dll).Version?.ToString()));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The commit of the checkout, which a source archive does not have, and nothing empty.</summary>
    public static async Task AssertOriginAsync(string package)
    {
        using ZipArchive archive = ZipFile.OpenRead(package);
        using Stream manifest = archive.Entries.Single(entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
        XElement[] metadata = [.. XDocument.Load(manifest).Root!.Elements().Single(element => element.Name.LocalName == "metadata").Elements()];
        XElement? repository = metadata.SingleOrDefault(element => element.Name.LocalName == "repository");

        Assert.Equal(await CommitAsync(), repository?.Attribute("commit")?.Value);
        Assert.DoesNotContain(metadata.SelectMany(element => element.Attributes()), attribute => attribute.Value.Length == 0);
        Assert.DoesNotContain(metadata, element => element is { HasAttributes: false, HasElements: false, Value: "" });
        Assert.DoesNotContain(metadata, element => element.Name.LocalName == "projectUrl");
        Assert.Null(repository?.Attribute("url"));
    }

    public static void AssertNoBuildPath(string package, int symbols)
    {
        string[] named =
        [
            .. Contents(package, ".dll").SelectMany(PathsOfDebugData),
            .. Contents(package, ".pdb").SelectMany(PathsOfSources),
        ];
        byte[][] symbolFiles = [.. Contents(Path.ChangeExtension(package, "snupkg"), ".pdb")];

        Assert.Equal(symbols, symbolFiles.Length);
        Assert.All(named.Concat(symbolFiles.SelectMany(PathsOfSources)), path => Assert.StartsWith("/_", path, StringComparison.Ordinal));
        Assert.NotEmpty(named);
    }

    private static IEnumerable<byte[]> Contents(string package, string extension)
    {
        using ZipArchive archive = ZipFile.OpenRead(package);
        foreach (ZipArchiveEntry entry in archive.Entries.Where(entry => IsOurs(entry.Name) && entry.Name.EndsWith(extension, StringComparison.Ordinal)))
        {
            using Stream stream = entry.Open();
            using var content = new MemoryStream();
            stream.CopyTo(content);
            yield return content.ToArray();
        }
    }

    private static IEnumerable<string> PathsOfDebugData(byte[] dll)
    {
        using var reader = new PEReader(new MemoryStream(dll));
        return
        [
            .. from entry in reader.ReadDebugDirectory()
               where entry.Type == DebugDirectoryEntryType.CodeView
               select reader.ReadCodeViewDebugDirectoryData(entry).Path,
        ];
    }

    private static IEnumerable<string> PathsOfSources(byte[] pdb)
    {
        using var provider = MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(pdb));
        MetadataReader reader = provider.GetMetadataReader();
        return [.. reader.Documents.Select(document => reader.GetString(reader.GetDocument(document).Name))];
    }

    private static bool IsOurs(string path) => !Path.GetFileName(path).StartsWith("AWSSDK.", StringComparison.Ordinal);

    private static async Task<string?> CommitAsync()
    {
        if (!Path.Exists(Repository.PathOf(".git")))
        {
            return null;
        }

        ProcessResult result = await ChildProcess.RunAsync("git", ["rev-parse", "HEAD"], Repository.Root);
        Assert.True(result.ExitCode == 0, result.All);
        return result.Output.Trim();
    }
}
