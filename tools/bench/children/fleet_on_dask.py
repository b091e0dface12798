"""Run a fleet on a cluster of this machine; print the CPU seconds that this took in all processes.

python fleet_on_dask.py FOLDER WORKERS
"""

import resource
import subprocess
import sys

import dask
from distributed import Client, LocalCluster

from oit.fleet import isolated

_SETTINGS = {  # as the manual advises
    "distributed.worker.profile.enabled": False,
    "distributed.worker.memory.monitor-interval": "1s",
    "distributed.admin.tick.interval": "1s",
}


def main(folder: str, workers: str) -> None:
    """Run."""
    dask.config.set(_SETTINGS)
    cluster = LocalCluster(1, threads_per_worker=int(workers), dashboard_address="127.0.0.1:0")
    with cluster, Client(cluster) as client:
        started = _all(client)
        command = [sys.executable, "-m", "oit", "fleet", "run", "--fleet", folder]
        done = subprocess.run(
            [*command, "--scheduler", cluster.scheduler_address],
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        if done.returncode:
            sys.exit(done.stderr or done.stdout)
        print(_all(client) - started)


def _all(client: Client) -> float:
    """Return the CPU seconds of the scheduler, the driver and the workers so far."""
    in_workers: dict[str, float] = client.run(_of_worker)
    return _own() + sum(in_workers.values())


def _of_worker() -> float:
    """Return the CPU seconds of a worker, and of the processes that it lets call the tasks."""
    isolated.stop()
    return _own()


def _own() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(usage.ru_utime + usage.ru_stime for usage in used)


if __name__ == "__main__":
    main(*sys.argv[1:])
