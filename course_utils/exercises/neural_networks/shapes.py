"""Exercise 6.3 of notebook 06: exchanging axes is not reshaping."""

from __future__ import annotations

import torch
from torch import Tensor

from course_utils.exercises import Case, Exercise, Mistake
from course_utils.exercises.neural_networks.solutions import colours_first


def _by_flatten(images: Tensor) -> Tensor:
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
    # Whole numbers are easy to follow; in no order, so that sorting does not lead to the answer.
    order = torch.randperm(torch.Size(shape).numel(), generator=torch.Generator().manual_seed(6))
    return (order.float().reshape(shape),)


COLOURS_FIRST = Exercise(
    number="6.3",
    name="colours_first",
    title="Colours first",
    level="change",
    hints=(
        "Read the end of section 6.4 again: `reshape` keeps the numbers in their order, and "
        "`transpose` or `permute` exchanges axes. Which axis has to change its place here?",
        "There are two things to do: merge height and width into one axis, and bring the colours "
        "in front of it. Axes can be merged by `reshape` where they stand side by side. Write down "
        "the shape after each step.",
        "Begin with `pixels = images.reshape(B, height * width, colours)`: each pixel keeps its "
        "colours together. Which two axes of `pixels` are left to exchange?",
    ),
    learned="reshape keeps the order of the numbers; to exchange axes takes transpose or permute",
    cases=(
        Case("one image, 2 high, 2 wide, 3 colours", _images(1, 2, 2, 3)),
        Case("four images, 3 high, 2 wide, 3 colours", _images(4, 3, 2, 3)),
        Case("two images, 2 high, 5 wide, 4 colours", _images(2, 2, 5, 4)),
        Case("grey images, with one colour", _images(3, 2, 3, 1)),
    ),
    reference=colours_first,
    correct=(_by_flatten, _by_permute, _by_stacking),
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
            "height and width exchanged",
            lambda images: images.transpose(1, 2).reshape(_as_given(images).shape),
            "Height and width have changed places, and the colours are still the last axis before "
            "the reshape.",
        ),
        Mistake(
            "width first",
            lambda images: images.permute(0, 2, 3, 1).reshape(_as_given(images).shape),
            "Here the width comes directly behind the examples. Which axis belongs there?",
        ),
        Mistake(
            "examples exchanged with the colours",
            lambda images: images.transpose(0, 3).reshape(_as_given(images).shape),
            "Examples and colours have changed places. Which axis has to stay in front?",
        ),
        Mistake(
            "all axes reversed",
            lambda images: images.permute(3, 2, 1, 0).reshape(_as_given(images).shape),
            "All axes run backwards now. Which of them has to stay in front?",
        ),
        Mistake(
            "reshapes first",
            lambda images: _as_given(images).transpose(1, 2),
            "The reshape still comes first, and it has scrambled the numbers before the axes are "
            "exchanged.",
        ),
        Mistake(
            "colours before examples",
            lambda images: colours_first(images).transpose(0, 1),
            "All numbers are there, with the colours in front of the examples. Which axis comes "
            "first in the task?",
        ),
        Mistake(
            "the first image alone",
            lambda images: colours_first(images)[0],
            "This is the first image alone. Where are the others?",
        ),
        Mistake(
            "sizes for axes",
            lambda images: images.permute(_as_given(images).shape),
            "`permute` takes the numbers of axes, each once, and no sizes.",
        ),
        Mistake(
            "colours reversed",
            lambda images: colours_first(images).flip(1),
            "Everything is in its place, except that the colours run backwards.",
        ),
        Mistake(
            "upside down",
            lambda images: colours_first(images.flip(1)),
            "The colours are apart, but each image stands upside down.",
        ),
        Mistake(
            "mirrored",
            lambda images: colours_first(images.flip(2)),
            "The colours are apart, but each image is seen in a mirror.",
        ),
    ),
)
