"""How the checker compares texts and outputs, and which numbers in prose it asks for."""

import random

import pytest

from tests.notebook_checker.build import code, display, fold, notebook, stream, text
from tests.notebook_checker.compare import compare
from tests.notebook_checker.outputs import compare_outputs, parts
from tests.notebook_checker.prose import quoted_numbers, unsupported_numbers

FORMS = [
    "{:.4f}",
    "{:#.6g}",
    "{:.3e}",
    "<td>{:.5f}</td>",
    "tensor([{:.4f}])",
    "{:.5e}%",
    "{:+#.4g}",
]


def numbers(how_many: int) -> list[tuple[str, float]]:
    """Return forms and numbers that show at least four digits in them."""
    draw = random.Random(1)
    found = []
    for count in range(how_many):
        size = 10 ** draw.uniform(0.1, 2.9)
        found.append((FORMS[count % len(FORMS)], draw.choice([-1, 1]) * size))
    return found


def test_every_one_per_cent_change_is_caught() -> None:
    pairs = numbers(85)
    missed = [
        (form.format(value), form.format(value * factor))
        for form, value in pairs
        for factor in (1.01, 0.99)
        if compare(form.format(value), form.format(value * factor)).difference is None
    ]
    assert len(pairs) == 85
    assert missed == []


def test_small_drifts_pass() -> None:
    alarms = [
        result.difference
        for form, value in numbers(400)
        for factor in (1 + 5e-5, 1 - 5e-5)
        if (result := compare(form.format(value), form.format(value * factor))).difference
    ]
    assert alarms == []


@pytest.mark.parametrize(
    ("stored", "came"),
    [
        ("loss 1763.8846", "loss 1763.8848"),
        ("[ 0.5000, -0.0000]", "[0.5000, 0.0000]"),
        ("[1., 2.,\n        3.]", "[1., 2., 3.]"),
        ("   a     b\n0  0.1  -0.2\n", "  a    b\n0 0.1 -0.2"),
        ("97.511 %, 12.3%", "97.512 %, 12.3%"),
        ("5,999.99", "6,000.00"),
        ("1e-05", "1.00001e-05"),
        ("<td>0.12345</td>", "<td>0.12346</td>"),
        ("1e400", "1e400"),
        ("about −17.305", "about -17.3049"),
    ],
)
def test_texts_that_agree(stored: str, came: str) -> None:
    assert compare(stored, came).difference is None


@pytest.mark.parametrize(
    ("stored", "came", "words"),
    [
        ("epoch 12.", "epoch 13.", "integers are compared exactly"),
        ("33,599 steps", "33,600 steps", "stored 33,599, came 33,600, off by 1"),
        ("nan", "0.5", "stored nan, came 0.5"),
        ("-inf", "inf", "stored -inf, came inf"),
        ("torch 2.13.0", "torch 2.13.1", 'after "torch 2.13."'),
        ("a - 0.5", "a + 0.5", "stored -, came +"),
        ("a\nb", "a b", "stored a line end, came b"),
        ("5", "5.0", "stored 5, came 5.0"),
        ("torch.Size([11])", "torch.Size([11, 1])", "stored ], came ,"),
        ("0.5", "0.5 again", "again is only in what came"),
        ("0.0", "0.1", "off by 0.1"),
        ("1.0000", "1.0004", "off by 0.0004 (0.04 %), allowed 0.0002"),
        ("x 1.5, y 2.5, z 7", "x 1.5, y 2.6, z 8", 'after "x 1.5, y": stored 2.5'),
    ],
)
def test_texts_that_differ(stored: str, came: str, words: str) -> None:
    assert words in (compare(stored, came).difference or "")


def test_own_tolerance_and_share() -> None:
    result = compare("1.00000 5", "1.01000 5", rtol=0.1)
    assert result.difference is None
    assert result.numbers == 1
    assert result.share == pytest.approx(0.01 / (0.1 + 1e-5))


