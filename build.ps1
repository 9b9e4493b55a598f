# Runs build.cake with the Cake that .config/dotnet-tools.json pins. `./build.ps1 --description` lists the targets.
$ErrorActionPreference = 'Stop'
Push-Location $PSScriptRoot
try {
    if (-not (Get-Command dotnet -ErrorAction SilentlyContinue)) {
        throw "build.ps1: the .NET SDK 10 is needed and no 'dotnet' is on the PATH: see https://dotnet.microsoft.com/download"
    }

    $env:DOTNET_NOLOGO = '1'
    $env:DOTNET_CLI_TELEMETRY_OPTOUT = '1'
    dotnet tool restore --verbosity quiet
    if ($LASTEXITCODE -eq 0) { dotnet cake build.cake @args }
    exit $LASTEXITCODE
}
finally {
    Pop-Location
}
