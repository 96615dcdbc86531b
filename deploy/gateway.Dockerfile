# The gateway: what faces the internet. No Rasa, no TensorFlow; the visitor's and the staff's
# application are two containers of this image, and so is the action server, which needs the same packages.
FROM python:3.11-slim-bookworm AS build
RUN pip install --no-cache-dir "uv>=0.9,<1"
WORKDIR /lyhty
COPY pyproject.toml uv.lock README.md ./
ENV UV_PROJECT_ENVIRONMENT=/lyhty/.venv UV_LINK_MODE=copy
RUN uv sync --locked --no-install-project --group gateway
COPY process ./process
COPY content ./content
COPY actions ./actions
COPY api ./api
COPY bot ./bot
COPY bench ./bench
RUN uv sync --locked --no-editable --group gateway

FROM python:3.11-slim-bookworm
RUN useradd --system --uid 10001 --no-create-home lyhty
COPY --from=build /lyhty/.venv /lyhty/.venv
COPY --from=build /lyhty/content /lyhty/content
ENV PATH=/lyhty/.venv/bin:$PATH PYTHONDONTWRITEBYTECODE=1 LYHTY_CONTENT_DIR=/lyhty/content LYHTY_HOST=0.0.0.0
USER 10001
EXPOSE 8000
CMD ["lyhty", "serve", "visitor"]
