"""A web address drawn as a QR code. It knows no document and no language: the text equivalent is given."""

from __future__ import annotations

from .blocks import Figure

SIDE = 150.0
"""The width and height of the code in points, its quiet zone of four modules (ISO/IEC 18004) included."""


def qr_code(address: str, alt: str) -> Figure:
    """The QR code of an address of at most 200 characters, black on white, with `alt` as its text equivalent."""
    import segno  # read at the first poster

    code = segno.make(address, error="m", micro=False)
    rows = tuple(code.matrix_iter(border=4))
    squares = "".join(f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, module in enumerate(row) if module)
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{SIDE:g}" height="{SIDE:g}" '
        f'viewBox="0 0 {len(rows)} {len(rows)}" shape-rendering="crispEdges">'
        f'<rect width="{len(rows)}" height="{len(rows)}" fill="#ffffff"/><path d="{squares}" fill="#000000"/></svg>'
    )
    return Figure(svg, alt)
