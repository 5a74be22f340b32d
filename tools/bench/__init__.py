"""How fast the site is, against stock Material and against one hand-written page with the same text.

Timings depend on the machine, so this is no test: `make bench` prints the table
of DECISIONS.md, "Speed". What does not depend on it is in tests/site/test_weight.py.
"""
