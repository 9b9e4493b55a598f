using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace IdentityCenterEmulator.Portal;

/// <summary>Which part of a list a call asks for, from <c>max_result</c> and <c>next_token</c>.</summary>
internal readonly record struct PageRequest(string List, int Offset, int Size)
{
    private const int LongestPage = 100;

    /// <param name="query">The query of the call.</param>
    /// <param name="list">The list's name: a token of one list is no good for another.</param>
    /// <param name="pageSize">The longest page that the emulator gives.</param>
    public static PageRequest Parse(IQueryCollection query, string list, int pageSize)
    {
        var size = pageSize;
        if (query.TryGetValue("max_result", out var maxResult))
        {
            size = int.TryParse(maxResult, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) && asked is >= 1 and <= LongestPage
                ? Math.Min(asked, pageSize)
                : throw PortalError.InvalidRequest("max_result is not between 1 and 100");
        }

        return new PageRequest(list, query.TryGetValue("next_token", out var token) ? ParseToken(token.ToString(), list) : 0, size);
    }

    /// <summary>The items of this page, and the token of the next or null.</summary>
    public (IReadOnlyList<T> Items, string? NextToken) Cut<T>(IReadOnlyCollection<T> all)
    {
        var end = Offset + Size;
        return ([.. all.Skip(Offset).Take(Size)], end < all.Count ? Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{List}|{end}")) : null);
    }

    private static int ParseToken(string token, string list)
    {
        if (Base64Url.IsValid(token))
        {
            var text = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token));
            if (text.StartsWith(list + "|", StringComparison.Ordinal) && int.TryParse(text.AsSpan(list.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var offset))
            {
                return offset;
            }
        }

        throw PortalError.InvalidRequest("next_token is invalid");
    }
}
