using System.Security.Cryptography;
using AwsSsoCredentials.Credentials;

namespace AwsSsoCredentials.Tests.Credentials;

public class PlainSha256Tests
{
    [Fact]
    public void It_is_what_dotNET_makes_of_messages_of_all_lengths()
    {
        var random = new Random(1);
        for (int length = 0; length <= 1000; length++)
        {
            byte[] message = new byte[length];
            random.NextBytes(message);

            Assert.Equal(SHA256.HashData(message), PlainSha256.Hash(message));
        }
    }
}
