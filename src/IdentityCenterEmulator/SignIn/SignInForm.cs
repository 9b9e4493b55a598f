using Microsoft.AspNetCore.Http;

namespace IdentityCenterEmulator.SignIn;

/// <summary>The fields of a posted page. Whatever is no readable form counts as an empty one, which the pages answer with a hint.</summary>
internal static class SignInForm
{
    public static async Task<IFormCollection> ReadAsync(HttpRequest request)
    {
        if (!request.HasFormContentType)
        {
            return FormCollection.Empty;
        }

        try
        {
            return await request.ReadFormAsync(request.HttpContext.RequestAborted);
        }
        catch (InvalidDataException)
        {
            return FormCollection.Empty;
        }
    }
}
