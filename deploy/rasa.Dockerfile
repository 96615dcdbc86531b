# Rasa with the model trained into the image, so that a container starts with the answers' own ways of asking.
FROM python:3.11-slim-bookworm AS build
RUN pip install --no-cache-dir "uv>=0.9,<1"
WORKDIR /lyhty
COPY pyproject.toml uv.lock README.md ./
ENV UV_PROJECT_ENVIRONMENT=/lyhty/.venv UV_LINK_MODE=copy PATH=/lyhty/.venv/bin:$PATH
RUN uv sync --locked --no-install-project --group bot
COPY process ./process
COPY content ./content
COPY bot ./bot
COPY actions ./actions
COPY api ./api
COPY bench ./bench
RUN uv sync --locked --group bot
ENV LYHTY_CACHE_DIR=/lyhty/.cache
RUN python -m bot train --out /lyhty/models

FROM python:3.11-slim-bookworm
RUN useradd --system --uid 10001 --no-create-home lyhty
COPY --from=build --chown=root:root /lyhty /lyhty
WORKDIR /lyhty
ENV PATH=/lyhty/.venv/bin:$PATH PYTHONDONTWRITEBYTECODE=1 LYHTY_CONTENT_DIR=/lyhty/content LYHTY_MODELS_DIR=/lyhty/models \
    LYHTY_CACHE_DIR=/lyhty/.cache LYHTY_RASA_BIND=0.0.0.0 OMP_NUM_THREADS=1 OMP_WAIT_POLICY=passive
USER 10001
EXPOSE 5005
CMD ["python", "-m", "bot", "serve"]
