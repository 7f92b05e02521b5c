"""What goes wrong in exercise 7.2 of notebook 07, and what to ask then."""

from __future__ import annotations

from course_utils.exercises import Mistake

MISTAKES = (
    Mistake(
        "one layer",
        2.0,
        "This is the variance after the first layer. What does the second one do to it?",
    ),
    Mistake(
        "adds where it should multiply",
        20.0,
        "This is ten times the factor of one layer, as if each layer added it. What does a layer "
        "do instead?",
    ),
    Mistake(
        "the standard deviation",
        32.0,
        "This is the standard deviation, the root of what was asked for.",
    ),
    Mistake(
        "forgets the sum over the inputs",
        0.02**10,
        "Next to nothing. One weight multiplies the variance by 0.02, which is a variance "
        "already and no standard deviation. But how many products does a unit add up?",
    ),
    Mistake(
        "nine layers",
        2.0**9,
        "One layer too few: the first one multiplies, too.",
    ),
    Mistake(
        "eleven layers",
        2.0**11,
        "One layer too many: the inputs have variance 1.",
    ),
    Mistake(
        "all layers added up",
        2.0**11 - 2,
        "This adds up what leaves each of the ten layers. Asked for is what leaves the tenth.",
    ),
    Mistake(
        "the layers before added up",
        2.0**10 - 1,
        "This adds up the inputs and what leaves the first nine layers. Asked for is what "
        "leaves the tenth.",
    ),
    Mistake(
        "stays as it is",
        1.0,
        "For the variance to stay 1, what would a · Var(w) have to be? What is it here?",
    ),
    Mistake(
        "squares the factor",
        4.0**10,
        "Here each layer multiplies the variance by 4. Was the variance of the weights "
        "squared, or were inputs and outputs both counted?",
    ),
    Mistake(
        "inputs and outputs multiplied",
        200.0**10,
        "Here each layer multiplies the variance by 200. A unit has 100 inputs; do the other "
        "units matter to it?",
    ),
    Mistake(
        "ten times one weight",
        0.2,
        "This is ten times the variance of one weight. How many products does a unit add up, "
        "and what do ten layers do?",
    ),
    Mistake(
        "growth by the factor",
        3.0**10,
        "Here each layer adds its factor on top, so that 1 becomes 3. Does a layer keep the "
        "variance that comes in and add to it?",
    ),
    Mistake(
        "growth by one weight",
        1.02**10,
        "Here each layer lets the variance grow by 2 %. Does a layer keep what comes in and "
        "add to it, and how many products does a unit add up?",
    ),
    Mistake(
        "a caret",
        8,
        "In Python `^` is no power: it compares two numbers digit by digit, in base 2.",
    ),
    Mistake(
        "layers squared",
        100.0,
        "This is the square of 10. Which number is multiplied with itself, and how often?",
    ),
    Mistake(
        "one third",
        (100 * 0.02 / 3) ** 10,
        "The third belongs to numbers that are uniform in [−c, c], from c to their variance. "
        "0.02 is the variance already.",
    ),
    Mistake(
        "0.02 as the standard deviation",
        (100 * 0.02**2) ** 10,
        "The inputs are counted, but 0.02 was squared: it is the variance already.",
    ),
    Mistake(
        "0.02 rooted",
        (100 * 0.02**0.5) ** 10,
        "The root of 0.02 was taken. Which of the two multiplies the variance, the variance of "
        "the weights or their standard deviation?",
    ),
    Mistake(
        "inputs once for all layers",
        100 * 0.02**10,
        "The 100 inputs are counted in one layer only. What about the other nine?",
    ),
    Mistake(
        "divides by the inputs",
        (0.02 / 100) ** 10,
        "Here it is divided by the number of inputs. A unit adds up its products: does a sum "
        "of more terms vary less?",
    ),
    Mistake(
        "the root of the inputs",
        (10 * 0.02) ** 10,
        "The root of the 100 inputs was taken. Variances add up: is there a root in that?",
    ),
    Mistake(
        "layers times the last",
        10 * 2.0**10,
        "This is ten times what leaves the last layer. Are the layers not counted already?",
    ),
    Mistake(
        "one weight too many",
        2.0**10 * 0.02,
        "The variance of a weight is multiplied in once more at the end.",
    ),
    Mistake(
        "adds to the first one",
        21.0,
        "Here each layer adds 2 to the variance 1 of the inputs. Does a layer add to it?",
    ),
    Mistake(
        "inputs alone",
        100.0**10,
        "Only the inputs are counted here. How large are the weights?",
    ),
    Mistake(
        "weights once for all layers",
        0.02 * 100.0**10,
        "The variance of the weights is counted in one layer only. What about the other nine?",
    ),
    Mistake(
        "a hundred layers",
        2.0**100,
        "A power of 100: is that how many units there are, or how many layers?",
    ),
    Mistake(
        "the exponent",
        10.0,
        "10 is how many layers there are. What do they do to the variance?",
    ),
    Mistake(
        "rounded to thousands",
        1000,
        "Nearly, but it is rounded: give all digits.",
    ),
)
