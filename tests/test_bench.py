"""What ``make bench`` prints, draws and measures with; how fast anything is, no test says."""

import sys
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from jinja2 import Environment, FileSystemLoader
from tools.bench import aims, pictures, trees
from tools.bench.aims import MILLISECONDS, Figure
from tools.bench.children import peer_hook
from tools.bench.inputs import Sample, many_items
from tools.bench.measure import Contestant, Failed, Result, Usage
from tools.bench.purchases import archive

from commands import ROOT
from oit.assess.assessment import errors_in
from oit.assess.examine import examine
from oit.clock import today
from oit.data.folder import DataFolder

SVG = "{http://www.w3.org/2000/svg}"


def test_an_aim_is_met_as_its_figure_is_printed() -> None:
    assert Figure("a", 0.604, 0.6).result == "met"
    assert Figure("b", 0.606, 0.6).result == "not met"
    assert Figure("c", 250.4, 250, MILLISECONDS).result == "met"
    assert Figure("d", None, 250, MILLISECONDS).result == "not measured"


def test_the_table_of_aims_has_aim_figure_and_result() -> None:
    lines = list(aims.table([Figure("Build", 0.5, 0.6), Figure("Query", None, 1000, MILLISECONDS)]))

    assert [line.split() for line in lines] == [
        ["aim", "at", "most", "figure"],
        ["Build", "0.60", "×", "0.50", "×", "met"],
        ["Query", "1,000", "ms", "–", "not", "measured"],
    ]


def test_a_ratio_is_the_median_of_the_rounds() -> None:
    ours = Result(Contestant("ours", []), [Usage(1, cpu, 5) for cpu in (1.0, 9.0, 3.0)])
    its = Result(Contestant("its", []), [Usage(2, cpu, 7) for cpu in (2.0, 9.0, 2.0)])

    assert ours.ratios(its) == (0.5, 1.0)
    assert ours.usage == Usage(1, 3.0, 5)


def test_a_run_removes_what_it_makes_and_prepares_before_it_is_measured(tmp_path: Path) -> None:
    old, prepared = tmp_path / "old", tmp_path / "prepared"
    old.mkdir()
    command = [sys.executable, "-c", "import sys, os; sys.exit(not os.path.isdir('prepared'))"]

    usage = Contestant("a", [command], folder=tmp_path, makes=[old], prepare=prepared.mkdir).run()

    assert not old.exists()
    assert usage.cpu > 0
    assert usage.peak > 1_000_000


def test_a_crash_is_not_a_lack_of_data() -> None:
    crash, lack = ([sys.executable, "-c", code] for code in ("1/0", "raise SystemExit(1)"))

    Contestant("lacks", [lack], may_lack=True).run()
    with pytest.raises(Failed, match="ZeroDivisionError"):
        Contestant("crashes", [crash], may_lack=True).run()


def test_without_history_there_is_no_pinned_commit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trees, "ROOT", tmp_path)

    assert trees.pinned() is None


@pytest.mark.parametrize("write", [many_items, archive])
def test_the_program_accepts_the_data_that_is_measured(
    write: Callable[[int, Path], Sample], tmp_path: Path
) -> None:
    sample = write(3, tmp_path)

    assessment = examine(DataFolder(sample.data, sample.folder), today(), sample.years[0])

    assert errors_in([assessment]) == []
    assert assessment.items


def test_the_peer_of_our_build_knows_the_filters_of_our_theme() -> None:
    theme = Environment(loader=FileSystemLoader(ROOT / "hooks/oit/theme"), autoescape=True)
    theme.filters["url"] = str  # MkDocs' own
    peer_hook.on_env(theme)

    for name in theme.list_templates(extensions=["html"]):
        theme.get_template(name)


GROWTH = {"ours": [(10, 0.5), (100, 2.0), (2_000, 30.0)], "<its> & more": [(10, 0.9), (2_000, 0.0)]}


def test_a_picture_says_in_words_what_it_shows() -> None:
    svg = ET.fromstring(pictures.chart("Build: rows", "rows", GROWTH))  # noqa: S314 - our own
    texts = [element.text for element in svg.iter(f"{SVG}text")]

    assert svg.findtext(f"{SVG}title") == "Build: rows: CPU seconds by rows"
    described = svg.findtext(f"{SVG}desc") or ""
    assert "ours: 0.50 s with 10 rows, 2.00 s with 100 rows, 30.00 s with 2,000 rows" in described
    assert {"Build: rows", "rows", "ours", "<its> & more", "in proportion to the data"} < {*texts}
    assert {"10", "100", "1,000", "10,000", "0.1 s", "1 s", "10 s", "100 s"} < {*texts}


def test_the_points_of_a_picture_stand_where_their_logarithms_do() -> None:
    svg = ET.fromstring(pictures.chart("Build", "rows", GROWTH))  # noqa: S314 - our own
    circles = [(float(c.attrib["cx"]), float(c.attrib["cy"])) for c in svg.iter(f"{SVG}circle")]
    (x10, y10), (x100, y100), _ = circles[:3]
    labels = {t.text: float(t.attrib["x"]) for t in svg.iter(f"{SVG}text")}
    dashed = next(p for p in svg.iter(f"{SVG}path") if p.get("class") == "proportion")
    start, end = (tuple(map(float, point.split())) for point in dashed.attrib["d"][2:].split(" L "))

    assert (x10, x100) == (labels["10"], labels["100"])
    assert y100 < y10
    assert start == (x10, y10)
    # Ten times the data, ten times the time: from 0.5 s with 10 rows to 100 s with 2,000.
    assert end[0] < labels["10,000"]
    assert end[1] == min(float(p.attrib["d"].split()[2]) for p in svg.iter(f"{SVG}path"))
