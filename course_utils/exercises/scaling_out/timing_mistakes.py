"""What goes wrong in exercise 12.3: waits, runs and what is made of the times."""

from __future__ import annotations

import statistics

from course_utils.exercises import Mistake
from course_utils.exercises.scaling_out.queues import (
    as_given,
    by,
    five_at_once,
    five_of_one,
)

MEDIAN = statistics.median

MISTAKES = (
    Mistake("times the launch", as_given, given=True),
    Mistake(
        "synchronize without its parentheses",
        by(MEDIAN, called=False),
        "`queue.synchronize` only names the method, and nothing waits. What makes Python call it?",
    ),
    Mistake(
        "synchronize without its parentheses, a single run",
        by(lambda times: times[0], warm_ups=0, repeats=1, called=False),
        "`queue.synchronize` is only named here: how is a method called? And the work is to be "
        "run more than once.",
    ),
    Mistake(
        "five launches",
        by(MEDIAN, before=False, after=False),
        "The runs are counted well, but each time is that of a launch. What has to happen before "
        "the clock is read?",
    ),
    Mistake(
        "waits at the beginning only",
        by(MEDIAN, after=False),
        "The queue is empty when the clock starts, but the clock is read again before the work is "
        "done. What has to come before the second reading?",
    ),
    Mistake(
        "another clock",
        by(MEDIAN, clock="now"),
        "`queue.clock` is not read. This device exists on paper: which clock knows its time?",
    ),
    Mistake(
        "one run, and the end is not waited for",
        by(lambda times: times[0], warm_ups=0, repeats=1, after=False),
        "One run, from an empty queue, and the clock is read before the work is done. What has to "
        "come before that, and how many runs are asked for?",
    ),
    Mistake(
        "a warm-up and a launch",
        by(lambda times: times[0], repeats=1, before=False, after=False),
        "One run after the warm-up, and this is the time of its launch. What has to happen before "
        "the clock is read?",
    ),
    Mistake(
        "ten after the warm-up",
        by(MEDIAN, repeats=10),
        "The work is run many times. How often should it be timed?",
    ),
    Mistake(
        "all five in one go, not divided",
        lambda work, device: 5 * five_at_once(work, device),
        "Five runs in a row are timed here as one, and this is the time of all of them. What "
        "should each be timed by?",
    ),
    Mistake(
        "does not empty the queue first",
        by(MEDIAN, before=False),
        "In the first of the five, older work is still in the queue when the clock starts. What "
        "should have happened before that reading?",
    ),
    Mistake(
        "no warm-up",
        by(MEDIAN, warm_ups=0),
        "The first run is among the five. It may be slow for reasons of its own: what should "
        "be done with it?",
    ),
    Mistake(
        "neither a warm-up nor an empty queue",
        by(MEDIAN, warm_ups=0, before=False),
        "Waiting for the end is right. But the first of the five pays for what happens once "
        "only, and for older work. What should come before it?",
    ),
    Mistake(
        "the warm-up is counted",
        by(MEDIAN, warm_ups=0, repeats=6),
        "Six runs, and the median of all six. Which of them should not be in it?",
    ),
    Mistake(
        "six after the warm-up",
        by(MEDIAN, repeats=6),
        "The work is run once to warm up and then six times. How often should it be timed?",
    ),
    Mistake(
        "four after the warm-up",
        by(MEDIAN, repeats=4),
        "The warm-up seems to be one of the five. How often should the work be run in all?",
    ),
    Mistake(
        "three after the warm-up",
        by(MEDIAN, repeats=3),
        "The work is timed three times. How many were asked for?",
    ),
    Mistake(
        "two warm-ups",
        by(MEDIAN, warm_ups=2),
        "Two runs come before the five that are timed. How many are there to warm up?",
    ),
    Mistake(
        "all five in one go",
        five_at_once,
        "Five runs in a row are timed here as one. How long did each of them take, from an "
        "empty queue until it was done?",
    ),
    Mistake(
        "the clock starts once",
        five_of_one,
        "The beginning is read once, before the first of the five, so each time holds those before "
        "it. Where should the clock be started?",
    ),
    Mistake(
        "one run, the very first",
        by(lambda times: times[0], warm_ups=0, repeats=1),
        "One run, timed to its end. But it is the first one, which may be slow for reasons "
        "of its own. What should surround it?",
    ),
    Mistake(
        "one run, the very first, in a full queue",
        by(lambda times: times[0], warm_ups=0, repeats=1, before=False),
        "One run is timed to its end, with older work in the queue, and it is the very first. "
        "What should come before it, and how often should it be timed?",
    ),
    Mistake(
        "one run",
        by(lambda times: times[0], repeats=1),
        "One run after the warm-up: it may be the unlucky one. How many were asked for?",
    ),
    Mistake(
        "nobody waits",
        by(MEDIAN, secretly=True),
        "Nothing here waits for the device. When is the work done, and who tells the CPU?",
    ),
)
