"""An answer without what stands further down, for who finds it too long or is too tired to read it all.

The form of an answer (`content.rules.body`) makes this possible without a second text that could say something else:
first the short answer, then what one can do now, then more.
"""

from content.rendering import tokens

_SHOWN = "h2"


def short_form(body: str) -> str:
    """The short answer and the first part with a heading; a text with fewer parts is given whole.

    Args:
        body: an answer's Markdown.
    """
    begins = [
        token.map[0] for token in tokens(body) if token.type == "heading_open" and token.tag == _SHOWN and token.map
    ]
    return "\n".join(body.splitlines()[: begins[1]]).rstrip() if len(begins) > 1 else body
