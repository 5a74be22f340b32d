"""Write the changed pages back, small."""

from __future__ import annotations

import typing

import minify_html

if typing.TYPE_CHECKING:
    from . import Built


def pages(built: Built) -> None:
    """Write each page without needless white space; words, tags and quotes stay as the HTML standard has them."""
    for path, tree in built.pages.items():
        small = minify_html.minify(
            tree.html or "",
            keep_closing_tags=True,
            keep_html_and_head_opening_tags=True,
            keep_input_type_text_attr=True,
            allow_noncompliant_unquoted_attribute_values=False,
            allow_optimal_entities=False,
            allow_removing_spaces_between_attributes=False,
            minify_doctype=False,
        )
        (built.folder / path).write_text(small, encoding="utf-8")
