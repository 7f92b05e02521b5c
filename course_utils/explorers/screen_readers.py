"""What ipywidgets does not tell a screen reader about an explorer, added in the browser.

A slider of ipywidgets has no name and reports the number of its position. An HTML widget replaces
all that it holds, and a new status is often not read aloud; a change inside of one that stays is.
Neither can be mended from Python, so this script does it in the page: each slider takes the label
of its field as its name and its readout, which is hidden, as its value; the place of the words,
which stays while they change, becomes the status. And JupyterLab takes the arrow keys that a menu
needs for a walk from cell to cell, unless the menu asks it not to. Where a page forbids scripts,
nothing else is lost: each field has its label and shows the value.
"""

SCRIPT = """
const start = (tries) => {
  const box = this.closest('.course-explorer');
  if (!box) {
    if (tries) setTimeout(start, 100, tries - 1);
    return;
  }
  const tell = () => {
    box.querySelector('.course-words .widget-html-content')?.setAttribute('role', 'status');
    for (const menu of box.querySelectorAll('select')) menu.dataset.lmSuppressShortcuts = 'true';
    for (const knob of box.querySelectorAll('.course-knob')) {
      const handle = knob.querySelector('[role=slider]');
      const label = knob.querySelector('label'), readout = knob.querySelector('.widget-readout');
      if (!handle || !label || !readout) continue;
      handle.setAttribute('aria-label', label.textContent);
      handle.setAttribute('aria-valuetext', readout.textContent);
    }
  };
  new MutationObserver(tell).observe(box, {childList: true, subtree: true});
  tell();
};
start(50);
"""
PIXEL = "data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA="

# A script element in an HTML widget does not run; the handler of a picture that has loaded does.
FOR_SCREEN_READERS = f'<img alt="" src="{PIXEL}" onload="{SCRIPT}">'
