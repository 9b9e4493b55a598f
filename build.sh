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
exec dotnet cake build.cake "$@"
