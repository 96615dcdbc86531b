"""The action server's command line: `python -m actions`, in the gateway's environment."""

import sys

from actions.settings import Settings, SettingsInvalid
from process.hardening import harden
from process.logs import write_only_events


def main() -> int:
    """Serve until told to stop; 1 with a sentence on standard error when a setting is wrong."""
    harden()
    write_only_events("actions")
    try:
        settings = Settings.from_environment()
    except SettingsInvalid as error:
        sys.stderr.write(f"{error}\n")
        return 1
    from actions.server import serve

    serve(settings)
    return 0


if __name__ == "__main__":
    sys.exit(main())
