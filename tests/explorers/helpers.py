"""What the tests of every explorer look at: its widgets, and the picture among them."""

import re
from typing import Any

VIEW = "application/vnd.jupyter.widget-view+json"


def shown(explorer: Any) -> dict[str, Any]:
    """The widgets of the explorer, after it has been displayed."""
    explorer._repr_mimebundle_()
    return explorer._widgets


def slide(explorer: Any, name: str, value: float) -> None:
    """Move a slider of the explorer to one of its positions, as the hand does."""
    explorer._widgets[name].slider.value = value


def type_in(explorer: Any, name: str, text: str) -> None:
    """Type into a field of the explorer and press Enter, as the hand does."""
    explorer._widgets[name].field.value = text


def picture(explorer: Any) -> str:
    """What the picture widget shows now: the PNG in base64."""
    (data,) = re.findall(r"base64,([^\"]*)", explorer._widgets["picture"].value)
    return data
