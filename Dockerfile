# A container with the tool alone. Build it from the folder of an unpacked release, or of `build.ps1 publish`:
#
#   docker build --build-context tool=src/AiDigest.Cli/bin/publish --tag aidigest .
#   docker run --rm --user "$(id -u):$(id -g)" --volume "$PWD:/site" aidigest build
#
# Tags are compared by Unicode rules, which needs ICU; dates need no time zones of the system.
FROM debian:trixie-slim
RUN apt-get update \
    && apt-get install --yes --no-install-recommends ca-certificates git libicu76 rsync \
    && rm -rf /var/lib/apt/lists/*
COPY --from=tool aidigest LICENSE THIRD-PARTY-NOTICES /usr/local/bin/
# The key of the cache's seal lives here: mount it to keep the cache from run to run.
ENV XDG_CACHE_HOME=/cache
RUN mkdir -m 1777 /cache
WORKDIR /site
ENTRYPOINT ["aidigest"]
CMD ["build"]
