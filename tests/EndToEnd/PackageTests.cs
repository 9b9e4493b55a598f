using System.IO.Compression;
using System.Xml.Linq;
using EndToEnd.Support;

namespace EndToEnd;

[Collection(PackedAddInGroup.Name)]
public class PackageTests(PackedAddIn addIn)
{
    [Fact]
    public void The_add_in_and_the_core_stand_in_lib_and_AWSSDK_beside_it()
    {
        using ZipArchive package = ZipFile.OpenRead(addIn.Package);
        string[] dlls = [.. package.Entries.Select(entry => entry.FullName).Where(name => name.EndsWith(".dll", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

        Assert.Equal(
            [
                "lib/net10.0/AwsSsoCredentials.dll",
                "lib/net10.0/Cake.AwsSsoCredentials.dll",
                "sdk/net10.0/AWSSDK.Core.dll",
                "sdk/net10.0/AWSSDK.SSO.dll",
                "sdk/net10.0/AWSSDK.SSOOIDC.dll",
                "sdk/net10.0/AWSSDK.SecurityToken.dll",
                "sdk/net10.0/AwsSsoCredentials.Services.dll",
            ],
            dlls);
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("icon.png")]
    [InlineData("THIRD-PARTY-NOTICES.txt")]
    [InlineData("lib/net10.0/Cake.AwsSsoCredentials.xml")]
    [InlineData("lib/net10.0/AwsSsoCredentials.xml")]
    [InlineData("buildTransitive/Cake.AwsSsoCredentials.targets")]
    public void It_carries_what_users_and_lawyers_read(string file)
    {
        using ZipArchive package = ZipFile.OpenRead(addIn.Package);

        Assert.True(package.GetEntry(file) is { Length: > 0 }, $"{file} is missing.");
    }

    [Fact]
    public void Its_manifest_names_licence_icon_readme_tags_and_no_dependency()
    {
        XElement metadata = Manifest();

        Assert.Equal("MIT", Value(metadata, "license"));
        Assert.Equal("icon.png", Value(metadata, "icon"));
        Assert.Equal("README.md", Value(metadata, "readme"));
        Assert.Contains("cake-addin", Value(metadata, "tags").Split(' '));
        Assert.DoesNotContain(metadata.Descendants(), element => element.Name.LocalName == "dependency");
    }

    [Fact]
    public void Its_symbols_come_in_a_package_of_their_own()
    {
        using ZipArchive symbols = ZipFile.OpenRead(Path.ChangeExtension(addIn.Package, "snupkg"));

        Assert.NotNull(symbols.GetEntry("lib/net10.0/Cake.AwsSsoCredentials.pdb"));
        Assert.NotNull(symbols.GetEntry("lib/net10.0/AwsSsoCredentials.pdb"));
        Assert.NotNull(symbols.GetEntry("sdk/net10.0/AwsSsoCredentials.Services.pdb"));
    }

    [Fact]
    public void Its_dlls_carry_its_version() => PackageFacts.AssertDllsHaveVersion(addIn.Package, file: "0.12.3", assembly: "0.12.0.0", count: 3);

    [Fact]
    public Task Its_manifest_names_the_commit_and_no_address_while_there_is_none() => PackageFacts.AssertOriginAsync(addIn.Package);

    [Fact]
    public void It_names_no_folder_of_the_machine_that_packed_it() => PackageFacts.AssertNoBuildPath(addIn.Package, symbols: 3);

    private static string Value(XElement metadata, string name) => metadata.Elements().Single(element => element.Name.LocalName == name).Value;

    private XElement Manifest()
    {
        using ZipArchive package = ZipFile.OpenRead(addIn.Package);
        using Stream stream = package.GetEntry("Cake.AwsSsoCredentials.nuspec")!.Open();
        return XDocument.Load(stream).Root!.Elements().Single(element => element.Name.LocalName == "metadata");
    }
}
