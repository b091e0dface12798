"""Every call of the program that is compared.

A chain is a list of calls in a folder of its own, where a call finds what the calls before it
wrote. Chains run at the same time, so the long ones come first. The outputs of a call are recorded
under its name; the first part of the name is what ``--except`` takes.

``oit desk`` is left out: it serves until it is stopped.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tools.regression import edits
from tools.regression.inputs import CASES, CODES, HOSTILE, LINKS, OFFICE, PROJECT

ADDRESS = "{address}"
"""Is replaced by the address of ``server`` in arguments and in the environment."""

LANGUAGES = ("th", "en")
REPORTS = ("text", "json", "github", "junit", "sarif")
SERVERS = ("nginx", "apache", "iis", "headers")
COMMANDS = (
    "", "answers", "build", "check", "checklist", "checklist lint", "diff", "explain",
    "export", "export ocds", "generate", "hosting", "import", "init", "links", "new", "new-year",
    "pack", "schema", "score", "upgrade", "verify", "workbook", "workbook export",
    "workbook import",
)  # fmt: skip
TODAY = ("--today", "2569-04-01")


@dataclass(frozen=True)
class Call:
    """A call of ``oit``."""

    name: str
    arguments: tuple[str, ...]
    made: tuple[str, ...] = ()
    """The files and folders to record after the call, relative to its folder."""
    folder: str = "."
    """Where it is called, relative to the chain's folder."""
    environment: Mapping[str, str] = field(default_factory=dict)


Edit = Callable[[Path], None]
"""Changes files in the chain's folder between two calls."""


@dataclass(frozen=True)
class Chain:
    """Calls that share a folder, in their order."""

    name: str
    steps: tuple[Call | Edit, ...]
    inputs: str = ""
    """The folder of inputs to begin with; empty for an empty folder."""
    is_project: bool = True
    """Whether the folder gets the settings of MkDocs and the hooks of this version."""


def chains(inputs: Path) -> Iterator[Chain]:
    """Yield every chain."""
    examples = sorted(path.name for path in (inputs / PROJECT / "examples").iterdir())
    yield Chain("sample", tuple(_sample_site()), PROJECT)
    for name, kind, year in (
        ("town", "municipality", "2569"),
        ("college", "college", "2569"),
        ("village", "subdistrict", "2570"),
    ):
        yield Chain(f"init-{name}", tuple(_new_repository(name, kind, year)), is_project=False)
    yield Chain("staff", (_build("sample-staff", "data", "--staff", "--lang", "en"),), PROJECT)
    hostile = (_build("hostile", "data"), *_generated("hostile"), *_views("hostile", "data"))
    yield Chain("hostile", hostile, HOSTILE)
    for name in examples:
        data = f"examples/{name}/data"
        calls = (_build(name, data), *_views(name, data), *_upgrade(name, data))
        yield Chain(name, calls, PROJECT)
    yield Chain("views", tuple(_sample_views()), PROJECT)
    yield Chain("git", tuple(_git()), PROJECT)
    yield Chain("workbook", tuple(_workbook()), PROJECT)
    yield Chain("years", tuple(_years()), PROJECT)
    yield Chain("answers", tuple(_answers()), PROJECT)
    yield Chain("import", tuple(_import()), OFFICE)
    yield Chain("links", tuple(_links()), LINKS)
    yield Chain("usage", tuple(_usage()), PROJECT)
    yield Chain("help", tuple(_help((inputs / CODES).read_text(encoding="utf-8").split())))
    for case in sorted((inputs / CASES).iterdir()):
        options = (case / "options.txt").read_text(encoding="utf-8").split()
        calls = tuple(_checks(f"cases/{case.name}", *options))
        lint = Call(f"checklist-lint/{case.name}", ("checklist", "lint"))
        yield Chain(f"case-{case.name}", (*calls, lint), f"{CASES}/{case.name}", is_project=False)


def _in_both(name: str, *arguments: str, made: Iterable[str] = ()) -> Iterator[Call]:
    """Yield a call in both languages."""
    for language in LANGUAGES:
        yield Call(f"{name}/{language}", (*arguments, "--lang", language), tuple(made))


