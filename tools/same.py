"""Say whether two versions of the program give the same output.

    python tools/same.py OLD NEW                  compare two versions
    python tools/same.py --save FILE VERSION      save the outputs of a version for later

A version is a git revision, a folder with a checkout of the project ('.' is the working tree), or
the FILE that an earlier run saved. Both versions run with the same inputs, those of OLD; the
program and mkdocs.yml are each version's own.

Every call that tools/regression/calls.py lists is run, and its exit status, its texts and the
files that it writes are compared. Outputs of help are named help/…, those of wrong calls usage/…;
after a change of the command line, leave them out with --except help/ --except usage/.

A saved FILE has a folder beside it, FILE's name with the suffix .files, with the inputs and texts.

The exit status is 0 if the outputs are the same, 1 if they differ, 2 if a version is unknown.
"""

import argparse
import sys
import tempfile
import time
from pathlib import Path
from shutil import copytree, rmtree

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tools.regression import inputs
from tools.regression.manifest import Difference, Manifest, files_of, text_difference
from tools.regression.run import Folders, run_version
from tools.regression.versions import UnknownVersionError, copy_program, require, tree_of

SAME, DIFFERENT, UNUSABLE = 0, 1, 2


def main() -> int:
    """Compare or save versions; return the exit status."""
    parser = _parser()
    options = parser.parse_args()
    expected = 1 if options.save else 2
    if len(options.versions) != expected:
        parser.error(f"name {expected} version(s)")
    with tempfile.TemporaryDirectory(prefix="oit-same-") as folder:
        work = Path(folder).resolve()
        try:
            for version in options.versions:
                if not Path(version).is_file():
                    require(version)
            if options.save and Path(options.versions[0]).is_file():
                raise UnknownVersionError(f"{options.versions[0]} is a file, not a version to run")
            old = manifest_of(options.versions[0], work / "old", None)
            if options.save:
                return _save(old, options.save)
            new = manifest_of(options.versions[1], work / "new", old)
        except UnknownVersionError as error:
            sys.stderr.write(f"same.py: {error}\n")
            return UNUSABLE
        return _compare(old, new, options.excluded, options.show)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("versions", nargs="+", metavar="VERSION")
    parser.add_argument("--save", type=Path, metavar="FILE", help="save one version, as JSON")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="diff the first N texts")
    parser.add_argument(
        "--except",
        dest="excluded",
        action="append",
        default=[],
        metavar="PREFIX",
        help="leave out the outputs whose names begin with PREFIX, such as help/ (repeatable)",
    )
    return parser


def manifest_of(version: str, work: Path, old: Manifest | None) -> Manifest:
    """Load the manifest of a version, or run the version with the inputs of ``old``.

    Raises:
        UnknownVersionError: there is no such version, or its manifest has other inputs.
    """
    if Path(version).is_file():
        try:
            saved = Manifest.load(Path(version))
        except ValueError:
            raise UnknownVersionError(f"{version} is not a saved manifest") from None
        if old and old.inputs != saved.inputs:
            raise UnknownVersionError(f"{version} was saved with inputs other than those of OLD")
        return saved
    began = time.monotonic()
    if old and not (old.files / "inputs").is_dir():
        raise UnknownVersionError(f"OLD has no inputs: the folder {old.files} is missing")
    (work / "files/texts").mkdir(parents=True)
    tree = tree_of(version, work)
    if old is None:
        inputs.collect(tree, work / "files/inputs")
    given = (old.files if old else work / "files") / "inputs"
    copy_program(tree, work / "program")
    (work / "run").mkdir()
    folders = Folders(work / "program", given, work / "run", work / "files/texts")
    outputs = run_version(folders)
    seconds = time.monotonic() - began
    sys.stderr.write(f"{version}: {len(outputs)} outputs in {seconds:.0f} s\n")
    return Manifest(outputs, inputs.digest(given), work / "files")


def _save(manifest: Manifest, path: Path) -> int:
    files = files_of(path)
    if files.exists():
        rmtree(files)
    copytree(manifest.files, files)
    manifest.save(path)
    sys.stdout.write(f"{len(manifest.outputs)} outputs are in {path}, their texts in {files}\n")
    return SAME


def _compare(old: Manifest, new: Manifest, excluded: list[str], show: int) -> int:
    before, after = old.without(excluded), new.without(excluded)
    difference = Difference.of(before.outputs, after.outputs)
    lines = list(difference.lines())
    for line in lines:
        sys.stdout.write(f"{line}\n")
    for name in difference.differs[:show]:
        sys.stdout.write("\n" + text_difference(before, after, name))
    left_out = len(old.outputs) - len(before.outputs)
    note = f" ({left_out} left out)" if left_out else ""
    verdict = "different" if lines else "same"
    sys.stdout.write(f"{verdict}: {len(before.outputs)} outputs{note}\n")
    return DIFFERENT if lines else SAME


if __name__ == "__main__":
    sys.exit(main())
