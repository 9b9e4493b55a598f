using AwsSsoCredentials.Ini;

namespace AwsSsoCredentials.Tests.Ini;

public sealed class IniDocumentTests
{
    [Fact]
    public void Rendering_gives_the_bytes_of_any_generated_file_back()
    {
        for (int seed = 0; seed < 5000; seed++)
        {
            byte[] content = DocumentGenerator.Make(seed);
            Assert.True(content.AsSpan().SequenceEqual(IniDocument.Parse(content).Render()), $"seed {seed}");
        }
    }

    [Fact]
    public void Rendering_gives_any_bytes_at_all_back()
    {
        byte[] alphabet = [.. "[]=:#; \t\r\n\r\nab\"'\\%"u8, 0, 0xFF, 0xEF, 0xBB, 0xBF, 0xC3, 0xBC, 0x85];
        for (int seed = 0; seed < 5000; seed++)
        {
            var random = new Random(seed);
            byte[] content = random.GetItems(alphabet, random.Next(0, 200));
            Assert.True(content.AsSpan().SequenceEqual(IniDocument.Parse(content).Render()), $"seed {seed}");
        }
    }
}
