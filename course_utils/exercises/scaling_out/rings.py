"""Exercise 12.6 of notebook 12: what an average costs in a ring."""

from __future__ import annotations

import math
from typing import Any

import torch

from course_utils.exercises import Case, Exercise, Mistake
from course_utils.exercises.scaling_out import solutions

_KNOWN = {
    100.0: "the size of the gradient",
    200.0: "twice the gradient",
    87.5: "one round",
    43.75: "numbers, not bytes",
    21.875: "numbers of one round",
    25.0: "a quarter of the gradient, or its numbers",
    1400.0: "what all workers send",
    700.0: "to each of the others",
    800.0: "the gradient eight times",
    12.5: "one chunk",
    175e6: "bytes",
    350.0: "with 8 bytes each, or both ways",
}


def _sent(answer: Any) -> str:
    """What an answer has counted, in words that do not say where the right one lies."""
    value = float(answer)
    if math.isclose(value, solutions.megabytes_sent, rel_tol=1e-3):
        return "what one worker sends"
    for known, words in _KNOWN.items():
        if math.isclose(value, known, rel_tol=1e-3):
            return words
    if value >= 1e5:
        return "a number in another unit"
    if value < 100:
        return "less than the gradient has"
    return "another number of MB" if value < 1000 else "more than all that a worker has to say"


BYTES_SENT = Exercise(
    number="12.6",
    name="megabytes_sent",
    title="The price of an average",
    level="read",
    hints=(
        "Section 12.8 says what a worker sends as a multiple of its gradient. So there are two "
        "questions: how many MB has this gradient, and which multiple is it with eight workers?",
        "The gradient is 25 million numbers of 4 bytes, cut into as many chunks as there are "
        "workers. There are two rounds, and in each step of a round a worker sends one chunk. How "
        "many steps has a round?",
        "A round has one step less than there are workers. Multiply: rounds, steps of a round, MB "
        "of one chunk, which is an eighth of the gradient.",
    ),
    learned="each worker sends nearly twice its gradients, however many workers there are",
    cases=(Case("25 million float32 parameters, 8 workers in a ring: MB sent by one", (), _sent),),
    reference=solutions.megabytes_sent,
    correct=(175, torch.tensor(175.0), 1.75 * 100),
    mistakes=(
        Mistake(
            "the gradient once",
            100.0,
            "This is the size of the gradient. How often is each chunk passed on, and how many "
            "chunks does a worker send in each round?",
        ),
        Mistake(
            "the gradient twice",
            200.0,
            "Nearly. In each of the two rounds a worker sends one chunk less than there are.",
        ),
        Mistake(
            "one round only",
            87.5,
            "This is the first round, after which each worker has one finished chunk. How do the "
            "others get it?",
        ),
        Mistake(
            "numbers in place of bytes",
            43.75,
            "This counts numbers, in millions. How many bytes has a float32?",
        ),
        Mistake(
            "numbers of one round",
            21.875,
            "This counts numbers, in millions, and those of one round. How many bytes has each, "
            "and how many rounds are there?",
        ),
        Mistake(
            "the parameters",
            25.0,
            "This is how many millions of parameters there are, or two chunks. How many bytes has "
            "each parameter, and how many chunks are sent?",
        ),
        Mistake(
            "one chunk",
            12.5,
            "This is one chunk. How many of them does a worker send, in both rounds?",
        ),
        Mistake(
            "all workers together",
            1400.0,
            "This is what all eight send. Asked for is one of them.",
        ),
        Mistake(
            "to every other worker",
            700.0,
            "This sends the whole gradient to each of the seven others. In a ring there is one "
            "neighbour, and only chunks go to it.",
        ),
        Mistake(
            "eight times",
            800.0,
            "This is the gradient eight times. In a ring a worker sends chunks, and to one "
            "neighbour.",
        ),
        Mistake(
            "twice too much",
            350.0,
            "Is what a worker receives counted with what it sends, or a float32 taken for 8 bytes?",
        ),
        Mistake("bytes", 175e6, "In bytes it is right. Asked for are MB, millions of bytes."),
        Mistake(
            "another unit",
            200e6,
            "The answer is wanted in MB, millions of bytes. Is this in bytes, or in numbers?",
        ),
        Mistake(
            "less than the gradient",
            50.0,
            "Less than one gradient has. How many bytes has a gradient, how large is one of eight "
            "chunks, and how many chunks are sent in two rounds?",
        ),
        Mistake(
            "another number",
            150.0,
            "How large is a chunk, if eight workers cut the gradient among them? And how many "
            "chunks does one of them send in each of the two rounds?",
        ),
        Mistake(
            "far too much",
            5600.0,
            "Does a worker send the whole gradient, or a chunk at a time, and to how many "
            "neighbours?",
        ),
    ),
)
