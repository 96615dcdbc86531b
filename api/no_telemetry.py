"""The framework's built-in telemetry, switched off in the code (promise P1).

FastAPI can send spans, metrics and exceptions with their values to a collector, when OpenTelemetry is set up around it
or named in the environment. What the environment of a server holds must not decide whether visitors are watched.
"""

from fastapi.telemetry import TelemetryConfig

NO_TELEMETRY: TelemetryConfig = {
    "tracing": False,
    "metrics": False,
    "logs": False,
    "operation_spans": False,
    "auto_configure": False,
    "exclude": lambda _: True,
}
"""For `FastAPI(telemetry=…)`, in both applications."""
