"""An editor's correction is live within seconds, without a restart; a broken file changes nothing and is logged."""

import asyncio
from typing import NoReturn

from api.visitor.presentation import LiveContent
from process.logs import event, trouble

_SECONDS = 2.0


async def keep_fresh(library: LiveContent, *, every: float = _SECONDS) -> NoReturn:
    """Look for changed files again and again, in a thread, since reading takes longer than a request may wait.

    Args:
        library: the content.
        every: seconds between two looks.
    """
    while True:
        await asyncio.sleep(every)
        try:
            await _refresh(library)
        except Exception as failure:  # a file that vanishes while it is read, say: the next look will tell
            trouble("content", "content_not_read", error=type(failure).__name__.lower()[:40])


async def _refresh(library: LiveContent) -> None:
    before = library.current
    problems = await asyncio.to_thread(library.reload_if_changed)
    for problem in problems:
        if problem.is_error:
            trouble("content", "content_broken", file=problem.file, line=problem.line)
    if library.current is not before:
        event("content", "content_renewed")