def _checks(name: str, *options: str) -> Iterator[Call]:
    for report in REPORTS:
        yield from _in_both(f"check/{name}/{report}", "check", "--format", report, *options)


def _build(name: str, data: str, *options: str, folder: str = ".") -> Call:
    arguments = ("build", "--data", data, "--out", "site", *TODAY, *options)
    return Call(f"build/{name}", arguments, ("site",), folder)


def _views(name: str, data: str) -> Iterator[Call]:
    """Yield the calls that only read a data folder, except for building its site."""
    of_data = ("--data", data, *TODAY)
    yield from _checks(name, *of_data)
    for report in ("text", "json"):
        yield from _in_both(f"score/{name}/{report}", "score", "--format", report, *of_data)
    yield from _in_both(f"answers/{name}", "answers", *of_data)
    yield from _in_both(f"export-ocds/{name}", "export", "ocds", *of_data)
    yield from _in_both(f"checklist-lint/{name}", "checklist", "lint", *of_data)
    yield from _in_both(
        f"workbook-export/{name}", "workbook", "export", "--data", data, made=["workbooks"]
    )


def _generated(name: str) -> Iterator[Call]:
    """Yield the calls that write pages for generators other than MkDocs."""
    yield Call(f"generate/{name}", ("generate", "pages", *TODAY), ("pages",))
    zensical = ("generate", "zensical", "--for", "zensical", *TODAY)
    yield Call(f"zensical/{name}", zensical, ("zensical",))


def _sample_site() -> Iterator[Call | Edit]:
    """Build the sample, verify and pack it, damage it, and verify again."""
    yield _build("sample", "data")
    yield from _in_both("verify/sound", "verify", "site", *TODAY)
    yield Call("verify/other-day", ("verify", "site", "--today", "2569-04-02", "--lang", "en"))
    yield Call("verify/served", ("verify", f"{ADDRESS}/sample/site/", *TODAY))
    yield from _in_both(
        "pack/sound", "pack", "site", "--out", "site.zip", *TODAY, made=["site.zip"]
    )
    yield Call("pack/not-a-zip", ("pack", "site", "--out", "site.tar"))
    yield edits.damage_site
    yield from _in_both("verify/damaged", "verify", "site", *TODAY)
    packed = ("pack", "site", "--out", "damaged.zip", *TODAY, "--lang", "en")
    yield Call("pack/damaged", packed, ("damaged.zip",))


def _sample_views() -> Iterator[Call]:
    yield from _views("sample", "data")
    yield from _generated("sample")
    for year in ("2567", "2568"):
        yield from _in_both(f"check/sample-{year}", "check", "--year", year, *TODAY)
        yield from _in_both(f"score/sample-{year}", "score", "--year", year, *TODAY)
        yield Call(f"export-ocds/sample-{year}", ("export", "ocds", "--year", year, *TODAY))
    yield from _in_both("check/late", "check", "--today", "2570-12-31")
    yield from _in_both("check/item", "check", "--item", "O๗", *TODAY)
    yield from _in_both("check/owner", "check", "--owner", "กองคลัง", *TODAY)
    yield Call("check/on-github", ("check", *TODAY), environment={"GITHUB_ACTIONS": "true"})
    what_if = ("--iit", "90.5", "--eit", "85", "--what-if", "O2=100,O7=50")
    yield from _in_both("score/what-if", "score", *what_if, *TODAY)
    yield from _in_both("score/wrong", "score", "--iit", "900", *TODAY)
    for server in SERVERS:
        yield from _in_both(f"hosting/{server}", "hosting", server, *TODAY)
    prefix = ("--prefix", "ocds-1a2b3c", "--out", "ocds.json")
    yield Call("export-ocds/file", ("export", "ocds", *prefix, *TODAY), ("ocds.json",))
    yield from _in_both("diff/years", "diff", "--other-year", "2568", *TODAY)
    yield Call("schema", ("schema", "schemas"), ("schemas",))


