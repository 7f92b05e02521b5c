"""Figures as small PNGs: with a palette of 256 colours wherever the eye cannot tell."""

import io
from typing import Any

import numpy as np
from matplotlib.figure import Figure
from PIL import Image

MOST_COLOURS = 256  # what a palette holds
EXACT = 128  # so many of the most frequent colours are kept as they are: flat areas stay flat
MOST_CHANGE = 1.0  # of 255, the mean over all pixels and channels; gradients change more
CHUNK = 2048  # colours compared at once with the palette: a few MB


def to_png(figure: Figure) -> bytes | None:
    """Return the figure as the bytes of a small PNG, None for a figure without axes.

    The bytes depend on the picture alone: they name neither software nor time. Raises TypeError for
    what is no figure.
    """
    if not isinstance(figure, Figure):
        raise TypeError(f"a figure is wanted, got {type(figure).__name__}: take ax.figure, say.")
    from IPython.core.pylabtools import print_figure

    data = print_figure(figure, fmt="png", metadata={"Software": None})
    return None if data is None else shrink_png(data)


def shrink_png(data: bytes) -> bytes:
    """Return a PNG that looks the same, with a palette if that is smaller and no colour suffers.

    A photograph or a gradient of many hues keeps all of its colours, a picture with transparent
    parts is returned as it came. Raises ValueError for what is no PNG.
    """
    try:
        came = Image.open(io.BytesIO(data), formats=["PNG"])
        came.load()
    except (OSError, SyntaxError, TypeError, ValueError) as error:
        raise ValueError(
            f"data must be the bytes of a PNG, got {type(data).__name__} without a picture: take "
            "those of to_png(figure), say."
        ) from error
    opaque = bool((np.asarray(came.convert("RGBA"))[..., 3] == 255).all())
    if came.mode not in ("RGB", "RGBA") or not opaque:
        return data
    image = came.convert("RGB")
    candidates = [data, _bytes(image)]
    if (fewer := _with_palette(np.asarray(image))) is not None:
        candidates.append(_bytes(fewer))
    return min(candidates, key=len)


def _bytes(image: Image.Image) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, "png", optimize=True)
    return buffer.getvalue()


def _with_palette(pixels: Any) -> Image.Image | None:
    """Return pixels (height, width, 3) as a picture with a palette, None if one would notice."""
    height, width, _ = pixels.shape
    red, green, blue = np.moveaxis(pixels.astype(np.int64), -1, 0)
    codes, place, counts = np.unique(
        (red << 16) + (green << 8) + blue, return_inverse=True, return_counts=True
    )
    colours = np.stack([codes >> 16, codes >> 8 & 255, codes & 255], axis=1)
    palette = _palette(colours, counts)
    nearest = np.concatenate(
        [
            ((colours[start : start + CHUNK, None] - palette) ** 2).sum(axis=2).argmin(axis=1)
            for start in range(0, len(colours), CHUNK)
        ]
    )
    change = np.abs(palette[nearest] - colours).mean(axis=1)
    if np.average(change, weights=counts) > MOST_CHANGE:
        return None
    # With reshape it is the same for every numpy: some return the places flat, some shaped.
    fewer = Image.fromarray(nearest[place.reshape(height, width)].astype(np.uint8), "P")
    fewer.putpalette(palette.astype(np.uint8).ravel().tolist())
    return fewer


def _palette(colours: Any, counts: Any) -> Any:
    """Return up to 256 of the colours: all, or the most frequent and a median cut of the others."""
    if len(colours) <= MOST_COLOURS:
        return colours
    order = np.argsort(-counts, kind="stable")
    frequent, others = colours[order[:EXACT]], colours[order[EXACT:]]
    row = Image.fromarray(others.astype(np.uint8)[None], "RGB")
    cut = row.quantize(MOST_COLOURS - EXACT, method=Image.Quantize.MEDIANCUT, kmeans=3)
    listed = np.array(cut.getpalette()).reshape(-1, 3)[: MOST_COLOURS - EXACT]
    return np.concatenate([frequent, listed])
