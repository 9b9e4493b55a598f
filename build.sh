#!/usr/bin/env bash
# Runs build.cake with the Cake that .config/dotnet-tools.json pins. `./build.sh --description` lists the targets.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

if ! command -v dotnet >/dev/null; then
  echo "build.sh: the .NET SDK 10 is needed and no 'dotnet' is on the PATH: see https://dotnet.microsoft.com/download" >&2
  exit 1
fi

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
dotnet tool restore --verbosity quiet

# docs/building.md: the package where the feed has it, else the stand-in.
frosting=$(sed -n 's:.*<CakeVersion>\(.*\)</CakeVersion>.*:\1:p' Directory.Build.props)
packages=${NUGET_PACKAGES:-${DOTNET_CLI_HOME:-$HOME}/.nuget/packages}
if [[ -f $packages/cake.frosting/$frosting/cake.frosting.nuspec ]] ||
  dotnet package download "Cake.Frosting@$frosting" --output "$packages" --verbosity quiet >/dev/null 2>&1; then
  echo "build.sh: Cake.Frosting $frosting is the package."
else
  echo "build.sh: Cake.Frosting $frosting is the stand-in of build/frosting-standin: no feed has the package."
fi

exec dotnet cake build.cake "$@"
