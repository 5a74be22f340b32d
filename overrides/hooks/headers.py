"""Every header the site is sent with, in one place.

From here come site/_headers (hosts with a CDN), site/_headers.nginx (included by
deploy/nginx.conf) and the policy that stands in the pages for hosts that send no
headers of ours. They travel with the pages, because the policy holds the hashes of
what those pages hold.
"""

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

NO_STORE = "no-store"  # the browser keeps no copy on disk, and Back after the exit has nothing to show
IMMUTABLE = "public, max-age=31536000, immutable"
_HASHED = r"assets/(.+/)?[^/]+\.[0-9a-f]{10}\.[a-z0-9]+$"

_MADE = "Made by the build (overrides/hooks/headers.py). Do not edit."

# Sent with every answer, errors too.
_ALWAYS = {
    "Referrer-Policy": "no-referrer",  # sites we link to do not learn where the reader came from
    "X-Content-Type-Options": "nosniff",
    "X-DNS-Prefetch-Control": "off",  # a link that nobody follows asks the network nothing
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
# Only over TLS: the standard forbids it in the open.
SECURE = {"Strict-Transport-Security": "max-age=63072000"}


def policy(styles: Iterable[str], scripts: Iterable[str]) -> dict[str, str]:
    """Return the Content Security Policy by directive; `styles` and `scripts` are hashes of what stands in pages.

    No page may fetch anything (connect-src): what the search needs comes as scripts.
    """
    return {
        "default-src": "'none'",
        "script-src": " ".join(["'self'", *sorted(scripts)]),
        "style-src": " ".join(["'self'", *sorted(styles)]),  # 'self': the print style sheet
        "img-src": "'self'",
        "manifest-src": "'self'",
        "base-uri": "'none'",
        "form-action": "'none'",
        "frame-ancestors": "'none'",
        "require-trusted-types-for": "'script'",
        "trusted-types": "'none'",
    }


def serialize(directives: dict[str, str]) -> str:
    """Return a policy as one line."""
    return "; ".join(f"{name} {value}" for name, value in directives.items())


def for_pages(directives: dict[str, str]) -> str:
    """Return the policy as a page may say it of itself: a browser does not take frame-ancestors from there."""
    return serialize({name: value for name, value in directives.items() if name != "frame-ancestors"})


def always(directives: dict[str, str]) -> dict[str, str]:
    """Return the headers of every answer, but Cache-Control and those of SECURE."""
    return {"Content-Security-Policy": serialize(directives)} | _ALWAYS


def caching(address: str) -> str:
    """Return Cache-Control for '/hulp/' or '/assets/app.1f3a5c7e90.js': only what has its hash in its name is kept."""
    return IMMUTABLE if re.search(f"/{_HASHED}", address) else NO_STORE


def cdn(directives: dict[str, str], files: Iterable[str], root: str) -> str:
    """Return the file _headers for a site of `files` ('hulp/index.html', …) below the path `root` ('/' or '/site/').

    Where two rules fit an address, hosts join the values of a header that both
    have. So Cache-Control has no rule for all: each address falls under one.
    """
    rules = {f"{root}*": always(directives) | SECURE}
    for file in sorted(files):
        first, _, rest = file.partition("/")
        address = f"{root}{file}" if first == "assets" or not rest else f"{root}{first}/*"
        rules[address] = {"Cache-Control": caching(address)}
    rules[root] = rules.pop(f"{root}index.html", {"Cache-Control": NO_STORE})
    lines = (
        f"{address}\n" + "".join(f"  {name}: {value}\n" for name, value in rule.items())
        for address, rule in rules.items()
    )
    return f"# {_MADE}\n" + "\n".join(lines)


def nginx(directives: dict[str, str], moved: dict[str, str], urls: Iterable[str], root: str) -> str:
    """Return what deploy/nginx.conf includes within `http`; `moved` is {old: new address}, `urls` those of pages.

    $app_secure is set there: 1 where the reader's connection is TLS. Somebody who types an address from paper may
    write capitals or forget the slash: every address of a page is known in any case.
    """
    lines = [f"# {_MADE}", f'map $uri $app_caching {{ default "{NO_STORE}"; "~^{root}{_HASHED}" "{IMMUTABLE}"; }}']
    lines.append("map $uri $app_moved {\n  default '';")
    # As it should be: stays. A pattern, and the first one: nginx compares plain words without looking at capitals.
    lines.append(f"  \"~^{root}({'|'.join(re.escape(url) for url in sorted(urls))})$\" '';")
    ways = {url: url for url in sorted(urls) if url} | moved
    lines += [f'  "~*^{root}{re.escape(old.strip("/"))}/?$" "{root}{new}";' for old, new in ways.items()]
    lines.append("}")
    for number, (name, value) in enumerate(SECURE.items()):
        lines.append(f'map $app_secure $app_secure_{number} {{ default ""; 1 "{value}"; }}')
        lines.append(f"add_header {name} $app_secure_{number} always;")
    lines += [f'add_header {name} "{value}" always;' for name, value in always(directives).items()]
    lines.append("add_header Cache-Control $app_caching always;")
    return "\n".join(lines) + "\n"


def redirects(moved: dict[str, str], root: str) -> str:
    """Return the file _redirects for hosts with a CDN."""
    return "".join(f"{root}{old.strip('/')}{end} {root}{new} 301\n" for old, new in moved.items() for end in ("", "/"))


def files(
    directives: dict[str, str], moved: dict[str, str], names: list[str], urls: list[str], site_url: str
) -> dict[str, str]:
    """Return {name: text} of the three files that tell servers what to send; `names` are the files of the site."""
    root = urlsplit(site_url).path
    return {
        "_headers": cdn(directives, names, root),
        "_headers.nginx": nginx(directives, moved, urls, root)
        + f'map "" $app_host {{ default "{urlsplit(site_url).netloc}"; }}\n',
        "_redirects": redirects(moved, root),
    }
