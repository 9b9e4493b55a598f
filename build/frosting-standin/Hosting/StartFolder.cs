using Cake.Core.IO;

namespace Cake.Frosting.Hosting;

/// <summary>The folder that the build asked to run in.</summary>
internal sealed record StartFolder(DirectoryPath Path);
