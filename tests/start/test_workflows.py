"""The workflows of a new repository: what they do is done here, in a repository that was pushed."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from commands import ROOT, clean_environment, oit
from manual.guides import blocks
from oit.data.file_cache import FOLDER
from shared import Shared
from views.changes.repository import Repository

GITHUB = ".github/workflows/publish.yml"
GITLAB = ".gitlab-ci.yml"
MARK = "<!-- oit diff -->"


@pytest.fixture(scope="session")
def pushed(shared: Shared) -> Path:
    """A repository of an agency's own, pushed as the guides say, and a change merged to it."""
    return shared.made("pushed", _push) / "server.git"


def _push(folder: Path) -> None:
    site, server = folder / "site", folder / "server.git"
    words = ("--name=เทศบาลตำบลใหม่", "--kind=municipality", "--province=ตัวอย่าง", "--year=2569")
    assert oit("init", site, *words).returncode == 0
    Repository(folder).git("init", "--quiet", "--bare", "--initial-branch=main", str(server))
    (typed,) = _typed("manual/it/publishing/github.md")
    assert _typed("manual/it/publishing/gitlab.md") == [typed]
    _bash(typed.replace("ADDRESS", str(server)), site)
    repository = Repository(site)
    repository.git("checkout", "--quiet", "-b", "change")
    with (site / "data" / "2569" / "o20.yml").open("a", encoding="utf-8") as item:
        item.write(
            "declaration:\n  text: ไม่รับของขวัญ\n  date: 2569-01-15\n  signed_by: นายกเทศมนตรี\n"
        )
    repository.commit("เติมข้อ O20")
    repository.git("checkout", "--quiet", "main")
    repository.git("merge", "--quiet", "--no-ff", "-m", "Merge", "change")
    repository.git("push", "--quiet", "origin", "main")


def _typed(guide: str) -> list[str]:
    page = (ROOT / guide).read_text(encoding="utf-8")
    return [block.text for block in blocks(page) if block.language == "sh"]


