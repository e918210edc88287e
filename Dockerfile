# The bot as an image: `make image`, or `docker build -t communique .`
# Another base with Python 3.11 or newer, pip, venv and useradd (not Alpine's): --build-arg BASE=…
# Extras of the package: --build-arg EXTRAS=a,b
ARG BASE=python:3.13-slim

FROM ${BASE} AS build
WORKDIR /src
# The engine is compiled if a C compiler and Python's headers are there or can be had, of whatever version the base has.
# hadolint ignore=DL3008
RUN if ! command -v cc && command -v apt-get; then \
      apt-get update && apt-get install --yes --no-install-recommends gcc libc6-dev && rm -rf /var/lib/apt/lists/* \
      || echo "No C compiler could be installed: the engine is not compiled, and slower."; fi
COPY pyproject.toml hatch_build.py constraints.txt README.md LICENSE ./
COPY bot bot
COPY summarizers summarizers
COPY config config
RUN python3 -m venv /build \
 && /build/bin/pip wheel --no-cache-dir --no-deps --wheel-dir /wheels .

FROM ${BASE}
ARG EXTRAS=""
LABEL org.opencontainers.image.title="Communiqué" \
      org.opencontainers.image.licenses="Apache-2.0"
ENV PATH=/opt/communique/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    COMMUNIQUE_DATA_DIR=/data
# Compiled once here: the root file system may be read-only when it runs.
RUN --mount=type=bind,from=build,source=/wheels,target=/wheels \
    --mount=type=bind,source=constraints.txt,target=/constraints.txt \
    python3 -m venv /opt/communique \
 && wheel="$(echo /wheels/communique-*.whl)" \
 && /opt/communique/bin/pip install --no-cache-dir --compile -c /constraints.txt "${wheel}${EXTRAS:+[${EXTRAS}]}" \
 && groupadd --gid 10001 communique \
 && useradd --uid 10001 --gid communique --no-create-home --home-dir /data --shell /usr/sbin/nologin communique \
 && install --directory --owner=communique --group=communique --mode=0700 /data
WORKDIR /data
VOLUME /data
USER 10001:10001
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=10s --start-period=30s --retries=3 CMD ["communique", "doctor", "--live"]
CMD ["communique", "run"]
