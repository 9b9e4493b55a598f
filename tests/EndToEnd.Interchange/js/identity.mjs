// Says who it is by the keys of an SSO profile: reads the token of ~/.aws/sso/cache, and refreshes it where that is due.
import { STSClient, GetCallerIdentityCommand } from "@aws-sdk/client-sts";
import { fromSSO } from "@aws-sdk/credential-providers";

const client = new STSClient({ region: "eu-central-1", credentials: fromSSO({ profile: process.argv[2] }) });
const { Arn } = await client.send(new GetCallerIdentityCommand({}));
console.log(Arn);
