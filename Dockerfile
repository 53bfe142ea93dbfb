# Build: better-sqlite3 compiles from source where no prebuilt binary can be had.
FROM node:20-bookworm-slim AS build
RUN apt-get update && apt-get install -y --no-install-recommends python3 make g++ && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY package.json .npmrc tsconfig.json tsconfig.build.json ./
COPY src ./src
# npm install, not npm ci: the project carries no lock file (see .npmrc)
RUN npm install && npm prune --omit=dev

FROM node:20-bookworm-slim
ENV NODE_ENV=production TZ=Asia/Shanghai
WORKDIR /app
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY package.json LICENSE ./
COPY rules ./rules
COPY models ./models
COPY models ./models
RUN useradd --system --uid 10001 --home-dir /app banzhang && mkdir -p data && chown banzhang: data && chmod 700 data
USER banzhang
VOLUME /app/data
# Liveness only: is the bot still hearing? Configuration and disk are `banzhang doctor`'s business.
HEALTHCHECK --interval=60s --timeout=10s --start-period=120s --retries=3 CMD ["node", "dist/app.js", "doctor", "--live"]
ENTRYPOINT ["node", "dist/app.js"]
CMD ["run"]
