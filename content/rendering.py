"""Curated Markdown as safe HTML for the page, and as plain text for clients without a screen.

Only paragraphs, headings, lists and emphasis exist: no raw HTML, links, images or code, so that a text cannot bring
anything in but through a placeholder. Headings start at level 3, because the page itself owns levels 1 and 2.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererHTML
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from content.placeholders import IN_BRACES, Directory, Placeholder, resolve_inside

_HIGHEST_HEADING = 3
_DIRECTORY, _VALUES = "directory", "values"


def to_html(markdown: str, library: Directory, language: str) -> str:
    """The Markdown as HTML that holds nothing but text, headings from h3, lists, emphasis and checked links."""
    return str(_markdown().render(markdown, {_DIRECTORY: (library, language)}))


def to_inline_html(text: str, library: Directory, language: str, values: Mapping[str, str | int] | None = None) -> str:
    """One string of an interface as HTML without a paragraph around it; `values` fill `{name}` and are escaped.

    Raises:
        PlaceholderUnknown: the string holds braces that neither a value nor a placeholder fills.
    """
    return str(_markdown().renderInline(text, {_DIRECTORY: (library, language), _VALUES: values or {}}))


def to_text(markdown: str, library: Directory, language: str) -> str:
    """The Markdown as plain text: an empty line between blocks, `- ` or `1. ` before a list's items."""
    lists: list[int | None] = []  # the next number of each list that is open; None for bullets
    shown, bullet, was_item = "", "", False
    for token in tokens(markdown):
        if token.type in {"bullet_list_open", "ordered_list_open"}:
            lists.append(int(token.attrs.get("start", 1)) if token.tag == "ol" else None)
        elif token.type in {"bullet_list_close", "ordered_list_close"}:
            lists.pop()
        elif token.type == "list_item_open":
            bullet = _next_bullet(lists)
        elif token.type == "inline":
            gap = ("\n" if was_item and lists else "\n\n") if shown else ""
            shown += gap + bullet + plain(token, library, language)
            bullet, was_item = "", bool(lists)
    return shown


def tokens(markdown: str) -> Sequence[Token]:
    """The blocks of a text as the renderer sees them; `Token.map` holds their lines, counted from 0."""
    return _markdown().parse(markdown, {})


def plain(inline: Token, library: Directory, language: str) -> str:
    """The plain text of one block's inline token."""
    return "".join(_plain_part(child, library, language) for child in inline.children or ())


def _next_bullet(lists: list[int | None]) -> str:
    number = lists[-1]
    indent = "  " * (len(lists) - 1)
    if number is None:
        return f"{indent}- "
    lists[-1] = number + 1
    return f"{indent}{number}. "


def _plain_part(token: Token, library: Directory, language: str) -> str:
    if token.type == "placeholder":
        return resolve_inside(token.content, library, language, {})[0].text
    return {"softbreak": " ", "hardbreak": "\n"}.get(token.type, token.content)


@lru_cache(maxsize=1)
def _markdown() -> MarkdownIt:
    """The parser, built once: it holds no state of a text."""
    parser = MarkdownIt("zero", {"html": False})
    parser.enable(["heading", "list", "emphasis", "escape", "newline"])
    parser.inline.ruler.before("escape", "placeholder", _read_placeholder)
    parser.add_render_rule("placeholder", _show_placeholder)
    parser.add_render_rule("heading_open", _show_heading)
    parser.add_render_rule("heading_close", _show_heading)
    return parser


def _read_placeholder(state: StateInline, silent: bool) -> bool:
    """The Markdown rule for braces, so that what stands between them is never read as Markdown."""
    found = IN_BRACES.match(state.src, state.pos)
    if not found:
        return False
    if not silent:
        state.push("placeholder", "", 0).content = found[1]
    state.pos = found.end()
    return True


def _show_placeholder(renderer: RendererHTML, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    library, language = env[_DIRECTORY]
    resolved, placeholder = resolve_inside(tokens[index].content, library, language, env.get(_VALUES, {}))
    text = escapeHtml(resolved.text)
    if placeholder and placeholder.kind == "topic":
        return f'<span class="topic" data-topic="{escapeHtml(placeholder.target)}">{text}</span>'
    return _link(placeholder, resolved.address, text) if placeholder and resolved.address else text


def _link(placeholder: Placeholder, address: str, text: str) -> str:
    attributes = {
        "phone": 'class="call"',
        "email": 'class="email"',
        "web": 'class="web" rel="noreferrer noopener"',
    }[placeholder.kind]
    return f'<a href="{escapeHtml(address)}" {attributes}>{text}</a>'


def _show_heading(renderer: RendererHTML, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    token = tokens[index]
    level = min(max(int(token.tag[1:]) + 1, _HIGHEST_HEADING), 6)
    return f"<h{level}>" if token.nesting == 1 else f"</h{level}>\n"
