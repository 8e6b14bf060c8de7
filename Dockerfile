FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --omit=optional --ignore-scripts
COPY migrations migrations
COPY src src

FROM node:24-bookworm-slim
WORKDIR /app
COPY --from=build /app ./
# What Node compiles is kept, so that it starts faster and holds less. The run without settings ends by itself. Young objects
# get 4 MB instead of 16: it then keeps twenty megabytes less while it is idle.
# 1000 is `node`; as a number, Kubernetes can tell that it is not root.
RUN install -d -o 1000 /app/.compiled
USER 1000
ENV NODE_ENV=production NODE_COMPILE_CACHE=/app/.compiled
RUN node --max-semi-space-size=8 src/main.ts 2>/dev/null; test -n "$(ls .compiled)"
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3000}/healthz`).then((it) => process.exit(it.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--max-semi-space-size=8", "src/main.ts"]
