"""Exercise 6.7 of notebook 06: exchanging axes is not reshaping."""

from __future__ import annotations

import torch
from torch import Tensor

from course_utils.exercises import Case, Exercise, Mistake


def colours_first(images: Tensor) -> Tensor:
    """Return (B, colours, height · width) from (B, height, width, colours)."""
    return images.flatten(1, 2).transpose(1, 2)


def _by_permute(images: Tensor) -> Tensor:
    B, height, width, colours = images.shape
    return images.permute(0, 3, 1, 2).reshape(B, colours, height * width)


def _by_stacking(images: Tensor) -> Tensor:
    return torch.stack([images[..., c].reshape(len(images), -1) for c in range(images.shape[3])], 1)


def _as_given(images: Tensor) -> Tensor:
    B, height, width, colours = images.shape
    return images.reshape(B, colours, height * width)


def _by_columns(images: Tensor) -> Tensor:
    B, height, width, colours = images.shape
    return images.permute(0, 3, 2, 1).reshape(B, colours, height * width)


def _images(*shape: int) -> tuple[Tensor]:
    return (torch.arange(torch.Size(shape).numel(), dtype=torch.float32).reshape(shape),)


COLOURS_FIRST = Exercise(
    number="6.7",
    title="Colours first",
    level="change",
    learned="reshape keeps the order of the numbers; to exchange axes takes transpose or permute",
    cases=(
        Case("one image, 2 high, 2 wide, 3 colours", _images(1, 2, 2, 3)),
        Case("four images, 3 high, 2 wide, 3 colours", _images(4, 3, 2, 3)),
        Case("two images, 2 high, 5 wide, 4 colours", _images(2, 2, 5, 4)),
        Case("grey images, with one colour", _images(3, 2, 3, 1)),
    ),
    reference=colours_first,
    correct=(_by_permute, _by_stacking),
    mistakes=(
        Mistake("as it was given", _as_given, given=True),
        Mistake(
            "colours last",
            lambda images: images.flatten(1, 2),
            "Each pixel still has its colours together: (B, height · width, colours). Which two "
            "axes are left to exchange?",
        ),
        Mistake(
            "pixels not merged",
            lambda images: images.permute(0, 3, 1, 2),
            "The colours stand in the right place. Height and width are still two axes: which "
            "shape was asked for?",
        ),
        Mistake(
            "colours exchanged with the columns",
            lambda images: images.transpose(2, 3).reshape(_as_given(images).shape),
            "The colours have changed places with the columns only, so the rows of the image still "
            "stand before them. Behind which axis do the colours belong?",
        ),
        Mistake(
            "pixels by columns",
            _by_columns,
            "The colours are apart, and the pixels run down the columns. Along which axis do they "
            "run in the input?",
        ),
        Mistake(
            "colours exchanged with the examples",
            lambda images: images.permute(3, 0, 1, 2).reshape(_as_given(images).shape),
            "Now pixels of several images stand in one row. Which axis has to stay where it is?",
        ),
        Mistake(
            "colours reversed",
            lambda images: colours_first(images).flip(1),
            "Everything is in its place, except that the colours run backwards.",
        ),
    ),
)
