"""The one way in which wrong input stops the build."""

from mkdocs.exceptions import PluginError


class SiteError(PluginError):
    """One clear line: the file, what is wrong with it, and what to do."""

    def __init__(self, place: str, problem: str, remedy: str) -> None:
        super().__init__(f"{place}: {problem} {remedy}")
