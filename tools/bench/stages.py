"""Where the time goes inside a check and a build, according to Python's own profiler.

The profiler slows Python calls down but not C code, so the shares are rough.
"""

import pstats
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from tools.bench import contestants
from tools.bench.inputs import Sample, copies, the_sample
from tools.bench.measure import Contestant
from tools.bench.purchases import paged_archive
from tools.bench.run import Run
from tools.bench.tables import heading
from tools.bench.trees import OURS

TOP = 15


class Stage(NamedTuple):
    """A function whose time, including its callees, is one stage of the work."""

    name: str
    file: str
    function: str


_IMPORTS = Stage("loading modules", "<frozen importlib._bootstrap>", "_find_and_load")
_READING = [
    Stage("checklists (reading and forms too)", "oit/data/checklist.py", "load"),
    Stage("read: YAML to values", "oit/source/read.py", "read"),
    Stage("forms: values to records", "oit/forms/reading.py", "read_form"),
    Stage("tables: CSV to columns", "oit/data/tables/read.py", "read_table"),
    Stage("documents", "oit/data/documents.py", "check_documents"),
    Stage("  their pages (pypdfium2)", "oit/pdf.py", "page_count"),
    Stage("rules", "oit/assess/assess.py", "assess"),
]
CHECK = [_IMPORTS, *_READING, Stage("report", "oit/views/report/text.py", "report_text")]
BUILD = [
    _IMPORTS,
    Stage("the hook: data, pages", "oit/publish/site.py", "prepare"),
    *(stage._replace(name=f"  {stage.name}") for stage in _READING),
    Stage("  templates: records to pages", "oit/views/pages/site.py", "make_site"),
    Stage("    pages of tables", "oit/views/pages/data.py", "data_pages"),
    Stage("    files of tables", "oit/views/datasets/files.py", "files_of"),
    Stage("      Excel", "oit/views/datasets/xlsx.py", "write_xlsx"),
    Stage("the hook: search index", "oit/publish/site.py", "write_search"),
    Stage("MkDocs: settings", "mkdocs/config/base.py", "load_config"),
    Stage("MkDocs: Markdown", "mkdocs/commands/build.py", "_populate_page"),
    Stage("MkDocs: theme around each page", "mkdocs/commands/build.py", "_build_page"),
    Stage("MkDocs: other templates", "mkdocs/commands/build.py", "_build_theme_template"),
    Stage("MkDocs: copying files", "mkdocs/structure/files.py", "copy_static_files"),
]

Profile = dict[tuple[str, int, str], tuple[int, int, float, float, object]]


def profile(run: Run) -> None:
    """Profile a check and a build of three samples, and print their stages."""
    folder = run.folder("profiled", OURS)
    for sample in (
        the_sample(folder / "sample"),
        copies(run.plan.years[-2], folder / "copies"),
        paged_archive(run.plan.pages, folder / "archive"),
    ):
        check = _profiled(sample, OURS.child("check_years", sample.data))
        _print(f"Inside oit check: {sample}", check, CHECK)
        build = _profiled(sample, contestants.build(sample).commands[0])
        _print(f"Inside mkdocs build with the hook: {sample}", build, BUILD)


def _profiled(sample: Sample, command: Sequence[str | Path]) -> Profile:
    python, *arguments = command
    file = sample.folder / "profile"
    profiled = [python, "-m", "cProfile", "-o", file, *arguments]
    Contestant("profiled", [profiled], sample.environment, sample.folder, may_lack=True).run()
    profile: Profile = vars(pstats.Stats(str(file)))["stats"]
    return profile


def _print(title: str, profile: Profile, stages: list[Stage]) -> None:
    total_time = sum(own for _, _, own, _, _ in profile.values())
    heading(f"{title}; {total_time:.2f} s under the profiler")
    for stage in stages:
        spent = sum(
            total
            for (file, _, function), (_, _, _, total, _) in profile.items()
            if function == stage.function and Path(file).as_posix().endswith(stage.file)
        )
        print(f"{stage.name:<45}{spent:>8.3f} s{spent / total_time:>8.1%}")
    print(f"\nmost time of their own{'calls':>22}{'own s':>10}{'with callees':>14}")
    for (file, line, function), (_, calls, own, total, _) in sorted(
        profile.items(), key=lambda entry: -entry[1][2]
    )[:TOP]:
        where = "/".join(Path(file).parts[-2:]) if line else ""
        print(f"{calls:>44}{own:>10.3f}{total:>14.3f}  {where} {function}")
