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
    if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }

    # docs/building.md: the package where the feed has it, else the stand-in.
    $frosting = ([xml](Get-Content Directory.Build.props)).SelectSingleNode('//CakeVersion').InnerText
    $userHome = if ($env:DOTNET_CLI_HOME) { $env:DOTNET_CLI_HOME } else { [Environment]::GetFolderPath('UserProfile') }
    $packages = if ($env:NUGET_PACKAGES) { $env:NUGET_PACKAGES } else { Join-Path $userHome '.nuget/packages' }
    $found = Test-Path (Join-Path $packages "cake.frosting/$frosting/cake.frosting.nuspec")
    if (-not $found) {
        & { $ErrorActionPreference = 'Continue'; dotnet package download "Cake.Frosting@$frosting" --output $packages --verbosity quiet *> $null }
        $found = $LASTEXITCODE -eq 0
    }
    if ($found) { Write-Host "build.ps1: Cake.Frosting $frosting is the package." }
    else { Write-Host "build.ps1: Cake.Frosting $frosting is the stand-in of build/frosting-standin: no feed has the package." }

    dotnet cake build.cake @args
    exit $LASTEXITCODE
}
finally {
    Pop-Location
}
