"""The settings of Sphinx for the site."""

import os

project = "Machine learning from first principles"
author = "the authors of the course"
html_title = project
extensions = ["myst_nb"]
exclude_patterns = ["_static"]

nb_execution_mode = "off"  # the stored outputs are what is proved
nb_output_stderr = "show"
myst_enable_extensions = ["dollarmath", "amsmath"]
myst_dmath_double_inline = True
myst_heading_anchors = 3
suppress_warnings = ["myst.header", "mystnb.unknown_mime_type"]

html_theme = "sphinx_book_theme"
html_static_path = ["_static"]
html_favicon = "_static/icon.svg"
html_css_files = ["course.css"]
html_js_files = ["course.js"]
html_context = {"default_mode": "auto"}
html_copy_source = False
html_show_sourcelink = False
mathjax_path = "mathjax/tex-mml-chtml.js"
mathjax3_config = {"options": {"enableMenu": False, "enableAssistiveMml": True}}
html_theme_options: dict[str, object] = {
    "use_download_button": False,
    "use_fullscreen_button": False,
    "home_page_in_toc": True,
    "show_toc_level": 2,
}
if repository := os.environ.get("GITHUB_REPOSITORY"):
    html_theme_options |= {
        "repository_url": f"https://github.com/{repository}",
        "use_repository_button": True,
    }
