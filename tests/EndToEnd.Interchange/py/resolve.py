"""What botocore makes of a profile, asked without network: account, role, start URL and region, or the kind of the error."""
import json
import sys

import botocore.session

try:
    # full_config merges both files as the credential providers see them; a profile with a role assumes it before anything else.
    full = botocore.session.Session(profile=sys.argv[1]).full_config
    profile = full["profiles"][sys.argv[1]]
    if "role_arn" in profile:
        found = {"account": "assumed", "role": profile["role_arn"]}
    else:
        merged = dict(full.get("sso_sessions", {}).get(profile.get("sso_session"), {}))
        for key, value in profile.items():
            if merged.setdefault(key, value) != value:
                raise ValueError(key)
        found = {
            "account": merged["sso_account_id"],
            "role": merged["sso_role_name"],
            "url": merged["sso_start_url"],
            "region": merged["sso_region"].lower(),
        }
except Exception as error:
    found = {"error": type(error).__name__}
print(json.dumps(found))
