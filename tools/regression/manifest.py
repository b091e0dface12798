"""The outputs of a version by their digests, and the difference between two versions."""

import difflib
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tools.regression.run import Outputs

MOST_NAMED = 100
"""How many names of a group are printed."""


@dataclass(frozen=True)
class Manifest:
    """The outputs of a version."""

    outputs: Outputs
    inputs: str
    """The digest of the inputs."""
    files: Path
    """The folder with the inputs, and with the texts of the outputs by their digests."""

    def save(self, path: Path) -> None:
        """Write the manifest; ``files`` must be the folder that ``files_of`` names."""
        content = {"inputs": self.inputs, "outputs": self.outputs}
        path.write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")

    @classmethod
    def load(cls, path: Path) -> "Manifest":
        """Read a manifest that was saved.

        Raises:
            ValueError: the file is not a manifest.
        """
        content = json.loads(path.read_text(encoding="utf-8"))
        if not isinstance(content, dict) or content.keys() != {"inputs", "outputs"}:
            raise ValueError
        return cls(content["outputs"], content["inputs"], files_of(path))

    def without(self, prefixes: Sequence[str]) -> "Manifest":
        """Return the manifest without the outputs whose names begin with a prefix."""
        kept = {n: d for n, d in self.outputs.items() if not n.startswith(tuple(prefixes))}
        return Manifest(kept, self.inputs, self.files)

    def text(self, name: str) -> list[str] | None:
        """Return the lines of an output, if it was text and not too large."""
        path = self.files / "texts" / self.outputs[name]
        return path.read_bytes().decode().splitlines(keepends=True) if path.is_file() else None


def files_of(path: Path) -> Path:
    """Return the folder beside a saved manifest that holds its inputs and texts."""
    return path.with_suffix(".files")


@dataclass(frozen=True)
class Difference:
    """The names of the outputs in which two manifests differ."""

    only_in_old: list[str]
    only_in_new: list[str]
    differs: list[str]

    @classmethod
    def of(cls, old: Outputs, new: Outputs) -> "Difference":
        """Compare the outputs of two versions."""
        both = old.keys() & new.keys()
        return cls(
            sorted(old.keys() - new.keys()),
            sorted(new.keys() - old.keys()),
            sorted(name for name in both if old[name] != new[name]),
        )

    def lines(self) -> Iterator[str]:
        """Yield the difference in words; nothing if there is none."""
        groups = {
            "only in OLD": self.only_in_old,
            "only in NEW": self.only_in_new,
            "differs": self.differs,
        }
        for title, names in groups.items():
            if not names:
                continue
            kinds = Counter(name.partition("/")[0] for name in names)
            counts = ", ".join(f"{kind} {count}" for kind, count in sorted(kinds.items()))
            yield f"{title}: {len(names)} ({counts})"
            yield from (f"  {name}" for name in names[:MOST_NAMED])
            if len(names) > MOST_NAMED:
                yield f"  … and {len(names) - MOST_NAMED} more"


def text_difference(old: Manifest, new: Manifest, name: str) -> str:
    """Return the unified diff of an output that differs."""
    before, after = old.text(name), new.text(name)
    if before is None or after is None:
        return f"{name}: no text was kept (not a text, or more than 200 kB)\n"
    lines = difflib.unified_diff(before, after, f"OLD/{name}", f"NEW/{name}")
    return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)
