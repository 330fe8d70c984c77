using System.Globalization;
using System.Text.RegularExpressions;
using AiDigest.Tests.Fixtures;
using Xunit;
using YamlDotNet.RepresentationModel;

namespace AiDigest.Tests.Repository;

/// <summary>
/// The structure of .github/workflows: nothing here can run them, so what must not be lost in an edit is held by name: when they run, what
/// they may do, whose code they call, and that the published address comes from the Pages settings.
/// </summary>
public partial class WorkflowTests
{
    private static readonly Workflow Publish = Workflow.Load("publish.yml");
    private static readonly Workflow Ci = Workflow.Load("ci.yml");

    public static TheoryData<string> Files => ["publish.yml", "ci.yml", "weekly.yml"];

    [Fact]
    public void Only_these_workflows_exist()
    {
        string[] expected =
            [".github/workflows/ci.yml", ".github/workflows/publish.yml", ".github/workflows/release.yml", ".github/workflows/weekly.yml"];
        Assert.Equal(expected, Checkout.TrackedFiles().Where(path => path.StartsWith(".github/workflows/", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Actions_are_official_and_pinned_by_major(string file)
    {
        var actions = Workflow.Load(file).AllSteps.Select(step => Workflow.Text(step, "uses")).OfType<string>().ToList();
        Assert.NotEmpty(actions);
        Assert.All(actions, action => Assert.Matches(OfficialAction(), action));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void No_expression_is_pasted_into_a_shell(string file)
    {
        var scripts = Workflow.Load(file).AllSteps.Select(step => Workflow.Text(step, "run")).OfType<string>().ToList();
        Assert.NotEmpty(scripts);
        Assert.All(scripts, script => Assert.DoesNotContain("${{", script, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void No_secret_is_named_and_none_stays_in_the_checkout(string file)
    {
        Assert.DoesNotContain("secrets.", Checkout.ReadText(".github/workflows/" + file), StringComparison.Ordinal);
        Assert.DoesNotContain("github.token", Checkout.ReadText(".github/workflows/" + file), StringComparison.Ordinal);
        var checkouts =
            Workflow.Load(file).AllSteps.Where(step =>
                Workflow.Text(step, "uses")?.StartsWith("actions/checkout@", StringComparison.Ordinal) == true);
        Assert.Equal("false", Workflow.Text(Workflow.Map(Assert.Single(checkouts), "with"), "persist-credentials"));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_job_has_an_end(string file)
    {
        var workflow = Workflow.Load(file);
        Assert.All(Workflow.Keys(workflow.Jobs), job =>
            Assert.InRange(int.Parse(Workflow.Text(workflow.Job(job), "timeout-minutes") ?? "0", CultureInfo.InvariantCulture), 1, 30));
    }

    [Theory]
    [InlineData("publish.yml", "build")]
    [InlineData("ci.yml", "test")]
    [InlineData("weekly.yml", "test")]
    public void The_sdk_is_the_one_of_global_json(string file, string job)
    {
        Assert.Equal(
            "global.json", Workflow.Text(Workflow.Map(Workflow.Load(file).Uses(job, "actions/setup-dotnet"), "with"), "global-json-file"));
    }

    [Fact]
    public void Publishing_starts_on_pushes_to_main_every_morning_and_by_hand()
    {
        Assert.Equal(["pull_request", "push", "schedule", "workflow_dispatch"], Workflow.Keys(Publish.Triggers)
            .Order(StringComparer.Ordinal));
        Assert.Equal(["main"], Workflow.Sequence(Workflow.Map(Publish.Triggers, "push"), "branches").Select(branch => branch.ToString()));
        Assert.Equal(["branches"], Workflow.Keys(Workflow.Map(Publish.Triggers, "push")));
    }

    [Fact]
    public void The_morning_is_that_of_the_sites_time_zone()
    {
        var schedule = (YamlMappingNode)Assert.Single(Workflow.Sequence(Publish.Triggers, "schedule"));
        var cron = DailyCron().Match(Workflow.Text(schedule, "cron") ?? "");
        Assert.True(cron.Success, "once a day");
        Assert.InRange(int.Parse(cron.Groups["hour"].Value, CultureInfo.InvariantCulture), 4, 9);
        var zone = TimeZoneSetting().Match(Checkout.ReadText("content/site.yaml")).Groups[1].Value;
        Assert.Equal(zone, Workflow.Text(schedule, "timezone"));
    }

    [Fact]
    public void Publishing_has_the_least_rights_for_each_job()
    {
        Assert.Equal(["build", "deploy"], Workflow.Keys(Publish.Jobs));
        Assert.Equal(["contents: read", "pages: read"], Publish.Permissions("build"));
        Assert.Equal(["id-token: write", "pages: write"], Publish.Permissions("deploy"));
        Assert.All(Workflow.Keys(Publish.Jobs), job => Assert.Contains("permissions", Workflow.Keys(Publish.Job(job))));
    }

    [Fact]
    public void The_site_is_built_by_the_command_of_the_readme_for_the_address_of_the_pages_settings()
    {
        var steps = Publish.Steps("build").ToList();
        var build =
            Assert.Single(steps, step => Workflow.Text(step, "run")?.StartsWith("dotnet run -- build", StringComparison.Ordinal) == true);
        Assert.Equal(
            "dotnet run -- build ${BASE_URL:+--base-url \"$BASE_URL/\"} | tee \"$RUNNER_TEMP/build.txt\"", Workflow.Text(build, "run"));
        Assert.Equal("${{ steps.pages.outputs.base_url }}", Workflow.Text(Workflow.Map(build, "env"), "BASE_URL"));

        var pages = Publish.Uses("build", "actions/configure-pages");
        Assert.Equal("pages", Workflow.Text(pages, "id"));
        var upload = Publish.Uses("build", "actions/upload-pages-artifact");
        Assert.Equal("site-output", Workflow.Text(Workflow.Map(upload, "with"), "path"));
        Assert.True(steps.IndexOf(pages) < steps.IndexOf(build) && steps.IndexOf(build) < steps.IndexOf(upload), "settings, site, upload");
    }

    [Fact]
    public void A_pull_request_gets_the_site_as_an_artifact_and_is_never_published()
    {
        Assert.Equal("github.event_name != 'pull_request'", Workflow.Text(Publish.Job("deploy"), "if"));
        Assert.Equal("github.event_name != 'pull_request'", Workflow.Text(Publish.Uses("build", "actions/upload-pages-artifact"), "if"));
        Assert.Equal("github.event_name == 'pull_request'", Workflow.Text(Publish.Uses("build", "actions/upload-artifact"), "if"));
    }

    [Fact]
    public void The_next_build_finds_what_this_one_left()
    {
        var cache = Workflow.Map(Publish.Uses("build", "actions/cache"), "with");
        Assert.Equal(".aidigest\nsite-output\n~/.cache/aidigest", Workflow.Text(cache, "path")?.Trim());
        Assert.StartsWith(Workflow.Text(cache, "restore-keys")!, Workflow.Text(cache, "key"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_built_is_deployed_and_no_deployment_is_broken_off()
    {
        Assert.Equal("build", Workflow.Text(Publish.Job("deploy"), "needs"));
        var environment = Workflow.Map(Publish.Job("deploy"), "environment");
        Assert.Equal("github-pages", Workflow.Text(environment, "name"));
        var deploy = Publish.Uses("deploy", "actions/deploy-pages");
        Assert.Equal($"${{{{ steps.{Workflow.Text(deploy, "id")}.outputs.page_url }}}}", Workflow.Text(environment, "url"));
        Assert.Equal("${{ github.event_name == 'pull_request' && github.ref || 'pages' }}", Workflow.Text(Publish.Concurrency, "group"));
        Assert.Equal("${{ github.event_name == 'pull_request' }}", Workflow.Text(Publish.Concurrency, "cancel-in-progress"));

        // The newest commit of the branch, not the one that started the run: a run that is started again publishes no older state.
        Assert.Equal("${{ github.ref }}", Workflow.Text(Workflow.Map(Publish.Uses("build", "actions/checkout"), "with"), "ref"));
    }

    [Fact]
    public void Checks_run_on_pushes_and_pull_requests_with_the_right_to_read()
    {
        // Never pull_request_target: it would hand a fork's code the rights of this repository.
        Assert.Equal(["pull_request", "push"], Workflow.Keys(Ci.Triggers).Order(StringComparer.Ordinal));
        Assert.Equal(["test"], Workflow.Keys(Ci.Jobs));
        Assert.Equal(["contents: read"], Ci.Permissions("test"));
        Assert.Single(Ci.Steps("test"), step => Workflow.Text(step, "run") == "bash .ci/run");
        Assert.All(Ci.AllSteps, step => Assert.DoesNotContain("continue-on-error", Workflow.Keys(step)));
    }

    [Fact]
    public void Mistakes_of_content_are_shown_at_their_lines_in_a_pull_request_whatever_else_fails()
    {
        var scripts = Ci.Steps("test").Select(step => Workflow.Text(step, "run")).OfType<string>();
        Assert.Equal(["dotnet run -- check --format github", "bash .ci/run"], scripts);
    }

    [Fact]
    public void Every_week_all_tests_run_with_the_right_to_read()
    {
        var weekly = Workflow.Load("weekly.yml");
        Assert.Equal(["schedule", "workflow_dispatch"], Workflow.Keys(weekly.Triggers).Order(StringComparer.Ordinal));
        var schedule = (YamlMappingNode)Assert.Single(Workflow.Sequence(weekly.Triggers, "schedule"));
        Assert.Matches("^[0-9]+ [0-9]+ \\* \\* [0-6]$", Workflow.Text(schedule, "cron"));
        Assert.Equal(["contents: read"], weekly.Permissions("test"));
        var run = Assert.Single(weekly.Steps("test"), step => Workflow.Text(step, "run") == "bash .ci/run");
        Assert.Equal("1", Workflow.Text(Workflow.Map(run, "env"), "AIDIGEST_SLOW"));
    }

    [GeneratedRegex(
        @"^actions/(attest-build-provenance|cache|checkout|setup-dotnet|configure-pages|upload-artifact|download-artifact|upload-pages-artifact|deploy-pages)@v[1-9][0-9]*$")]
    private static partial Regex OfficialAction();

    [GeneratedRegex(@"^(?<minute>[0-9]|[1-5][0-9]) (?<hour>[0-9]|1[0-9]|2[0-3]) \* \* \*$")]
    private static partial Regex DailyCron();

    [GeneratedRegex(@"^time_zone: *(\S+)$", RegexOptions.Multiline)]
    private static partial Regex TimeZoneSetting();
}
