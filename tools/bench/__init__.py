"""How fast OIT Site checks and builds, beside its peers in the same run.

    .venv/bin/python -m tools.bench             everything, some minutes
    .venv/bin/python -m tools.bench --quick     one round of small data, for a first look
    .venv/bin/python -m tools.bench --size      tables of many rows only, beside other generators
    .venv/bin/python -m tools.bench --profile   where the time goes inside a check and a build

Whole processes are measured from outside. Those that are compared take turns (A B A B …), and
a ratio is the median of the rounds' own ratios: what else the machine does meets both alike.
Nothing is asserted: times depend on the machine, and the ratios are for people to read.
"""
