"""A cluster of Dask."""

import os
from contextlib import AbstractContextManager
from typing import Any

import dask
import pytest
from distributed import Client, LocalCluster

import fleet_tasks
from oit.fleet import cluster as dask_engine
from oit.fleet import isolated
from oit.fleet.cluster import ClusterError, ClusterExecutor, cluster
from oit.fleet.engine import Engine, drive


def client_of(engine: Engine) -> Client:
    assert isinstance(engine.executor, ClusterExecutor)
    return engine.executor.client


def address_of(engine: Engine) -> str:
    return str(client_of(engine).scheduler_info()["address"])


def refusal(engine: AbstractContextManager[Any]) -> str:
    with pytest.raises(ClusterError) as caught, engine:
        pass
    return caught.value.reason.en


def test_a_scheduler_has_an_address(dask_cluster: Engine) -> None:
    address = address_of(dask_cluster)
    assert address.startswith("tcp://")
    with cluster(address) as engine:
        assert engine.in_flight == dask_cluster.in_flight == 4
        assert sorted(drive(engine, fleet_tasks.act, range(10))) == [
            (number, 2 * number) for number in range(10)
        ]


def test_what_is_raised_on_the_way_comes_back(dask_cluster: Engine) -> None:
    assert dask_cluster.executor.submit(int, "5", base=8).result() == 5
    with pytest.raises(ValueError, match="invalid literal"):
        dask_cluster.executor.submit(int, "x").result()


def test_a_lost_cluster_ends_the_run() -> None:
    with (
        LocalCluster(n_workers=1, processes=False, dashboard_address="127.0.0.1:0") as lost,
        cluster(lost.scheduler_address) as engine,
    ):
        results = drive(engine, fleet_tasks.act, range(1000))
        assert next(results)
        lost.close()
        with pytest.raises(ClusterError, match="run the same command again"):
            list(results)


def test_what_agencies_do_ends_no_worker(dask_cluster: Engine) -> None:
    client = client_of(dask_cluster)
    client.wait_for_workers(2)
    before = client.run(os.getpid)
    list(drive(dask_cluster, fleet_tasks.act, ["exit", "kill", "allocate"]))
    assert client.run(os.getpid) == before


def test_no_scheduler(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dask_engine, "_TO_ANSWER", 0.2)
    assert "no scheduler answers at tcp://127.0.0.1:1:" in refusal(cluster("tcp://127.0.0.1:1"))
    assert "no scheduler answers at nonsense:" in refusal(cluster("nonsense"))


def test_an_address_without_the_encryption_that_the_settings_require() -> None:
    with dask.config.set({"distributed.comm.require-encryption": True}):
        assert "with TLS, the address begins with tls://" in refusal(cluster("tcp://127.0.0.1:1"))


def test_no_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dask_engine, "_TO_JOIN", 0.2)
    with LocalCluster(n_workers=0, processes=False, dashboard_address="127.0.0.1:0") as empty:
        assert "no workers" in refusal(cluster(empty.scheduler_address))


def test_a_worker_that_has_just_left_has_no_other_version(
    dask_cluster: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = address_of(dask_cluster)
    left = {"tcp://127.0.0.1:1": OSError("Timed out trying to connect")}
    monkeypatch.setattr(Client, "run", lambda *_, **__: left)
    with cluster(address) as engine:
        assert engine.in_flight


def test_workers_need_the_same_version(
    dask_cluster: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = os.getpid()

    def missing_elsewhere() -> str:
        if os.getpid() != here:
            raise ImportError("No module named 'oit'")
        return "1.0"

    address = address_of(dask_cluster)
    monkeypatch.setattr(isolated, "program", missing_elsewhere)
    assert refusal(cluster(address)).endswith("No module named 'oit'")
    monkeypatch.undo()
    monkeypatch.setattr(isolated, "_PROGRAM", isolated._PROGRAM / "fleet")
    isolated.program.cache_clear()
    assert "tcp://127.0.0.1" in refusal(cluster(address))
    monkeypatch.undo()
    isolated.program.cache_clear()
