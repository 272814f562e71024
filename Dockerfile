# The room's program alone: no shell, no package, no file beside it but the C library that it is
# linked to. docs/service.md says how to run it, and what of this was tried.

FROM node:22-bookworm-slim AS build
WORKDIR /src
COPY package.json package-lock.json ./
RUN npm ci --omit=dev
COPY . .
RUN npm run build
# The library and its loader, where the program looks for them; an empty folder for the room.
RUN ldd dist/rage-room | grep -o '/[^ ]*' | xargs -I{} install -D -m 755 {} image{} && \
    install -D -m 755 dist/rage-room image/usr/local/bin/rage-room && \
    install -d -m 700 -o 65532 -g 65532 image/data image/key && \
    install -d -m 1777 image/tmp

FROM scratch
COPY --from=build /src/image /
USER 65532:65532
WORKDIR /data
ENV HOST=0.0.0.0 PORT=8000 DATABASE_URL=sqlite:/data/messages.db
VOLUME ["/data"]
EXPOSE 8000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=6s --start-period=10s --retries=3 CMD ["/usr/local/bin/rage-room", "healthcheck"]
ENTRYPOINT ["/usr/local/bin/rage-room"]
CMD ["serve"]
