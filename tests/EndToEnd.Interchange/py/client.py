# One of: region PROFILE (its region, and who STS says it is), presign PROFILE (URLs of a presigned GetCallerIdentity,
# for GET and, as boto3 does by itself, for POST).
import sys

import boto3

what, profile = sys.argv[1:]
session = boto3.Session(profile_name=profile)
sts = session.client("sts")
if what == "region":
    print(session.region_name)
    print(sts.get_caller_identity()["Arn"])
else:
    print(sts.generate_presigned_url("get_caller_identity", HttpMethod="GET"))
    print(sts.generate_presigned_url("get_caller_identity"))
