"""What came back for one address, and trouble in plain words."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Answer:
    """What came back for `url`.

    outcome: ok · gone (the server says it is not there) · refused (not for robots, or not for us) · unreachable.
    """

    url: str
    outcome: str
    detail: str = ""
    final: str = ""  # the address that answered, after redirects
    forever: bool = False  # every redirect on the way was permanent
    html: str = ""  # '' for what is not a page, such as a PDF


def plain(error: Exception) -> str:
    """Return what went wrong, in words for whoever reads the report."""
    text = f"{error!r}"
    for sign, words in (
        ("NameResolution", "this host's name is not known"),
        ("CERTIFICATE", "its certificate is not right"),
        ("SSL", "no safe connection could be made"),
        ("ConnectTimeout", "no connection in time"),
        ("Timeout", "it stopped answering"),
        ("timed out", "it stopped answering"),
        ("refused", "it refuses connections"),
        ("IncompleteRead", "the connection broke off halfway"),
        ("Connection", "the connection broke off"),
    ):
        if sign in text:
            return words
    return f"it answers in a way we can't read ({type(error).__name__})"


def is_text(headers: Mapping[str, str]) -> bool:
    """Say whether the body is worth reading: a PDF or a film only has to be there."""
    kind = headers.get("Content-Type", "text/html").lower()
    return kind.startswith("text/") or "html" in kind


def text_of(headers: Mapping[str, str], body: bytes) -> str:
    """Return the body as text; what can't be read becomes a question mark."""
    _, _, charset = headers.get("Content-Type", "").lower().partition("charset=")
    try:
        return body.decode(charset.strip("\"' ") or "utf-8", errors="replace")
    except LookupError:  # a charset that does not exist
        return body.decode("utf-8", errors="replace")
