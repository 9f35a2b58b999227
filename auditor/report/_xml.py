"""What the XML reports share."""

import re
from xml.etree.ElementTree import Element, indent, tostring

# Characters that XML 1.0 cannot hold, not even escaped.
_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def element(name: str, attributes: dict[str, object], text: str = "") -> Element:
    """An element; what XML cannot hold becomes a replacement character."""
    made = Element(name, {key: _clean(str(value)) for key, value in attributes.items()})
    made.text = _clean(text) or None
    return made


def _clean(text: str) -> str:
    return _UNWRITABLE.sub("\ufffd", text)


def document(root: Element) -> str:
    """The file of a root element."""
    indent(root)
    written: str = tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{written}\n'
