# docker run --rm -v "$PWD:/articles" --user "$(id -u):$(id -g)" --network none textlint check --fix .
FROM python:3.13-slim AS build
WORKDIR /src
COPY pyproject.toml README.md LICENSE NOTICE ./
COPY textlint textlint
COPY rules rules
RUN python -m venv /opt/textlint && /opt/textlint/bin/pip install --no-cache-dir --disable-pip-version-check .

FROM python:3.13-slim
COPY --from=build /opt/textlint /opt/textlint
ENV PATH=/opt/textlint/bin:$PATH PYTHONDONTWRITEBYTECODE=1
# A number, so that an orchestrator can see that it is not root.
USER 65532:65532
WORKDIR /articles
ENTRYPOINT ["textlint"]
CMD ["check", "."]
