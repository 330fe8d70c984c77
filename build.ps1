#!/usr/bin/env pwsh
#Requires -Version 5.1

<#
.SYNOPSIS
    Builds, tests and packs AI Digest.

.DESCRIPTION
    One entry for the steps of a working day, the same on Windows, macOS and Linux:

      restore   fetches the packages, exactly as the lock files name them
      build     compiles the solution; a warning is an error
      test      runs all tests
      bench     runs the benchmarks
      publish   puts the tool, ready to copy, into src/AiDigest.Cli/bin/publish (it needs the .NET runtime)
      all       restore, build, test, publish

    The site itself is built with "dotnet run -- build".

.PARAMETER Task
    The step to run; "all" if none is named. The first step that fails ends the script with its exit code.

.EXAMPLE
    ./build.ps1 test

.EXAMPLE
    dotnet tool restore; dotnet pwsh build.ps1 all

    Where PowerShell is not installed: the first command fetches the version that .config/dotnet-tools.json names.
#>
[CmdletBinding()]
param(
    [Parameter(Position = 0)]
    [ValidateSet('restore', 'build', 'test', 'bench', 'publish', 'all')]
    [string] $Task = 'all'
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

# Native commands do not throw in every version of PowerShell that runs this, so the exit code is looked at here.
function Invoke-Dotnet {
    Write-Host "== dotnet $args" -ForegroundColor Cyan
    & dotnet @args
    if ($LASTEXITCODE -ne 0) {
        Write-Host "dotnet $($args[0]) failed with exit code $LASTEXITCODE" -ForegroundColor Red
        exit $LASTEXITCODE
    }
}

function Invoke-Restore { Invoke-Dotnet restore AiDigest.sln --locked-mode }

function Invoke-Build { Invoke-Dotnet build AiDigest.sln }

function Invoke-Test { Invoke-Dotnet test }

function Invoke-Bench {
    $project = 'tests/AiDigest.Benchmarks/AiDigest.Benchmarks.csproj'
    if (-not (Test-Path -LiteralPath $project)) {
        Write-Host "There is nothing to measure yet: $project does not exist."
        return
    }
    Invoke-Dotnet run --project $project --configuration Release
}

function Invoke-Publish {
    $folder = 'src/AiDigest.Cli/bin/publish'
    if (Test-Path -LiteralPath $folder) { Remove-Item -LiteralPath $folder -Recurse }
    Invoke-Dotnet publish src/AiDigest.Cli/AiDigest.Cli.csproj --configuration Release --output $folder
    Write-Host "The tool is in $folder"
}

Push-Location -LiteralPath $PSScriptRoot
try {
    switch ($Task) {
        'restore' { Invoke-Restore }
        'build' { Invoke-Build }
        'test' { Invoke-Test }
        'bench' { Invoke-Bench }
        'publish' { Invoke-Publish }
        'all' {
            Invoke-Restore
            Invoke-Build
            Invoke-Test
            Invoke-Publish
        }
    }
}
finally {
    Pop-Location
}
