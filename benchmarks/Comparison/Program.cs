using Comparison;

// Measures our processes against their floors and prints one table. Started by `./build.sh --target=Benchmark`.
// Exit code 3: a result is over its bound.
var options = Options.Parse(args);
DirectoryInfo folder = Directory.CreateTempSubdirectory("cake-aws-sso-benchmark-");
try
{
    string accounts = Path.Combine(folder.FullName, "accounts.json");
    Home.WriteAccounts(accounts);
    var home = new Home(Path.Combine(folder.FullName, "home"));
    using var emulator = Emulator.Start(Workplace.PathOf(options.Programs, "IdentityCenterEmulator.Tool"), accounts, folder.FullName);
    home.WriteToken(emulator.IssueToken(Home.StartUrl, Home.Region));
    home.ForgetKeys();
    var workplace = new Workplace(options, emulator, home);

    Console.WriteLine($"Medians (smallest–largest) of {options.Runs} runs in turn; results are medians of pairs. Programs: {options.BuiltAs}.");
    Console.WriteLine();
    Console.WriteLine(Row.Head);
    bool isWithin = true;
    foreach (Row row in new SingleProfile(workplace).Measure().Concat(new ManyProfiles(workplace).Measure()))
    {
        Console.WriteLine(row); // at once: a run that is broken off has its figures so far
        isWithin &= row.IsWithin;
    }

    return isWithin ? 0 : 3;
}
finally
{
    folder.Delete(recursive: true);
}
