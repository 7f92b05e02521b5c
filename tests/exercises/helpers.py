"""Answers as learners type them, and what they are told."""

import math
import re
from typing import Any

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F  # noqa: N812 - PyTorch's own abbreviation

from course_utils.checks import Verdict, judge
from course_utils.exercises import load


def answer_of(code: str) -> Any:
    """The answer that a cell defines: an expression, or lines after which `answer` has a value."""
    names: dict[str, Any] = {"torch": torch, "nn": nn, "F": F, "np": np, "math": math}
    try:
        return eval(compile(code.strip(), "<answer>", "eval"), names)
    except SyntaxError:
        exec(compile(code, "<answer>", "exec"), names)
        return names["answer"]


def judged(number: str, code: str) -> Verdict:
    """The verdict on the answer of a cell."""
    return judge(load(number), answer_of(code))


def words(verdict: Verdict) -> str:
    """The text of a verdict without its line breaks."""
    return " ".join(verdict.text.split())


def hint_in(verdict: Verdict) -> str:
    """The hint of a verdict, or an empty text."""
    return words(verdict).partition(" Hint: ")[2]


def assert_told(number: str, code: str, kind: str, fragment: str) -> None:
    """Assert which verdict an answer gets, and that a pattern is found in its hint.

    Where the fragment begins with "!", the rest of it is looked for in the whole text.
    """
    verdict = judged(number, code)
    assert verdict.kind == kind, verdict.text
    said = words(verdict) if fragment.startswith("!") else hint_in(verdict)
    assert re.search(fragment.removeprefix("!"), said, re.IGNORECASE), verdict.text
