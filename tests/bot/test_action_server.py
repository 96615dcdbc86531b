"""How Rasa asks the action server, against small real servers that answer well, badly, slowly or not at all."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import aiohttp
import jsonschema
import pytest
from aiohttp import web
from rasa.core.actions.action import RemoteAction
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from bot.action_server import ActionServer, ActionsUnavailable, check_answers_quickly, meaning_of

ANSWER = {"events": [], "responses": [{"custom": {"kind": "human"}}]}
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class SmallServer:
    """An action server that does as told, and keeps what it was sent and by how many connections."""

    def __init__(self) -> None:
        self.bodies: list[Any] = []
        self.connections: set[object] = set()
        self.answers: Handler = self._well
        self._runner: web.AppRunner | None = None
        self.port = 0

    async def start(self) -> None:
        app = web.Application()
        app.router.add_post("/webhook", self._take)
        self._runner = web.AppRunner(app, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", self.port)
        await site.start()
        self.port = self._runner.addresses[0][1]

    async def stop(self) -> None:
        assert self._runner is not None
        await self._runner.cleanup()

    async def _take(self, request: web.Request) -> web.StreamResponse:
        self.connections.add(request.transport)
        self.bodies.append(await request.json())
        return await self.answers(request)

    async def _well(self, _: web.Request) -> web.StreamResponse:
        return web.json_response(ANSWER)


@pytest.fixture
async def server() -> AsyncIterator[SmallServer]:
    made = SmallServer()
    await made.start()
    yield made
    await made.stop()


@pytest.fixture
async def endpoint(server: SmallServer) -> AsyncIterator[ActionServer]:
    made = ActionServer(f"http://127.0.0.1:{server.port}/webhook")
    yield made
    await made.close()


def _call() -> dict[str, Any]:
    """What Rasa sends for a tracker with four turns of planted words."""
    tracker = DialogueStateTracker("planted-id", [])
    for number in range(4):
        intent = {"name": f"topic.number-{number}", "confidence": 0.5}
        parsed = {"intent": intent, "intent_ranking": [intent], "text": "planted", "entities": [{"entity": "planted"}]}
        tracker.update(UserUttered("planted", intent, [], parsed, metadata={"planted": "planted"}))
        tracker.update(ActionExecuted("action_answer"))
    call: dict[str, Any] = RemoteAction("action_answer", None)._action_call_format(tracker, Domain.empty())
    return call


def test_only_meaning_is_sent() -> None:
    sent = meaning_of(_call())
    assert "planted" not in json.dumps(sent)
    assert sent["tracker"]["latest_message"]["intent"]["name"] == "topic.number-3"
    assert sent["tracker"]["latest_message"]["intent_ranking"] == [{"name": "topic.number-3", "confidence": 0.5}]
    said = [event["parse_data"]["intent"]["name"] for event in sent["tracker"]["events"]]
    assert said == ["topic.number-2", "topic.number-3"]


async def test_the_answer_comes_back_over_one_open_connection(server: SmallServer, endpoint: ActionServer) -> None:
    for _ in range(5):
        assert await endpoint.request(json=_call(), method="post", timeout=300) == ANSWER
    assert len(server.connections) == 1
    assert server.bodies[0]["next_action"] == "action_answer"


async def test_a_restarted_server_is_found_again(server: SmallServer, endpoint: ActionServer) -> None:
    await endpoint.request(json=_call())
    await server.stop()
    await server.start()
    assert await endpoint.request(json=_call()) == ANSWER


async def test_no_server(server: SmallServer, endpoint: ActionServer) -> None:
    await server.stop()
    with pytest.raises(ActionsUnavailable):
        await endpoint.request(json=_call())
    await server.start()
    assert await endpoint.request(json=_call()) == ANSWER


async def test_a_server_without_an_answer_is_given_up_on(server: SmallServer, endpoint: ActionServer) -> None:
    async def never(_: web.Request) -> web.StreamResponse:
        await asyncio.sleep(30)
        raise AssertionError

    server.answers = never
    async with asyncio.timeout(4):
        with pytest.raises(ActionsUnavailable):
            await endpoint.request(json=_call())


@pytest.mark.parametrize("status", [400, 404, 500, 503])
async def test_a_server_with_an_error(server: SmallServer, endpoint: ActionServer, status: int) -> None:
    async def badly(_: web.Request) -> web.StreamResponse:
        return web.json_response({"error": "planted"}, status=status)

    server.answers = badly
    with pytest.raises(ActionsUnavailable) as raised:
        await endpoint.request(json=_call())
    assert "planted" not in str(raised.value)


async def test_an_answer_that_is_no_json(server: SmallServer, endpoint: ActionServer) -> None:
    async def strangely(_: web.Request) -> web.StreamResponse:
        return web.Response(text="planted", content_type="text/html")

    server.answers = strangely
    with pytest.raises(ActionsUnavailable):
        await endpoint.request(json=_call())


def test_answers_are_still_checked() -> None:
    check_answers_quickly()
    action = RemoteAction("action_answer", None)
    assert action._validate_action_result(ANSWER)
    with pytest.raises(jsonschema.ValidationError):
        action._validate_action_result({"events": "none", "responses": []})


async def test_closing_without_a_call_is_nothing() -> None:
    await ActionServer("http://127.0.0.1:1/webhook").close()


def test_rasa_leaves_the_domain_out() -> None:
    call = RemoteAction("action_answer", ActionServer("http://127.0.0.1:1/webhook"))._action_call_format(
        DialogueStateTracker("-", []), Domain.empty()
    )
    assert "domain" not in call


def test_an_aiohttp_error_would_be_one_of_those_that_are_caught() -> None:
    assert issubclass(aiohttp.ServerDisconnectedError, aiohttp.ClientError)
