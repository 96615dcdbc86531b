"""Serves the actions over HTTP by Rasa's SDK, on loopback, without its log handlers, tracing and worker processes."""

import logging
from typing import Any

from rasa_sdk import Action
from rasa_sdk.endpoint import create_app
from rasa_sdk.executor import ActionExecutor
from sanic import Sanic

from actions.answer import AnswerTopic
from actions.ask_for_human import AskForHuman
from actions.command import NameCommand
from actions.offer import OfferTopics
from actions.out_of_scope import SayWhatLyhtyIsFor
from actions.refuse import Refuse
from actions.settings import Settings
from actions.small_talk import SmallTalk
from process.logs import event, write_only_events

ACTIONS: tuple[type[Action], ...] = (
    AnswerTopic, AskForHuman, NameCommand, OfferTopics, SayWhatLyhtyIsFor, Refuse, SmallTalk,
)  # fmt: skip
Server = Sanic[Any, Any]
KEEP_ALIVE_SECONDS = 120  # longer than Rasa keeps an idle connection


def app_with_actions() -> Server:
    """The SDK's application with our actions."""
    executor = ActionExecutor()
    for action in ACTIONS:
        executor.register_action(action)
    app: Server = create_app(executor, cors_origins=None)
    app.config.KEEP_ALIVE_TIMEOUT = KEEP_ALIVE_SECONDS
    return app


def serve(settings: Settings) -> None:
    """Serve until told to stop.

    Args:
        settings: where to listen.
    """
    app = app_with_actions()

    @app.after_server_start
    async def tell(_: Server) -> None:
        event("serving", "ready", port=settings.port)

    write_only_events("actions")  # again: what was imported since may have brought handlers of its own
    if not logging.getLogger().isEnabledFor(logging.DEBUG):
        for library in ("sanic", "rasa_sdk"):
            logging.getLogger(library).setLevel(logging.WARNING)
    app.run(host=settings.bind, port=settings.port, single_process=True, access_log=False, motd=False)
