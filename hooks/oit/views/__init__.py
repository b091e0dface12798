"""Everything made of an assessment: pages, reports, datasets, papers, answers."""
