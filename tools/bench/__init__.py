"""How fast OIT Site checks, builds and serves the desk, compared with its peers in the same run.

    .venv/bin/python -m tools.bench             everything, some minutes
    .venv/bin/python -m tools.bench --quick     one round of small data, for a first look
    .venv/bin/python -m tools.bench --start-up  only what commands cost before they do their work
    .venv/bin/python -m tools.bench --size      only tables of many rows, and other generators
    .venv/bin/python -m tools.bench --desk      only the desk, with twenty officers at work at once
    .venv/bin/python -m tools.bench --profile   where the time goes inside a check and a build

Whole processes are measured from outside; the desk by officers who wait for its pages. Those that
are compared take turns (A B A B …), and a ratio is the median of the ratios of each round, so a
busy machine slows both sides alike; the desk is compared once with what its libraries take for a
page. The program is compiled first. Nothing is asserted: times depend on the machine, people read
the ratios.
"""
