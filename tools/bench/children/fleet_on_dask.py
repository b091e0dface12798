"""Run a fleet on a cluster of this machine; print the CPU seconds of all its processes.

python fleet_on_dask.py FOLDER WORKERS
"""

import resource
import subprocess
import sys

from distributed import Client, LocalCluster

from oit.fleet import isolated


def main(folder: str, workers: str) -> None:
    """Run."""
    with (
        LocalCluster(
            int(workers), threads_per_worker=1, dashboard_address="127.0.0.1:0"
        ) as cluster,
        Client(cluster) as client,
    ):
        command = [sys.executable, "-m", "oit", "fleet", "run", "--fleet", folder]
        done = subprocess.run(
            [*command, "--scheduler", cluster.scheduler_address],
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        if done.returncode:
            sys.exit(done.stderr or done.stdout)
        in_workers = sum(client.run(_of_worker).values())
        print(in_workers + _seconds())


def _of_worker() -> float:
    """Return the CPU seconds of a worker, and of the processes that it lets call the tasks."""
    isolated.stop()
    return _seconds()


def _seconds() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(usage.ru_utime + usage.ru_stime for usage in used)


if __name__ == "__main__":
    main(*sys.argv[1:])
