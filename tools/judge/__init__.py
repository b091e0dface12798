"""``make judge``: what programs of others find wrong with the site's pages.

Each complaint is either mended or stands in ``accepted.yml`` with a reason. ``make test`` runs the
judges of markup over the sample; ``make judge`` runs all judges over the sample with its staff
pages, an agency that has just begun, every example, and the manual.
"""
