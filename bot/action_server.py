"""How Rasa asks the action server: over a connection that stays open, fast to give up, and with meaning only.

Rasa's own endpoint opens a connection for each call, waits five minutes, and sends the whole tracker with the visitor's
words and id. An action needs none of that: it gets the intents of the last two turns and the ranking of the newest.
"""

from typing import Any

import aiohttp
from jsonschema.validators import validator_for
from rasa.core.actions.action import RemoteAction
from rasa.core.actions.constants import SELECTIVE_DOMAIN
from rasa.utils.endpoints import EndpointConfig

ANSWER_SECONDS = 2.0
_TURNS_SHOWN = 2
_NOBODY = "-"


class ActionsUnavailable(RuntimeError):
    """The action server is down, too slow, or answers with an error."""


class ActionServer(EndpointConfig):
    """The action server at `url`."""

    def __init__(self, url: str) -> None:
        """Prepare calls to `url`; connects at the first one."""
        super().__init__(url, **{SELECTIVE_DOMAIN: True})  # without the domain in each call
        self._session: aiohttp.ClientSession | None = None

    async def request(self, *_: Any, **call: Any) -> Any:
        """Run an action (see parent class); only the call's `json` matters here.

        Raises:
            ActionsUnavailable: no answer within `ANSWER_SECONDS`, or not one of success.
        """
        body = meaning_of(call["json"])
        try:
            return await self._post(body)
        except (aiohttp.ServerDisconnectedError, aiohttp.ClientOSError):
            return await self._post_again(body)
        except (aiohttp.ClientError, TimeoutError):
            raise ActionsUnavailable from None

    async def close(self) -> None:
        """Close the connections."""
        if self._session is not None:
            await self._session.close()

    async def _post(self, body: dict[str, Any]) -> Any:
        if self._session is None:
            self._session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=ANSWER_SECONDS))
        async with self._session.post(self.url, json=body) as response:
            if response.status != 200:
                raise ActionsUnavailable
            return await response.json()

    async def _post_again(self, body: dict[str, Any]) -> Any:
        # The open connection was of an action server that has since restarted; actions change nothing, so once more.
        try:
            return await self._post(body)
        except (aiohttp.ClientError, TimeoutError):
            raise ActionsUnavailable from None


def check_answers_quickly() -> None:
    """Make Rasa check the answers of the action server against a schema that is prepared once.

    Rasa checks the schema itself anew with each answer: 20 ms, five times as long as all the rest of a turn.
    """
    schema = RemoteAction.action_response_format_spec()
    prepared = validator_for(schema)(schema)

    def validate(_: RemoteAction, answer: dict[str, Any]) -> bool:
        prepared.validate(answer)
        return True

    RemoteAction._validate_action_result = validate


def meaning_of(call: dict[str, Any]) -> dict[str, Any]:
    """Rasa's action call cut down to what an action may know.

    Args:
        call: the call as Rasa builds it, with the whole tracker.

    Returns:
        A call in the same form (https://rasa.com/docs/rasa/action-server) with two turns' intents and one ranking.
    """
    tracker = call["tracker"]
    newest = tracker["latest_message"]
    asked = [event for event in tracker["events"] if event["event"] == "user"][-_TURNS_SHOWN:]
    return {
        "next_action": call["next_action"],
        "sender_id": _NOBODY,
        "version": call["version"],
        "domain": {},  # the SDK refuses calls without one
        "tracker": {
            "sender_id": _NOBODY,
            "latest_message": {"intent": newest["intent"], "intent_ranking": newest.get("intent_ranking", [])},
            "events": [{"event": "user", "parse_data": {"intent": event["parse_data"]["intent"]}} for event in asked],
        },
    }
