"""Telling a caption by its words: "Photo: …", "… (AP Photo/…)"."""

import re

_AGENCIES = ("AP", "AFP", "EPA", "Reuters", "Getty Images", "Anadolu")
_CAPTION_START = re.compile(
    r"""\W*(?:file[ ])?(?:photo|image|picture|caption|illustration|graphic)s?\b[^.]{0,40}?
          (?:[:—–]|[ ]-[ ])
      |©""",
    re.VERBOSE | re.IGNORECASE,
)
_CAPTION_END = re.compile(
    rf"""[(\[][^()\[\]]*\b(?:photo|file|image|via[ ][\w ]{{2,30}}|getty[ ]images)[^()\[\]]*[)\]]\W*$
      |[/(|]\s*(?:{"|".join(_AGENCIES).replace(" ", "[ ]")})(?:[ ]Photo)?\s*[)|]?$""",
    re.VERBOSE | re.IGNORECASE,
)
_CAPTION_LAST = (")", "]", ").", "].", "|", *_AGENCIES, "Photo")

_FIRST = "FfPpIiCcGg"  # letters a caption's opening word begins with
_LONGEST_CAPTION = 600


def is_caption(text: str) -> bool:
    """Whether a paragraph opens like a caption or ends with a photographer's or agency's credit."""
    if len(text) > _LONGEST_CAPTION:
        return False
    first = text[:1]
    if (first in _FIRST or not first.isalpha()) and _CAPTION_START.match(text):
        return True
    # A credit is the last 120 characters at most.
    return text.endswith(_CAPTION_LAST) and bool(_CAPTION_END.search(text, len(text) - 120))
