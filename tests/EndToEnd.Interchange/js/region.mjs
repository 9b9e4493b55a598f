// Names the region of AWS_PROFILE, and says who it is by its keys.
import { STSClient, GetCallerIdentityCommand } from "@aws-sdk/client-sts";

const client = new STSClient({});
console.log(await client.config.region());
const { Arn } = await client.send(new GetCallerIdentityCommand({}));
console.log(Arn);
