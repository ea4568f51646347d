"""What is wrong with a page as a browser shows it: axe, width, console."""

from contextlib import contextmanager

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Error

ALL, COLOURS, ALL_BUT_COLOURS = (
    {},
    {"runOnly": ["color-contrast"]},
    {"rules": {"color-contrast": {"enabled": False}}},
)
READINGS = {  # which of axe's rules look at a page: in dark only that of colours, on a phone,
    "1280 light": ALL,  # where the colours are those of the desk, all others
    "1280 dark": COLOURS,
    "390 light": ALL_BUT_COLOURS,
}
DESK, PHONE, SMALLEST = 1280, 390, 320
RUN_AXE = """async (asked) => {
  const options = {resultTypes: ["violations"], preload: false};
  const found = await axe.run(document, {...options, ...asked});
  return found.violations.map((rule) => [rule.id, rule.nodes.map((node) => node.target.join(" "))]);
}"""
WIDER = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
VIEWS = """() => {
  const links = [...document.querySelectorAll(".pills a, .tabs a")];
  return [...new Set(links.filter((link) => !link.ariaCurrent).map((link) => link.href))];
}"""


def faults(page, address, status=200, read_at=(DESK, PHONE)):
    """{where: what} of everything that is wrong at `address`, where `status` is expected.

    axe reads it at the widths `read_at`.
    """
    with overheard(page) as said:
        answer = _opened(page, address)
    if answer is None:
        return {}
    page.evaluate(AXE_SCRIPT)
    wrong = {"console": said} if said and status == 200 else {}
    if answer.status != status:
        wrong["status"] = answer.status
    for width in (DESK, PHONE, SMALLEST):
        page.set_viewport_size({"width": width, "height": 800})
        if page.evaluate(WIDER):
            wrong[f"wider than {width}"] = True
        wrong |= _unreadable(page, width) if width in read_at else {}
    return {f"{address}, {where}": what for where, what in wrong.items()}


def views(page):
    """The addresses of the other views of the page that is open."""
    return page.evaluate(VIEWS)


@contextmanager
def overheard(page):
    """What the console says in between: errors, and whatever the policy forbids."""
    said = []

    def hear(message):
        if message.type in ("error", "warning"):
            said.append(message.text)

    def fail(error):
        said.append(str(error))

    page.on("console", hear)
    page.on("pageerror", fail)
    yield said
    page.remove_listener("console", hear)
    page.remove_listener("pageerror", fail)


def _opened(page, address):
    """The answer, or None where it is a file and no page."""
    try:
        return page.goto(address)
    except Error as error:
        if "Download is starting" in error.message:
            return None
        raise


def _unreadable(page, width):
    found = {}
    for name, rules in READINGS.items():
        read_at, theme = name.split()
        if read_at == str(width):
            page.emulate_media(color_scheme=theme)
            if violations := page.evaluate(RUN_AXE, rules):
                found[name] = violations
    return found
