using System.Text.Json;
using Amazon.Runtime;
using Amazon.SSO;
using Amazon.SSO.Model;

// The floor of generating: the one call, by the SDK's own client, with the token out of its file.
// SdkFloor TOKEN_FILE ENDPOINT ACCOUNT ROLE
using var json = JsonDocument.Parse(File.ReadAllBytes(args[0]));
var token = json.RootElement.GetProperty("accessToken").GetString();
using var client = new AmazonSSOClient(new AnonymousAWSCredentials(), new AmazonSSOConfig { ServiceURL = args[1] });
var answer = await client.GetRoleCredentialsAsync(new GetRoleCredentialsRequest { AccessToken = token, AccountId = args[2], RoleName = args[3] });
Console.WriteLine(answer.RoleCredentials.AccessKeyId);
