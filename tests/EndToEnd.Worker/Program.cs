using System.Globalization;
using EndToEnd.Worker;

// A process for the end-to-end tests: one of many that use one ~/.aws at the same time.
return args switch
{
    ["write-profiles", var file, var prefix, var count, var barrier] =>
        CredentialsWork.WriteProfiles(file, prefix, int.Parse(count, CultureInfo.InvariantCulture), barrier),
    ["write-profile", var file, var profile] => CredentialsWork.WriteProfile(file, profile),
    ["write-forever", var file, var profile] => CredentialsWork.WriteForever(file, profile),
    ["rewrite-without-lock", var file, var profile, var stop] => CredentialsWork.RewriteWithoutLock(file, profile, stop),
    ["generate", var profile, var target] => ProfileWork.Generate(profile, target),
    ["sync", var pattern] => ProfileWork.Sync(pattern),
    _ => throw new ArgumentException("unknown work"),
};
