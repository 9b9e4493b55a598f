// Where things are. All paths are absolute.
public static class Paths
{
    public static DirectoryPath Root { get; private set; }

    public static DirectoryPath Artifacts => Root.Combine("artifacts");

    public static FilePath Solution => Root.CombineWithFilePath("Cake.AwsSsoCredentials.sln");

    public static FilePath AddIn => Root.CombineWithFilePath("src/Cake.AwsSsoCredentials/Cake.AwsSsoCredentials.csproj");

    public static FilePath Frosting => Root.CombineWithFilePath("src/Cake.Frosting.AwsSsoCredentials/Cake.Frosting.AwsSsoCredentials.csproj");

    public static FilePath Emulator => Root.CombineWithFilePath("src/IdentityCenterEmulator/IdentityCenterEmulator.csproj");

    public static FilePath EmulatorTool => Root.CombineWithFilePath("src/IdentityCenterEmulator.Tool/IdentityCenterEmulator.Tool.csproj");

    public static DirectoryPath BrowserTests => Root.Combine("tests/EndToEnd.Browser");

    public static DirectoryPath InterchangeTests => Root.Combine("tests/EndToEnd.Interchange");

    public static DirectoryPath Benchmarks => Root.Combine("benchmarks");

    public static void Init(ICakeContext context) => Root = context.MakeAbsolute(context.Directory("."));
}

Paths.Init(Context);
