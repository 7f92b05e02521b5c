"""Exercise 10.6 of notebook 10: which batch size, by epochs, by seconds, within a memory."""

from __future__ import annotations

import torch

from course_utils.exercises import Case, Exercise, Mistake
from course_utils.exercises.batching import solutions

BEST_SIZES = Exercise(
    number="10.6",
    name="best_sizes",
    title="Which batch size",
    level="read",
    hints=(
        "For each row work out two numbers: how many examples were seen until the goal was "
        "reached, and how many seconds that took. Section 10.10 tells steps from seconds.",
        "Examples are steps times B, and epochs are examples divided by a fixed N. Seconds are "
        "steps times the seconds of a step.",
        "At B = 128: 11,000 · 128 = 1,408,000 examples, and 11,000 · 0.022 = 242 seconds. For the "
        "pieces, one step at 512 takes 4 · 0.022 seconds.",
    ),
    learned="the fewest epochs, the shortest time and the memory ask for three batch sizes",
    cases=(Case("the fewest epochs, the shortest time, the shortest time within 4 GB"),),
    reference=solutions.best_sizes,
    correct=([32, 512, 128], torch.tensor([32, 512, 128]), (32.0, 512.0, 128.0)),
    mistakes=(
        Mistake(
            "fewest steps for fewest epochs",
            (8192, 512, 128),
            "8192 takes the fewest steps. But one of its steps sees 8,192 examples: how many "
            "examples does it see in all?",
        ),
        Mistake(
            "shortest time for fewest epochs",
            (512, 512, 128),
            "The first question is about epochs, and 512 is not the first there. Which size sees "
            "the fewest examples until it reaches the goal?",
        ),
        Mistake(
            "128 for fewest epochs",
            (128, 512, 128),
            "Close, but 128 sees 1,408,000 examples. Does a size see fewer?",
        ),
        Mistake(
            "2048 for fewest epochs",
            (2048, 512, 128),
            "2048 sees about three million examples until it reaches the goal. Does a size see "
            "fewer?",
        ),
        Mistake(
            "fewest steps for shortest time",
            (32, 8192, 128),
            "8192 takes the fewest steps, and works through the most examples per second. But how "
            "many seconds do all its steps take together?",
        ),
        Mistake(
            "cheapest step for shortest time",
            (32, 32, 128),
            "A step at 32 takes the shortest time. But how many seconds do all its steps take "
            "together?",
        ),
        Mistake(
            "2048 for shortest time",
            (32, 2048, 128),
            "2048 needs 180 seconds. Does a size need less?",
        ),
        Mistake(
            "128 for shortest time",
            (32, 128, 128),
            "The second question sets no limit to the memory. 128 needs 242 seconds: does a size "
            "need less?",
        ),
        Mistake(
            "pieces for nothing",
            (32, 512, 512),
            "512 needs 120 seconds where it fits into the memory. In pieces each of its 3,000 "
            "steps takes as long as four steps at 128. What does that make?",
        ),
        Mistake(
            "the smallest memory",
            (32, 512, 32),
            "32 needs the least memory. But 4 GB are there: which of the three sizes is the "
            "fastest with them?",
        ),
        Mistake(
            "too large for the memory",
            (32, 512, 2048),
            "2048 needs 17 GB. The machine of the third question has 4.",
        ),
        Mistake(
            "steps all the way",
            (8192, 8192, 128),
            "Both times the size with the fewest steps was taken. For epochs count examples, for "
            "time count seconds: steps times what?",
        ),
        Mistake(
            "epochs and time changed places",
            (512, 32, 128),
            "The first two have changed places: which question is about epochs?",
        ),
        Mistake(
            "epochs taken for time",
            (32, 32, 32),
            "32 sees the fewest examples. Are they also worked through the fastest? Count seconds "
            "for the second and third question.",
        ),
        Mistake(
            "time taken for everything",
            (512, 512, 512),
            "512 takes the shortest time where it fits. The first question counts epochs, and in "
            "the third it does not fit in one piece.",
        ),
    ),
)
