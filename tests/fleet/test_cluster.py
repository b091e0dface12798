"""A cluster of Dask."""

import os
import signal
import socket
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from http.client import HTTPConnection
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


def test_a_cluster_whose_workers_are_gone_ends_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dask_engine, "_TO_RETURN", 0.1)
    with (
        LocalCluster(n_workers=0, processes=False, dashboard_address="127.0.0.1:0") as empty,
        Client(empty) as client,
    ):
        engine = Engine(ClusterExecutor(client), 2)
        with pytest.raises(ClusterError, match="no workers left"):
            list(drive(engine, fleet_tasks.act, range(3)))


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


@pytest.mark.parametrize("says", [b"", b"HTTP/1.0 400 Bad Request\r\n\r\n"])
def test_what_answers_is_no_scheduler(says: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dask_engine, "_TO_ANSWER", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = "tcp://{}:{}".format(*server.getsockname())
        with ThreadPoolExecutor() as one:
            asked = one.submit(refusal, cluster(address))
            with server.accept()[0] as connection:
                connection.sendall(says)
                assert f"no scheduler answers at {address}:" in asked.result()


def test_a_cluster_of_this_machine_is_for_nobody_else(dask_cluster: Engine) -> None:
    local = client_of(dask_cluster).cluster
    assert isinstance(local, LocalCluster)
    scheduler: Any = local.scheduler
    assert scheduler.ip == scheduler.http_server.address == "127.0.0.1"
    for path in ("/status", "/health", "/info/main/workers.html", "/json/counts.json"):
        connection = HTTPConnection("127.0.0.1", scheduler.http_server.port)
        connection.request("GET", path)
        assert connection.getresponse().status == 404
        connection.close()


@pytest.mark.skipif(not hasattr(signal, "pthread_sigmask"), reason="Windows has no masks")
def test_an_interrupt_reaches_no_worker_but_the_run_that_ends_them(dask_cluster: Engine) -> None:
    masks = client_of(dask_cluster).run(signal.pthread_sigmask, signal.SIG_BLOCK, [])
    assert len(masks) == 2
    assert all(signal.SIGINT in mask for mask in masks.values())
    assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, [])


def test_a_cluster_of_this_machine_that_cannot_start(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(**_: object) -> None:
        raise RuntimeError("no port")

    monkeypatch.setattr(dask_engine, "LocalCluster", fail)
    assert refusal(cluster()) == (
        "a cluster of this machine cannot start (no port); leave out --scheduler"
    )


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
