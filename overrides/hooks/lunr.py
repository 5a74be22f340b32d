"""Cut lunr, which counts and compares words, out of the package of Material, without the parts that this site does not use."""

import re
from pathlib import Path

import material
from errors import SiteError

# Material's own search is left out, but the worker that it ships holds lunr, already small.
WORKERS = Path(material.__file__).parent / "templates/assets/javascripts/workers"
_LUNR = re.compile(
    r"(/\*\*\n \* lunr - .*?\*/)(\(function\(\)\{var (\w+)=.*?)\(function\(\w,\w\)\{typeof define", re.DOTALL
)
# Each chapter begins with a comment that names it. Ours: no English stemmer, and no language of
# signs in what people type ("title:x~2"), whose parser stands at the end; nothing is stored or loaded;
# words come folded, none is demanded, and nobody asks which one matched where (search/2-index.js tells lunr).
_CHAPTER = re.compile(r"/\*!\n \* (lunr\.\w+)\n.*?\*/", re.DOTALL)
_CHAPTERS_NOT_NEEDED = ("lunr.tokenizer", "lunr.Pipeline", "lunr.stemmer", "lunr.stopWordFilter", "lunr.trimmer")
_PARTS_NOT_NEEDED = (
    "Index.load", "Index.prototype.search", "Index.prototype.toJSON", "Builder.prototype.k1", "Builder.prototype.use",
    "MatchData", "MatchData.prototype.add", "MatchData.prototype.combine", "Set",
    "Set.complete", "Set.empty", "Set.prototype.contains", "Set.prototype.intersect", "Set.prototype.union", "Token", "Token.prototype.clone",
    "Token.prototype.toString", "Token.prototype.update", "Vector.prototype.toArray",
    "Vector.prototype.toJSON", "utils.asString", "utils.clone",
)  # fmt: skip


def cut() -> tuple[str, str]:
    """Return (licence, source) of lunr without the chapters that this site does not use."""
    (worker,) = WORKERS.glob("search.*.min.js")
    found = _LUNR.search(worker.read_text(encoding="utf-8"))
    if not found:
        raise SiteError(str(worker), "does not hold the lunr that this step knows.", "Read finish/lunr.py against it.")
    licence, source, name = found.groups()
    source, parser, _ = source.partition(f",{name}.QueryParseError=")
    first, *chapters = _CHAPTER.split(source)  # then a name and its chapter, in turns
    names, texts = chapters[::2], chapters[1::2]
    if not parser or not set(_CHAPTERS_NOT_NEEDED) <= set(names):
        raise SiteError(str(worker), "holds a lunr with other chapters.", "Read finish/lunr.py against it.")
    kept = "".join(text for chapter, text in zip(names, texts, strict=True) if chapter not in _CHAPTERS_NOT_NEEDED)
    for part in _PARTS_NOT_NEEDED:
        if f"{name}.{part}=" not in kept:
            raise SiteError(str(worker), f"holds a lunr without lunr.{part}.", "Read finish/lunr.py against it.")
        kept = _without(kept, f"{name}.{part}=")
    return licence, f"const lunr={first}{kept};return {name}}})();"


def _without(source: str, head: str) -> str:
    """Return minified JavaScript without the function or object that is assigned at `head`, which it holds."""
    start = source.index(head)
    end, depth = source.index("{", start) + 1, 1
    while depth:
        depth += {"{": 1, "}": -1}.get(source[end], 0)
        end += 1
    if source[end : end + 1] == ",":  # "a=1,f=function(){},b=2;"
        return source[:start] + source[end + 1 :]
    return source[:start].removesuffix(",") + source[end:]