@dataclass
class Runner:
    """A machine that runs the steps of a job in a copy of the repository."""

    folder: Path
    copy: Path

    def workflow(self, name: str) -> Any:
        """Return the contents of a workflow."""
        return yaml.safe_load((self.copy / name).read_text(encoding="utf-8"))

    def run(self, script: str, **environment: str) -> str:
        """Run a step; return its output."""
        path = os.pathsep.join([str(self.folder / "bin"), f"{Path(sys.executable).parent}"])
        files = {name: str(self.folder / name) for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
        return _bash(script, self.copy, **files, PATH=f"{path}:{os.environ['PATH']}", **environment)

    def read(self, name: str) -> str:
        """Read what a step wrote for its server."""
        return (self.folder / name).read_text(encoding="utf-8")

    def bring(self, name: str, script: str) -> None:
        """Put a program on the machine."""
        program = self.folder / "bin" / name
        program.parent.mkdir(exist_ok=True)
        program.write_text(f"#!/bin/sh\n{script}", encoding="utf-8")
        program.chmod(0o755)


def _bash(script: str, folder: Path, **environment: str) -> str:
    who = {
        f"GIT_{role}_{what}": "tester"
        for role in ("AUTHOR", "COMMITTER")
        for what in ("NAME", "EMAIL")
    }
    done = subprocess.run(
        ["bash", "-e"],
        input=script,
        cwd=folder,
        env={**clean_environment(), **who, "GIT_CONFIG_GLOBAL": os.devnull, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, f"{script}\n{done.stdout}"
    return done.stdout


@pytest.fixture
def runner(pushed: Path, tmp_path: Path) -> Runner:
    Repository(tmp_path).git("clone", "--quiet", str(pushed), "copy")
    made = Runner(tmp_path, tmp_path / "copy")
    # The program is already on this machine; every other call of Python really runs.
    installed = "-P -m pip install --requirement requirements.txt"
    made.bring("python", f'[ "$*" = "{installed}" ] || exec {sys.executable} "$@"\n')
    return made


def test_github_checks_builds_and_reports_what_changed(runner: Runner) -> None:
    steps = runner.workflow(GITHUB)["jobs"]["build"]["steps"]
    for step in steps:
        if "run" in step:
            runner.run(step["run"])
    assert (runner.copy / "site" / "oit" / "manifest.json").is_file()
    report = runner.read("GITHUB_STEP_SUMMARY")
    assert "O20 " in report
    assert "จาก 26 ข้อ" in report
    first, *rest = runner.read("GITHUB_OUTPUT").splitlines()
    assert first.startswith("report<<")
    assert rest.pop() == first.removeprefix("report<<")
    assert rest == report.splitlines()


def test_gitlab_checks_and_builds_and_a_merge_request_has_its_report(runner: Runner) -> None:
    workflow = runner.workflow(GITLAB)
    check, pages = workflow["check"], workflow["pages"]
    assert check["script"] == pages["script"]
    before = Repository(runner.copy).git("rev-parse", "HEAD~1").strip()
    for script in (*check["script"], *check["after_script"]):
        runner.run(script, CI_MERGE_REQUEST_DIFF_BASE_SHA=before)
    assert (runner.copy / pages["artifacts"]["paths"][0] / "oit" / "manifest.json").is_file()
    (report,) = check["artifacts"]["paths"]
    assert "O20 " in (runner.copy / report).read_text(encoding="utf-8")


def test_gitlab_publishes_the_main_branch_alone_with_all_of_its_history(runner: Runner) -> None:
    workflow = runner.workflow(GITLAB)
    assert workflow["pages"]["rules"] == [{"if": "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH"}]
    assert workflow["check"]["rules"] == [{"if": '$CI_PIPELINE_SOURCE == "merge_request_event"'}]
    assert workflow["variables"]["GIT_DEPTH"] == 0


def test_a_first_commit_has_a_report_too(runner: Runner) -> None:
    Repository(runner.copy).git("checkout", "--quiet", "HEAD~1")
    (step,) = [
        s for s in runner.workflow(GITHUB)["jobs"]["build"]["steps"] if s.get("id") == "report"
    ]
    runner.run(step["run"])
    assert "ไม่เปลี่ยนแปลง" in runner.read("GITHUB_STEP_SUMMARY")


def test_the_caches_of_checks_and_builds_are_kept_between_runs(runner: Runner) -> None:
    job = runner.workflow(GITHUB)["jobs"]["build"]
    steps = job["steps"]
    (restored,) = [step for step in steps if "actions/cache@" in step.get("uses", "")]
    first_check = next(step for step in steps if "oit check" in step.get("run", ""))
    assert steps.index(restored) < steps.index(first_check)
    options = restored["with"]
    assert options["path"] == str(FOLDER)
    # What an earlier run with the same programs kept is restored even if a document changed.
    assert options["key"].startswith(options["restore-keys"])
    kept = runner.workflow(GITLAB)["cache"]
    assert kept["paths"] == [str(FOLDER)]
    for name in kept["key"]["files"]:
        assert (runner.copy / name).is_file()
        assert f"'{name}'" in options["restore-keys"]
    # A build keeps its tables in the folder oit of this one.
    assert job["env"]["XDG_CACHE_HOME"] == f"${{{{ github.workspace }}}}/{FOLDER.parent}"
    variables = runner.workflow(GITLAB)["variables"]
    assert variables["XDG_CACHE_HOME"] == f"$CI_PROJECT_DIR/{FOLDER.parent}"


@pytest.mark.parametrize(
    ("there", "asked"),
    [
        ("", "POST repos/town/site/issues/7/comments"),
        ("12\n34\n", "PATCH repos/town/site/issues/comments/12"),
    ],
)
def test_a_pull_request_has_one_comment_that_is_kept_up_to_date(
    there: str, asked: str, runner: Runner
) -> None:
    runner.bring("gh", 'case "$*" in *--paginate*) cat "$THERE";; *) printf "%s\\n" "$@";; esac\n')
    (runner.folder / "there").write_text(there, encoding="utf-8")
    (step,) = runner.workflow(GITHUB)["jobs"]["comment"]["steps"]
    report = "### ก\n\n`$(exit 3)` @x \"y\" 'z'\\"
    printed = runner.run(
        step["run"],
        THERE=str(runner.folder / "there"),
        REPOSITORY="repos/town/site",
        NUMBER="7",
        REPORT=report,
    )
    method, address = asked.split()
    assert printed == (
        f"api\n--method\n{method}\n{address}\n--raw-field\nbody={MARK}\n\n{report}\n"
    )


def test_only_a_job_that_runs_nothing_of_a_request_may_write(runner: Runner) -> None:
    workflow = runner.workflow(GITHUB)
    # YAML 1.1 reads the key ``on`` as true.
    assert set(workflow[True]) == {"push", "pull_request", "workflow_dispatch", "schedule"}
    assert workflow["permissions"] == {"contents": "read"}
    jobs = workflow["jobs"]
    assert "permissions" not in jobs["build"]
    assert jobs["comment"]["permissions"] == {"pull-requests": "write"}
    assert not any("uses" in step for step in jobs["comment"]["steps"])
    own = "github.event.pull_request.head.repo.full_name == github.repository"
    assert own in jobs["comment"]["if"]
    assert jobs["deploy"]["if"] == "github.event_name != 'pull_request'"
    scripts = [step["run"] for job in jobs.values() for step in job["steps"] if "run" in step]
    # Contents of a pull request are passed as values, never as part of a script.
    assert not any("${{" in script for script in scripts)
