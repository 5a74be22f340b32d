"""What templates may call: dates and numbers as Dutch writes them."""

from jinja2 import Environment

from .facts import in_words


def dutch_number(value: float) -> str:
    """Return a number as Dutch writes it: 5.4 gives '5,4', 10454 gives '10.454'."""
    text = f"{value:,.1f}" if value != int(value) else f"{int(value):,}"
    return text.translate(str.maketrans(",.", ".,"))


def prepare(environment: Environment, globals_: dict) -> Environment:
    """Give `environment` our filters and values, and return it."""
    environment.filters["in_words"] = in_words
    environment.filters["dutch_number"] = dutch_number
    environment.globals.update(globals_)
    return environment