LINE = """Line "loss", solid: 3 points.
  From (-1.000, 9.000) by way of (-4.470e-08, 1.998e-15) to (1.000, 9.000).
  Lowest at x = -4.470e-08."""
ZERO = LINE.replace("-4.470e-08", "0.000").replace("1.998e-15", "0.000")


@pytest.mark.parametrize(
    ("stored", "came"),
    [
        ("tensor([1.0000e+00, 1.0000e-09])", "tensor([ 1.0000e+00, -3.0000e-09])"),
        ("[[ 1.0e+00  2.0e-08]\n [-3.0e-08  1.0e+00]]", "[[1.0e+00 -1.0e-08]\n [0.0e+00 1.0e+00]]"),
        ("tensor([[5., 7.],\n        [1e-7, 0.]])", "tensor([[5., 7.],\n        [0., -9e-7]])"),
        ("[9.5e+08, 1.2e-07]", "[9.5e+08, 9.0e-07]"),  # at most 1e-6, whatever the largest is
        ("[1e-3, 4e-10]", "[1e-3, 1e-9]"),
        ("gap 3.2e-08", "gap 3.2002e-08"),
        ("0.000 and 1e-5", "-0.000 and 1e-5"),
    ],
)
def test_noise_in_company_passes(stored: str, came: str) -> None:
    assert compare(stored, came).difference is None


@pytest.mark.parametrize(
    ("stored", "came"),
    [
        ("gap 3.2e-08", "gap 9.9e-07"),
        ("p = 1.00e-07", "p = 8.00e-07"),
        ("loss 0.0000001", "loss 0.0000009"),
        ("lr 1e-7", "lr -9e-7"),
        ("-1e-7", "1e-7"),
        ("loss 1.000e-05", "loss 1.050e-05"),
        ("1.000e-04", "1.010e-04"),
        ("slope 1.234, gap 3.2e-08", "slope 1.234, gap 9.9e-07"),
        ("[1.0, 2.0] gap 3.2e-08", "[1.0, 2.0] gap 9.9e-07"),
        ("[3.2e-08, 1e-7]", "[9.9e-07, 1e-7]"),
        ("[1e-3, 4e-10]", "[1e-3, 4e-9]"),
        ("[9.5e+08, 1.2e-07]", "[9.5e+08, 1.3e-06]"),
        ("half open [0.0, 1.0) gap 3.2e-08", "half open [0.0, 1.0) gap 9.9e-07"),
        ("<td>1.0</td><td>3.2e-08</td>", "<td>1.0</td><td>9.9e-07</td>"),
        ("0.0", "1e-09"),
    ],
)
def test_small_numbers_are_compared(stored: str, came: str) -> None:
    assert "off by" in (compare(stored, came).difference or "")
    assert compare(stored, came, atol=2e-6).difference is None  # asked for, it holds everywhere


def test_noise_in_a_figure_is_measured_by_the_curve() -> None:
    axis = "The y axis shows gap, from 3.2e-08 to 4.0e-08.\n"
    other = axis.replace("4.0e-08", "9.9e-07")
    assert compare(axis + LINE, axis + ZERO, figure=True).difference is None
    assert "came 9.9e-07" in (compare(axis + LINE, other + LINE, figure=True).difference or "")
    assert compare(LINE, ZERO).difference
    picture = [display(image_png="a", text_plain=axis + LINE)]
    assert (
        compare_outputs(picture, [display(image_png="b", text_plain=axis + ZERO)]).difference
        is None
    )
    assert compare_outputs([fold(axis + LINE)], [fold(axis + ZERO)]).difference is None
    words = [display(text_plain=axis + LINE)]  # without a picture it is a text like others
    assert compare_outputs(words, [display(text_plain=axis + ZERO)]).difference


