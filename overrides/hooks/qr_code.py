"""Draw the code that leads from paper back to a page."""

import segno


def draw(address: str, title: str) -> str:
    """Return a QR code of `address`, named `title`, as SVG markup; the style sheet gives it a size.

    The border of 4 modules is the code's own quiet zone (ISO/IEC 18004): cameras need it.
    """
    code = segno.make_qr(address, error="m")
    return code.svg_inline(border=4, omitsize=True, svgclass="app-code", lineclass=None, title=title)
