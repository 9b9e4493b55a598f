using System.Globalization;
using AwsSsoCredentials;
using EndToEnd.Worker;

// A process for the end-to-end tests: one of many that use one ~/.aws at the same time.
return args switch
{
    ["write-profiles", var file, var prefix, var count, var barrier] => CredentialsWork.WriteProfiles(file, prefix, Number(count), barrier),
    ["write-profile", var file, var profile] => CredentialsWork.WriteProfile(file, profile),
    ["write-forever", var file, var profile] => CredentialsWork.WriteForever(file, profile),
    ["rewrite-without-lock", var file, var profile, var stop] => CredentialsWork.RewriteWithoutLock(file, profile, stop),
    ["generate", var profile] => await TokenWork.GenerateAsync(profile),
    ["generate-in-rounds", var profiles, var rounds, var barrier] =>
        await TokenWork.GenerateInRoundsAsync(Number(profiles), Number(rounds), barrier),
    ["login", var profile, var method, var timeoutInSeconds] =>
        await LoginWork.LoginAsync(profile, Enum.Parse<SsoLoginFlow>(method), TimeSpan.FromSeconds(Number(timeoutInSeconds))),
    ["clear"] => await LoginWork.ClearAsync(),
    ["generate-and-write", var profile, var target] => ProfileWork.GenerateAndWrite(profile, target),
    ["sync", var pattern] => ProfileWork.Sync(pattern),
    _ => throw new ArgumentException("unknown work"),
};

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