def _new_repository(name: str, kind: str, year: str) -> Iterator[Call | Edit]:
    """Make a repository, fill it by ``oit new``, build it, and begin its next year."""
    about = ("--name", "หน่วยงานใหม่", "--kind", kind, "--province", "ตัวอย่าง", "--year", year)
    yield Call(f"init/{name}", ("init", name, *about), (name,))
    yield Call(f"init/{name}-again", ("init", name, *about, "--lang", "en"))
    yield Call(f"init/{name}-english", ("init", "english", *about, "--lang", "en"))
    yield from _inside(name, _checks(f"init-{name}", *TODAY))
    yield from _inside(name, _in_both(f"score/init-{name}", "score", *TODAY))
    yield _build(f"init-{name}", "data", folder=name)
    yield Call(f"new/{name}-is-there", ("new", "O1"), folder=name)
    yield lambda folder: edits.remove_items(folder / name / "data" / year)
    for number in range(1, 33):
        yield Call(f"new/{name}/O{number}", ("new", f"O{number}"), folder=name)
    yield Call(f"new/{name}/again", ("new", "O1", "--lang", "en"), ("data",), name)
    next_year = str(int(year) + 1)
    yield Call(f"new-year/{name}", ("new-year", next_year), ("data",), name)
    yield lambda folder: edits.write_old_ita_file(folder / name / "data" / year)
    yield from _inside(name, _upgrade(f"init-{name}", "data"))


def _inside(folder: str, calls: Iterable[Call]) -> Iterator[Call]:
    """Yield the same calls, made in a subfolder of the chain's folder."""
    for call in calls:
        yield Call(call.name, call.arguments, call.made, folder)


def _upgrade(name: str, data: str) -> Iterator[Call]:
    upgrade = ("upgrade", "--data", data)
    yield from _in_both(f"upgrade/{name}/dry-run", *upgrade, "--dry-run")
    yield Call(f"upgrade/{name}/done", upgrade, (data,))
    yield Call(f"upgrade/{name}/again", (*upgrade, "--lang", "en"))


def _git() -> Iterator[Call | Edit]:
    """Compare commits, and build pages that show the history of the data."""
    yield edits.make_history
    for report in ("text", "markdown"):
        for name, commits in (
            ("commits", ("HEAD~2", "HEAD~1")),
            ("back", ("HEAD~1", "HEAD~2")),
            ("work-tree", ("HEAD",)),
            ("default", ()),
            ("years", ("--other-year", "2568")),
        ):
            call = ("diff", *commits, "--format", report, *TODAY)
            yield from _in_both(f"diff/{name}/{report}", *call)
    yield from _in_both("diff/no-such-commit", "diff", "no-such-commit", *TODAY)
    yield Call("generate/history", ("generate", "pages", *TODAY), ("pages",))
    yield _build("history", "data", "--staff")


def _workbook() -> Iterator[Call | Edit]:
    export = ("workbook", "export")
    yield Call("workbook-export/all", export, ("workbooks",))
    owner = (*export, "--owner", "กองคลัง", "--year", "2568", "--out", "owner", "--lang", "en")
    yield Call("workbook-export/owner", owner, ("owner",))
    everything = "workbooks/" + edits.WORKBOOK
    yield edits.gather_workbooks
    yield from _in_both("workbook-import/unchanged", "workbook", "import", everything)
    yield edits.edit_workbook
    back = ("workbook", "import", everything)
    yield from _in_both("workbook-import/dry-run", *back, "--dry-run")
    yield Call("workbook-import/edited", back, ("data",))
    yield Call("workbook-import/edited-again", (*back, "--lang", "en"))
    yield edits.break_workbook
    yield from _in_both("workbook-import/wrong", *back, made=["data"])
    yield Call("workbook-import/not-a-workbook", ("workbook", "import", "data/agency.yml"))


def _years() -> Iterator[Call]:
    """Add the item that the sample lacks, and its next year."""
    yield from _in_both("new/sample", "new", "O24", made=["data"])
    yield from _in_both("new-year/sample", "new-year", "2570", made=["data"])
    yield from _checks("next-year", "--year", "2570", *TODAY)
    yield from _upgrade("sample", "data")


def _answers() -> Iterator[Call]:
    for kind in ("csv", "xlsx", "html"):
        file = f"answers.{kind}"
        yield from _in_both(f"answers/{kind}", "answers", "--out", file, *TODAY, made=[file])
    for kind in ("csv", "html", "xlsx"):
        yield from _in_both(f"answers/printed-{kind}", "answers", "--format", kind, *TODAY)
    yield Call("answers/2568", ("answers", "--year", "2568", *TODAY))
    lock = "data/2569/submitted.yml"
    yield from _in_both("answers/lock", "answers", "--lock", *TODAY, made=[lock])
    yield Call("answers/replace", ("answers", "--lock", "--replace", *TODAY), (lock,))
    yield from _checks("locked", *TODAY)


