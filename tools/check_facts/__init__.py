"""Compare docs/_data/contacts.yml and sources.yml with the live pages they came from.

    polite.py   asks for one address, as a guest: slowly, briefly, with its name
    reading.py  what a page says: numbers, and prices and hours around them
    judge.py    what is wrong, how badly, and for whom
    report.py   the same as a table and as JSON

Nothing here writes a file: a person reads the page, then changes the facts.
"""
