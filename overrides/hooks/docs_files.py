"""Look at the files of docs/ before any is read: what kind they are, and in which language."""

from pathlib import Path

from errors import SiteError
from front_matter import PageInfo
from mkdocs.structure.files import Files

_KINDS = {".md", ".svg", ".png", ".jpg", ".jpeg", ".webp", ".ico", ".txt"}
_MOST = 150_000  # bytes of a picture: more keeps a reader on a slow line waiting
_METADATA = (b"Exif\0\0", b"eXIf", b"EXIF", b"http://ns.adobe.com/xap/")


def check(files: Files, folder: Path) -> None:
    """Stop on a file that is none of ours, and on a picture that is too big or tells where it was taken."""
    for file in files:
        if file.inclusion.is_excluded() or not file.abs_src_path or folder not in Path(file.abs_src_path).parents:
            continue
        path, place = Path(file.abs_src_path), f"docs/{file.src_uri}"
        if path.suffix not in _KINDS:
            remedy = (
                f"Rename it: '{path.suffix.lower()}'." if path.suffix.lower() in _KINDS else "Take it out of docs/."
            )
            raise SiteError(place, f"ends in '{path.suffix}', which the site does not publish.", remedy)
        if path.suffix in (".md", ".txt"):
            continue
        content = path.read_bytes()
        if len(content) > _MOST:
            problem = f"is {len(content) // 1000} kB big; {_MOST // 1000} kB is the most for a picture."
            raise SiteError(place, problem, "Make it smaller as CONTRIBUTING.md says under 'A picture'.")
        if any(sign in content for sign in _METADATA):
            problem = "holds data about where and when it was made."
            raise SiteError(place, problem, "Take them out as CONTRIBUTING.md says under 'A picture'.")


def drop_theme_files(files: Files) -> None:
    """Leave out every file of Material and of overrides/: no page asks for one."""
    for file in list(files):
        if (
            not file.generated_by
            and file.src_dir
            and not file.is_documentation_page()
            and "docs" not in Path(file.src_dir).parts
        ):
            files.remove(file)


def key_of(path: str, language: str) -> str:
    """Return the path of the Dutch page that belongs to `path`: 'hulp.en.md' gives 'hulp.md'."""
    suffix = f".{language}.md"
    return path.removesuffix(suffix) + ".md" if path.endswith(suffix) else path


def check_twins(pages: dict[str, PageInfo], dutch: dict[str, PageInfo], language: str) -> None:
    """Stop where a page of the Dutch site has no twin in `language`: half a site is none."""
    missing = [key for key in dutch if key not in pages]
    if missing:
        name = missing[0].removesuffix(".md")
        raise SiteError(
            f"docs/{name}.{language}.md",
            "is missing.",
            f"Translate docs/{name}.md, or take '{language}' out of mkdocs.yml.",
        )
