"""What of a text cell stands on a slide."""

from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from website.blocks import blocks, first_sentence
from website.slides import HEIGHT, is_preparation, slides

FIRST = "# 77 · A title\n\n**Why is that?**\n\nYou will be able to\n\n1. see;\n2. hear."


def deck(*cells):
    return slides(new_notebook(cells=[new_markdown_cell(FIRST), *cells]))


def kinds(slide):
    return [piece.kind for piece in slide.pieces]


def test_blocks_are_told_apart():
    text = "## A\n\nText.\n\n$$\na\n\nb\n$$\n\n> **Predict.** Why?\n\n- one\n- two\n\n| a |\n|---|\n\n```\nx\n\ny\n```"
    found = [block.kind for block in blocks(text)]
    assert found == ["heading", "paragraph", "formula", "quote", "list", "table", "code"]


def test_a_sentence_ends_neither_in_code_nor_in_a_number_nor_in_an_initial():
    assert (
        first_sentence("At 0.5 it is `a. B` and $x. Y$. Then more.")
        == "At 0.5 it is `a. B` and $x. Y$."
    )
    assert first_sentence("By D. Knuth. And others.") == "By D. Knuth."
    assert first_sentence("**All of it.** The rest.") == "**All of it.**"
    assert first_sentence("No end") == "No end"


def test_a_section_has_its_first_sentence_and_the_rest_is_spoken():
    text = (
        "## 77.1 Things\n\nThey fall. They fall fast.\n\n$$ g = 9.81 $$\n\n> **Predict.** How fast?"
    )
    shown = new_output("stream", text="9.81\n")
    slide = deck(
        new_markdown_cell(text),
        new_code_cell("print(g)", outputs=[shown]),
        new_markdown_cell("Fast. Very fast. And faster still."),
    )[-1]
    assert slide.title == "77.1 Things"
    assert kinds(slide) == ["lead", "formula", "predict", "code", "output", "finding"]
    assert slide.pieces[0].text == "They fall."
    assert [piece.fragment for piece in slide.pieces] == [False, False, False, False, True, False]
    assert "They fall fast." in slide.notes[0]
    assert slide.pieces[-1].text == "Fast. Very fast."


def test_what_does_not_fit_goes_to_one_more_slide_of_the_same_title():
    code = "\n".join(f"x{count} = {count}" for count in range(12))
    made = deck(
        new_markdown_cell("## 77.1 Long\n\nA word."), *(new_code_cell(code) for _ in range(4))
    )
    made = made[2:]
    assert [slide.title for slide in made] == ["77.1 Long"] * len(made)
    assert len(made) > 1
    assert all(sum(piece.height for piece in slide.pieces) <= HEIGHT for slide in made)


def test_imports_checks_and_sources_are_no_matter_for_a_slide():
    check = new_code_cell('check("1.1", x)', metadata={"tags": ["check"]})
    settings = new_code_cell("generator = prepare(1)")
    made = deck(
        new_code_cell("import torch"), settings, check, new_markdown_cell("## Sources\n\n- A.")
    )
    assert [slide.title for slide in made] == ["77 · A title", "You will be able to"]
    assert is_preparation("from a import b")
    assert not is_preparation("x = 1")


def test_a_long_output_is_cut():
    shown = new_output("stream", text="line\n" * 60)
    piece = deck(new_markdown_cell("## 77.1 Long\n\nA."), new_code_cell("x", outputs=[shown]))[
        -1
    ].pieces[-1]
    assert piece.text.endswith("…")
    assert piece.height < HEIGHT
