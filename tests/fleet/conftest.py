"""Both engines, for all tests of a fleet."""

import os
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from oit.fleet.cluster import cluster
from oit.fleet.engine import Engine
from oit.fleet.pool import pool


@pytest.fixture(scope="session")
def with_tasks() -> Iterator[None]:
    """Let the processes that are started import the tasks of these tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", str(Path(__file__).parents[1]), prepend=os.pathsep)
        yield


@pytest.fixture(scope="session")
def dask_cluster(with_tasks: None) -> Iterator[Engine]:  # noqa: ARG001 - it must come first
    """A real cluster of two worker processes on this machine."""
    with cluster(workers=2) as engine:
        yield engine


@pytest.fixture(params=["pool", "cluster"])
def engine(request: pytest.FixtureRequest, with_tasks: None) -> Iterator[Engine]:  # noqa: ARG001
    with ExitStack() as stack:
        if request.param == "pool":
            yield stack.enter_context(pool(2))
        else:
            yield request.getfixturevalue("dask_cluster")
