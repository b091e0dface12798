"""Builds the sites that people and programs look at: the sample, a beginner's, the examples."""

from pathlib import Path

from commands import ROOT, oit, python

BEGINNER = (
    *("--name", "เทศบาลตำบลเริ่มต้น", "--kind", "municipality"),
    *("--province", "ตัวอย่าง", "--year", "2569"),
)


def sample(folder: Path) -> Path:
    """Build the sample's site with its staff pages; return its folder."""
    return _build(ROOT / "data", folder / "sample")


def beginner(folder: Path) -> Path:
    """Build the site of an agency that has just begun; return its folder."""
    agency = folder / "agency"
    started = oit("init", agency, *BEGINNER)
    if started.returncode:
        raise SystemExit(started.stderr)
    return _build(agency / "data", folder / "beginner", agency)


def examples(folder: Path) -> dict[str, Path]:
    """Build the site of each example; return their folders by name."""
    data = sorted(ROOT.glob("examples/*/data/"))
    return {path.parent.name: _build(path, folder / path.parent.name) for path in data}


def manual(folder: Path) -> Path:
    """Build the manual; return its folder."""
    site = folder / "manual"
    settings = ("--config-file", "manual.yml", "--site-dir", str(site))
    done = python("mkdocs", "build", "--quiet", *settings)
    if done.returncode:
        raise SystemExit(done.stderr)
    return site


def _build(data: Path, site: Path, root: Path = ROOT) -> Path:
    done = oit("build", "--staff", "--data", data, "--out", site, cwd=root)
    if done.returncode:
        raise SystemExit(done.stderr)
    return site
