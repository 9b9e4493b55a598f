// The floor of keys that are still valid: a .NET process that reads both files and prints one line.
// ReadFloor CONFIG CREDENTIALS
Console.WriteLine(File.ReadAllText(args[0]).Length + File.ReadAllText(args[1]).Length);
