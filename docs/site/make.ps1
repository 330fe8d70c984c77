#!/usr/bin/env pwsh
<#
.SYNOPSIS
    Makes the sources of the documentation sites: the documents of docs/ as pages, in English and in Russian.

.DESCRIPTION
    The documents stay where they are; this only adds front matter, and points links that leave the site at the repository. Two pages are made of
    what programs check: the settings of the schema, and the options of the help texts. `build.ps1 docs` builds the sites of what is written here.

.PARAMETER Output
    The folder for two site roots, en and ru. It is emptied first.
#>
param([Parameter(Mandatory)] [string] $Output)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$docs = Split-Path -Parent $PSScriptRoot
$root = Split-Path -Parent $docs
$repository = 'https://github.com/ai-digest/ai-digest/blob/main'

# The page of each document, in the order of the menu.
$sites = [ordered]@{
    en = [ordered]@{
        'commands.md' = 'commands'; 'templates.md' = 'templates'; 'diagnostics.md' = 'diagnostics'; 'hosting.md' = 'hosting'; 'search.md' = 'search-files'
        'design.md' = 'design'; 'performance.md' = 'performance'; 'security.md' = 'security'; 'architecture.md' = 'architecture'; 'glossary.md' = 'glossary'
    }
    ru = [ordered]@{ 'authoring.ru.md' = 'authoring'; 'diagnostics.ru.md' = 'diagnostics' }
}

function Write-Page([string] $Folder, [string] $Name, [string] $Text) {
    $title, $body = $Text -split "`n", 2
    if (-not $title.StartsWith('# ')) { throw "$Name does not begin with its title" }
    $front = "---`ntitle: `"$($title.Substring(2).Replace('\', '\\').Replace('"', '\"').Replace('`', ''))`"`nmenu: true`n---`n"
    New-Item -ItemType Directory -Force $Folder | Out-Null
    [System.IO.File]::WriteAllText("$Folder/$Name.md", $front + $body)
}

# Where a link of a document leads: to a page of the same site, else into the repository. Links within a page, to the web and in code stay.
function Convert-Links([string] $Text, $Pages) {
    $isCode = $false
    $lines = foreach ($line in $Text -split "`n") {
        if ($line -match '^\s*(```|~~~)') { $isCode = -not $isCode }
        if ($isCode -or $line -match '^    ') { $line; continue }
        [regex]::Replace($line, '`[^`]*`|\]\((?<to>[^)\s#:/][^)\s:]*)\)', {
                param($found)
                if (-not $found.Groups['to'].Success) { return $found.Value }
                $path, $anchor = $found.Groups['to'].Value -split '#', 2
                $anchor = if ($anchor) { "#$anchor" } else { '' }
                if ($Pages.Contains($path)) { return "]($($Pages[$path]).md$anchor)" }
                $full = [System.IO.Path]::GetRelativePath($root, (Join-Path $docs $path)).Replace('\', '/')
                "]($repository/$full$anchor)"
            })
    }
    $lines -join "`n"
}

function Get-Settings {
    $schema = Get-Content -Raw "$docs/schemas/site.json" | ConvertFrom-Json -AsHashtable
    $rows = foreach ($name in $schema['properties'].Keys) {
        $field = $schema['properties'][$name]
        $type = if ($field.Contains('type')) { (@($field['type']) | Where-Object { $_ -ne 'null' }) -join ', ' }
        elseif ($field.Contains('enum')) { (@($field['enum']) | Where-Object { $_ } | ForEach-Object { "``$_``" }) -join ', ' } else { '' }
        # Descriptions are in Russian, then in English.
        $english = $field['description'] -replace '^.*?[.] (?=[A-Z`_])', ''
        "| ``$name`` | $type | $($english.Replace('|', '\|')) |"
    }
    "# Settings`n`nThe keys of ``content/site.yaml``. Each has a default, and an empty file is a site. Editors read the same from the schema.`n`n" +
    "| key | type | meaning |`n|---|---|---|`n" + ($rows -join "`n") + "`n"
}

function Get-Options {
    $help = Join-Path $root 'tests/AiDigest.Tests/Cli/help'
    $parts = foreach ($file in Get-ChildItem $help -Filter '*.txt' -File | Sort-Object Name) {
        "## $($file.BaseName)`n`n``````text`n$((Get-Content -Raw $file.FullName).Replace("`r", '').Trim())`n```````n"
    }
    "# Options`n`nWhat ``--help`` says of each command.`n`n" + ($parts -join "`n")
}

if (Test-Path -LiteralPath $Output) { Remove-Item -LiteralPath $Output -Recurse }
foreach ($language in $sites.Keys) {
    $site = Join-Path $Output $language
    New-Item -ItemType Directory -Force $Output | Out-Null
    Copy-Item -Recurse (Join-Path $PSScriptRoot $language) $site
    $pages = $sites[$language]
    foreach ($document in $pages.Keys) {
        $text = (Get-Content -Raw (Join-Path $docs $document)).Replace("`r", '')
        Write-Page "$site/content/pages" $pages[$document] (Convert-Links $text $pages)
    }
}
Write-Page "$Output/en/content/pages" 'settings' (Get-Settings)
Write-Page "$Output/en/content/pages" 'options' (Get-Options)