def test_outputs_of_any_kind() -> None:
    picture = display(image_png="aaaa", text_plain="Line of 40 points")
    other = display(image_png="bbbb", text_plain="Line of 40 points")
    assert compare_outputs([picture], [other]).difference is None
    assert compare_outputs([picture], [display(text_plain="Line of 40 points")]).difference
    pair = [stream("one\n"), stream("two\rtwo\n")]
    assert compare_outputs(pair, [stream("one\ntwo\n")]).difference is None
    warned = stream("careful", name="stderr")
    assert "stderr must stay empty" in (compare_outputs([warned], [warned]).difference or "")


def test_of_a_fold_only_the_words_count() -> None:
    picture, words = display(image_png="a", text_plain="Plot."), 'Line "a < b & c", 40 points.'
    stored = [picture, fold(words)]
    assert [part.text for part in parts(stored)] == ["Plot.", "(a picture)", words]
    assert compare_outputs(stored, [picture, fold(words, style="color: red")]).difference is None
    other = compare_outputs(stored, [picture, fold(words.replace("40", "41"))]).difference or ""
    assert "output 2, in words: after" in other
    assert "stored 40, came 41" in other
    assert "output 2, in words is stored and did" in str(compare_outputs(stored, [picture]))
    page = display(text_html=fold(words).data["text/html"].replace("figure-in-words", "other"))
    assert compare_outputs([page], [fold(words)]).difference  # HTML like any other


@pytest.mark.parametrize(
    ("markdown", "quoted"),
    [
        (r"$1{,}764$ and $3.40\times10^{-4}$", ["1,764", "3.40e-4"]),
        ("3.40 × 10⁻⁴, −17.3, 97.5 %", ["3.40e-4", "-17.3", "97.5 %"]),
        ("`5_883.4`, 1.234-1.567", ["5_883.4", "1.234", "1.567"]),
        ("5,900 steps, 100 epochs, 0.25, 2.13.0", []),
        ("section 1.10, sections 1.10 and 1.11, exercise 1.10, equation (1.10)", []),
        ("section 1.7 and 256 examples", ["256"]),
        ("[a link](https://example.org/12.345), https://example.org/6789 `#0072B2` float32", []),
        ("### Exercise 1.10 · All 234", ["234"]),
        ("in 1609", ["1609"]),
    ],
)
def test_quoted_numbers(markdown: str, quoted: list[str]) -> None:
    assert [number.text for number in quoted_numbers(markdown)] == quoted


@pytest.mark.parametrize(
    ("shown", "quoted", "supported"),
    [
        ("0.53677", "0.537", True),
        ("0.53677", "0.538", False),
        ("0.5368", "0.53677", False),
        ("<td>1763.8846</td>", "1{,}764", True),
        ("-0.53677", "falls by 0.537", True),
        ("0.53677", "−0.537", False),
        ("-0.53677", "$b = -0.537$", True),
        ("33599", r"$33\,599$", True),
        ("0.975", "97.5 %", True),
        ("97.5%", "0.975", True),
        ("1.0,234", "234", True),
        ("3.3995e-04", r"3.40\times10^{-4}", True),
    ],
)
def test_support(shown: str, quoted: str, supported: bool) -> None:
    book = notebook("Support", [code("pass", stream(shown)), text(quoted)])
    assert bool(unsupported_numbers(book)) is not supported


@pytest.mark.parametrize(("quoted", "supported"), [("0.537", True), ("1.25", False)])
def test_the_words_of_a_figure_support_prose_and_its_form_does_not(
    quoted: str, supported: bool
) -> None:
    figure = [display(image_png="125", text_plain="Plot."), fold("y to 0.53677", "height: 1.25em")]
    book = notebook("Support", [code("pass", *figure), text(quoted)])
    assert bool(unsupported_numbers(book)) is not supported


def test_prose_names_the_place() -> None:
    book = notebook("Place", [code("w = 0.537"), text("## 0.1 A slope\n\nIt is 0.573.")])
    (complaint,) = unsupported_numbers(book)
    assert complaint.startswith('the text after In [1] ("## 0.1 A slope"): 0.573 stands in no')
    assert "the nearest number there is 0.537." in complaint
