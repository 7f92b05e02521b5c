"""Verifies the notebooks: nbval executes them, this package says whether they still tell the truth.

compare      two texts, floats with tolerance and everything else exactly
company      which numbers stand together, so that noise is measured by the largest
folds        the words that are folded below a figure
outputs      two lists of outputs, what is left out and what is cleaned first
numerals     the numbers that a text quotes or shows
prose        the numbers in the text cells against the outputs and the sources
environment  what every kernel finds set
metadata     what a stored notebook carries beside its cells
exercises    the four cells of each exercise
structure    everything else that house rules ask of a notebook
readable     why a file is no notebook
rules        the items of pytest that need no kernel
kernel       a kernel that is missed as soon as it dies
items        the cells as items of pytest
plugin       all of it inside pytest
execute      re-executes notebooks in place
"""
