"""Runs Rasa as Lyhty needs it: the only place where the bot's parts are put together.

Not `rasa run`: that would serve Rasa's own routes beside ours, fall back to an ever growing store in memory when Valkey
is away, and call the action server over a new connection each time. Here Rasa's agent and its registration of channels
get our stores, our action endpoint and our one channel; Rasa's HTTP API is not even loaded.
"""

import logging
from pathlib import Path
from socket import socket

from rasa.core.agent import Agent
from rasa.core.channels.channel import register
from sanic import Sanic

from bot.action_server import ActionServer, check_answers_quickly
from bot.channel import LyhtyChannel
from bot.models import load_into
from bot.settings import Settings
from bot.stores.connection import connect
from bot.stores.lock_store import ValkeyLockStore
from bot.stores.tracker_store import ForgetfulTrackerStore
from process.logs import event, write_only_events

KEEP_ALIVE_SECONDS = 120  # longer than the gateway keeps an idle connection, so that it never writes to a closed one
LARGEST_BODY = 64 * 1024  # bytes


def create_app(agent: Agent, port: int) -> Sanic:
    """Rasa's server with our one channel.

    Args:
        agent: with its model.
        port: told in the log when ready.
    """
    app = Sanic("lyhty_rasa", configure_logging=False)
    app.config.KEEP_ALIVE_TIMEOUT = KEEP_ALIVE_SECONDS
    app.config.REQUEST_MAX_SIZE = LARGEST_BODY
    register([LyhtyChannel()], app, route="/webhooks/")

    app.ctx.agent = agent

    @app.after_server_start
    async def tell(_: Sanic, __: object) -> None:
        event("serving", "ready", port=port)

    @app.after_server_stop
    async def close(_: Sanic, __: object) -> None:
        await agent.action_endpoint.close()

    return app


def load_agent(settings: Settings, model: Path) -> Agent:
    """Rasa's agent with our stores.

    Args:
        settings: where Valkey and the action server are.
        model: the trained model's archive.
    """
    check_answers_quickly()
    valkey = connect(settings.valkey_url)
    agent = Agent(lock_store=ValkeyLockStore(valkey), action_endpoint=ActionServer(settings.actions_url))
    # Set, not given: the constructor would wrap it in a store that answers from memory when Valkey is down.
    agent.tracker_store = ForgetfulTrackerStore(valkey, settings.idle_seconds)
    load_into(agent, model)
    return agent


def serve(settings: Settings, model: Path, port: socket) -> None:
    """Serve until told to stop.

    Args:
        settings: where everything is; must name a Valkey server.
        model: the trained model's archive.
        port: the port that was taken for it.
    """
    app = create_app(load_agent(settings, model), settings.port)
    write_only_events("rasa")  # again: what was imported since may have brought handlers of its own
    if not logging.getLogger().isEnabledFor(logging.DEBUG):
        for library in ("rasa", "sanic.root"):
            logging.getLogger(library).setLevel(logging.WARNING)
    app.run(sock=port, workers=1, access_log=False, motd=False)
