"""An editor's correction is live within seconds; a broken file is named and changes nothing."""

import asyncio
import io
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from api.visitor.fresh_content import keep_fresh
from api.visitor.presentation import Presentation
from content.library import LiveLibrary
from tests.api.clocks import StandingClock
from tests.api.visitor.conftest import CONTENT

TOPIC = Path("en") / "safety" / "threats.md"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    files = shutil.ignore_patterns("*.py", "__pycache__")
    return Path(shutil.copytree(CONTENT, tmp_path / "content", ignore=files))


@pytest.fixture
async def live(folder: Path) -> AsyncIterator[LiveLibrary]:
    library = LiveLibrary(folder)
    task = asyncio.create_task(keep_fresh(library, every=0.05))
    yield library
    task.cancel()


async def until(condition: object) -> bool:
    for _ in range(100):
        if callable(condition) and condition():
            return True
        await asyncio.sleep(0.05)
    return False


def change(folder: Path, old: str, new: str) -> None:
    text = (folder / TOPIC).read_text(encoding="utf-8")
    assert old in text
    (folder / TOPIC).write_text(text.replace(old, new), encoding="utf-8")


def title(presentation: Presentation) -> str | None:
    from api.conversations.turns import Decision

    (reply,) = presentation.show([Decision(kind="answer", topic="safety/threats")], "en")
    return reply.title


async def test_a_corrected_title_is_shown_without_a_restart(folder: Path, live: LiveLibrary) -> None:
    presentation = Presentation(live, StandingClock())
    before = title(presentation)
    change(folder, f"title: {before}", "title: They threaten me, what now")
    assert await until(lambda: title(presentation) == "They threaten me, what now")


async def test_a_broken_file_is_named_and_the_last_good_version_stays(
    folder: Path, live: LiveLibrary, log: io.StringIO
) -> None:
    presentation = Presentation(live, StandingClock())
    before = title(presentation)
    change(folder, "title:", "tittle:")
    assert await until(lambda: "content_broken" in log.getvalue())
    assert "file=en/safety/threats.md" in log.getvalue()
    assert title(presentation) == before


async def test_a_folder_that_cannot_be_read_stops_nothing(folder: Path, live: LiveLibrary, log: io.StringIO) -> None:
    shutil.move(folder, folder.with_name("away"))
    await asyncio.sleep(0.3)
    shutil.move(folder.with_name("away"), folder)
    change(folder, "status: draft", "status: reviewed")
    assert await until(lambda: live.current.topic("safety/threats", "en").status == "reviewed")
