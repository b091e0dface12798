"""The cache of outcomes."""

import json
import time
from pathlib import Path

import pytest

from oit.publish.links.attempt import Outcome, State
from oit.publish.links.cache import KEPT, Cache

A = "https://a.go.th/"
MOVED = Outcome(State.MOVED, 200, leads_to="https://b.go.th/")


def test_only_working_addresses_are_remembered(tmp_path: Path) -> None:
    path = tmp_path / "oit" / "links.json"
    cache = Cache(path)
    cache.put(A, MOVED)
    cache.put("https://dead.go.th/", Outcome(State.DEAD, 404))
    cache.save()
    assert Cache(path).get(A) == MOVED
    assert Cache(path).get("https://dead.go.th/") is None
    assert Cache(path, fresh=True).get(A) is None
    cache.put(A, Outcome(State.DEAD, 404))
    assert cache.get(A) is None


def test_old_outcomes_are_forgotten(tmp_path: Path) -> None:
    path = tmp_path / "links.json"
    path.write_text(json.dumps({A: [int(time.time()) - KEPT - 1, *MOVED]}), encoding="utf-8")
    cache = Cache(path)
    assert cache.get(A) is None
    cache.save()
    assert json.loads(path.read_text(encoding="utf-8")) == {}


@pytest.mark.parametrize("text", ["{", "[1]", "1", f'{{"{A}": 1}}', f'{{"{A}": ["x", "no"]}}'])
def test_a_broken_cache_is_ignored(tmp_path: Path, text: str) -> None:
    path = tmp_path / "links.json"
    path.write_text(text, encoding="utf-8")
    assert Cache(path).get(A) is None


def test_a_cache_that_cannot_be_written_is_ignored(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    Cache(tmp_path / "file" / "links.json").save()