def _import() -> Iterator[Call]:
    for kind, file in (
        ("procurement", "summary.xlsx"),
        ("procurement", "corrected.xlsx"),
        ("procurement", "list.xlsx"),
        ("procurement", "egp.json"),
        ("procurement", "egp.csv"),
        ("procurement", "own.csv"),
        ("procurement", "memo.xlsx"),
        ("procurement", "empty.csv"),
        ("procurement", "services.xlsx"),
        ("budget", "plan.xlsx"),
        ("budget", "months.xlsx"),
        ("budget", "summary.xlsx"),
        ("statistics", "services.xlsx"),
    ):
        call = ("import", kind, file, "--year", "2568")
        yield from _in_both(f"import/{kind}/{file}/dry-run", *call, "--dry-run")
        yield from _in_both(f"import/{kind}/{file}", *call, made=["data"])
    several = ("import", "procurement", "summary.xlsx", "none.xlsx", "data", "--year", "2025")
    yield from _in_both("import/refused", *several)
    yield from _checks("imported", "--year", "2568", *TODAY)


def _links() -> Iterator[Call]:
    proxy = {"HTTP_PROXY": ADDRESS, "HTTPS_PROXY": ADDRESS}
    for report in ("text", "json"):
        for call in _in_both(f"links/{report}", "links", "--fresh", "--format", report, *TODAY):
            yield Call(call.name, call.arguments, environment=proxy)
    yield Call("links/remembered", ("links", "--year", "2569", *TODAY), environment=proxy)


def _help(codes: list[str]) -> Iterator[Call]:
    """Yield the calls that print explanations, the version and the help."""
    for code in [*codes, "oit201", "OIT999"]:
        yield from _in_both(f"explain/{code}", "explain", code)
    yield Call("help/version", ("--version",))
    for command in COMMANDS:
        yield Call(f"help/{command or 'oit'}", (*command.split(), "--help"))


def _usage() -> Iterator[Call]:
    """Yield calls that cannot be understood, and calls for something that does not exist."""
    for line in (
        "", "no-such-command", "chekc", "--no-such-option", "check --no-such-option",
        "check --format pdf", "check --lang fr", "check --today yesterday", "check --year next",
        "check --year", "check extra", "score --format xml", "score --what-if O2", "export",
        "score --what-if O99=5", "build --out", "answers --format pdf", "answers --replace",
        "diff --format html", "diff HEAD --other-year 2568", "generate", "generate out --for hugo",
        "explain", "explain OIT201 OIT202", "checklist", "checklist format", "schema", "hosting",
        "hosting lighttpd", "links --timeout 0", "links --timeout soon", "export csv", "import",
        "export ocds --prefix wrong", "import procurement", "import wages a.xlsx --year 2569",
        "import procurement a.xlsx", "workbook", "workbook import", "workbook print", "init",
        "init data", "new", "new-year", "new-year soon", "verify",
    ):  # fmt: skip
        yield Call(f"usage/{line or 'nothing'}", tuple(line.split()))
    for line in (
        "check --item O77", "check --item ข่าว", "check --owner กองคลง", "check --year 2560",
        "check --data none", "score --year 2560", "score --data none", "build --data none",
        "answers --year 2560", "answers --data none", "diff --other-year 2560", "diff",
        "generate out --data none", "generate data", "hosting nginx --data none",
        "links --data none", "export ocds --year 2560", "export ocds --data none",
        "workbook export --owner กองคลง", "workbook export --year 2560",
        "workbook export --data none", "workbook import none.xlsx", "new O77", "new O1 --year 2560",
        "new O1 --data none", "new-year 2400", "new-year 2569", "upgrade --data none",
        "verify none", "pack none", "build --out docs", "checklist lint --data none",
        "init new --name ก --kind village", "init new --year 2400 --name ก --kind college",
    ):  # fmt: skip
        yield from _in_both(f"refused/{line}", *line.split())
