<#
.SYNOPSIS
    Plays the first hour of a new user, from an empty folder to a published site, and prints what each step took.

.DESCRIPTION
    `build.ps1 newcomer` runs this, and .ci/run does. The tool comes from a local feed of packages that was just made, and nothing else of this
    repository is used but the nginx configuration of docs/hosting. Without nginx the last step is left out, which CI=true does not allow.
#>
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$repository = Split-Path -Parent $PSScriptRoot
$feed = Join-Path $repository 'artifacts'
$work = Join-Path ([System.IO.Path]::GetTempPath()) "aidigest-newcomer-$PID"
$site = Join-Path $work 'digest'
$seconds = [ordered]@{}
New-Item -ItemType Directory $work | Out-Null

function Step([string] $Name, [scriptblock] $Do) {
    Write-Host "== $Name" -ForegroundColor Cyan
    $clock = [System.Diagnostics.Stopwatch]::StartNew()
    & $Do
    $seconds[$Name] = $clock.Elapsed.TotalSeconds
}

function Invoke-Program([string] $Program) {
    & $Program @args
    if ($LASTEXITCODE -ne 0) { throw "$Program $args ended with exit code $LASTEXITCODE" }
}

function Assert-That([bool] $IsSo, [string] $What) { if (-not $IsSo) { throw "not so: $What" } }

function Find-Nginx {
    $found = Get-Command nginx, /usr/sbin/nginx -CommandType Application -ErrorAction SilentlyContinue | Select-Object -First 1
    if ($found) { return $found.Source }
    Assert-That ($env:CI -ne 'true') 'nginx is installed'
    Write-Host 'nginx is not installed; the site is not served'
}

function Invoke-Crawl([string] $Nginx) {
    $listener = [System.Net.Sockets.TcpListener]::new([System.Net.IPAddress]::Loopback, 0)
    $listener.Start(); $port = $listener.LocalEndpoint.Port; $listener.Stop()
    $server = (Get-Content -Raw (Join-Path $repository 'docs/hosting/nginx.conf')).Replace('listen 80', "listen 127.0.0.1:$port").Replace('/var/www/digest', "$work/public")
    $temporary = ('client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi' | ForEach-Object { "${_}_temp_path $work/nginx-$_;" }) -join ' '
    $user = if ((& id -u) -eq '0') { 'user root;' } else { '' }
    Set-Content "$work/nginx.conf" "daemon off; master_process off; $user pid $work/nginx.pid; error_log $work/nginx.log; events {} http { access_log off; $temporary`n$server`n}"
    $process = Start-Process -PassThru -FilePath $Nginx -ArgumentList '-c', "$work/nginx.conf" -RedirectStandardOutput "$work/nginx.out" -RedirectStandardError "$work/nginx.err"
    try {
        $client = [System.Net.Http.HttpClient]::new()
        $pages = Get-Content (Join-Path $work 'public/.aidigest-manifest')
        foreach ($path in $pages) {
            $address = "http://127.0.0.1:$port/" + ($path -replace '(^|/)index\.html$', '$1')
            for ($try = 0; ; $try++) {
                try { $answer = $client.GetAsync($address).GetAwaiter().GetResult(); break }
                catch { if ($try -ge 100) { throw }; Start-Sleep -Milliseconds 100 }
            }
            Assert-That $answer.IsSuccessStatusCode "$address is found ($($answer.StatusCode))"
        }
        Assert-That ($client.GetAsync("http://127.0.0.1:$port/nothing/").GetAwaiter().GetResult().StatusCode -eq 'NotFound') 'what is missing is not found'
        Write-Host "$(@($pages).Count) files fetched"
    }
    finally { Stop-Process -Id $process.Id -ErrorAction SilentlyContinue }
}

try {
    Step 'pack' { if (-not $env:AIDIGEST_FEED) { & (Join-Path $repository 'build.ps1') pack -Rid any } }
    Step 'install' {
        Set-Content (Join-Path $work 'NuGet.config') "<configuration><packageSources><clear/><add key=`"local`" value=`"$feed`"/></packageSources></configuration>"
        $package = Get-ChildItem "$feed/aidigest.[0-9]*.nupkg" | Select-Object -First 1
        $version = $package.BaseName.Substring('aidigest.'.Length)

        # A cache of its own: a package of the same version may have been there before.
        $env:NUGET_PACKAGES = Join-Path $work 'packages'
        try { Invoke-Program dotnet tool install aidigest --version $version --tool-path (Join-Path $work 'tools') --configfile (Join-Path $work 'NuGet.config') }
        finally { $env:NUGET_PACKAGES = $null }
    }

    $aidigest = Join-Path $work 'tools/aidigest'
    Step 'init' { Invoke-Program $aidigest init $site --title 'Papers of the day' --url 'https://example.org/' --language en }
    Step 'new' {
        $made = Invoke-Program $aidigest new 'A first entry' --root $site --tags 'acceleration, caching'
        Assert-That ((Get-Content -Raw $made).Contains("draft: true`n")) 'a new entry is a draft'
        $text = (Get-Content -Raw $made).Replace("draft: true`n", '')
        Set-Content -NoNewline -Path $made ($text + "What the paper is about, in a few sentences: how it works, and what was measured with it.`n")
    }

    Step 'build' { Invoke-Program $aidigest build --root $site }
    Step 'check' { Invoke-Program $aidigest check --root $site }
    Step 'build again' {
        $report = Invoke-Program $aidigest build --root $site --format json | ConvertFrom-Json
        Assert-That ($report.written -eq 0 -and $report.entries -eq 2) 'the second build writes nothing'
    }

    Step 'deploy' {
        Invoke-Program git init --quiet --bare (Join-Path $work 'pages.git')
        Invoke-Program $aidigest deploy "git:$work/pages.git#gh-pages" --root $site
        Invoke-Program git clone --quiet --branch gh-pages (Join-Path $work 'pages.git') (Join-Path $work 'public')
        Assert-That (Test-Path (Join-Path $work 'public/papers/a-first-entry/index.html')) 'the branch holds the entry'
    }

    $nginx = Find-Nginx
    if ($nginx) { Step 'serve and crawl' { Invoke-Crawl $nginx } }
    Write-Host ''
    foreach ($name in $seconds.Keys) { Write-Host ('{0,-16} {1,6:0.0} s' -f $name, $seconds[$name]) }
}
finally {
    Remove-Item -LiteralPath $work -Recurse -Force -ErrorAction SilentlyContinue
}
