"""Answers as learners type them, and what they are told."""

import math
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
