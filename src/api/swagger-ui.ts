import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { HttpProblem } from './problem.js';

/** Where the description is read by people. */
export const DOCS_PATH = '/api/docs';
/** The same for programs. */
const OPEN_API_PATH = '/api/openapi.json';

const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Gavel API</title>
    <link rel="stylesheet" href="${DOCS_PATH}/swagger-ui.css">
    <link rel="icon" href="${DOCS_PATH}/favicon-32x32.png">
  </head>
  <body>
    <div id="swagger-ui"></div>
    <script src="${DOCS_PATH}/swagger-ui-bundle.js"></script>
    <script src="${DOCS_PATH}/start.js"></script>
  </body>
</html>
`;
const START = `SwaggerUIBundle({ url: '${OPEN_API_PATH}', dom_id: '#swagger-ui', deepLinking: true });\n`;

/** The only files of Swagger UI that are given out. */
const FILES: Readonly<Record<string, string>> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
  'favicon-32x32.png': 'image/png',
};

/** Swagger UI comes with Nest's package, wherever that is installed. */
function folder(): string {
  const nest = createRequire(createRequire(import.meta.url).resolve('@nestjs/swagger'));
  return dirname(nest.resolve('swagger-ui-dist/package.json'));
}

/** Serves Swagger UI and the document it shows; open to all, since it tells of the API and of nobody. */
export function serveSwaggerUi(server: FastifyInstance, document: () => Promise<object>): void {
  server.get(OPEN_API_PATH, () => document());
  server.get(DOCS_PATH, (_request, reply) => reply.type('text/html; charset=utf-8').send(PAGE));
  server.get(`${DOCS_PATH}/start.js`, (_request, reply) => reply.type('text/javascript; charset=utf-8').send(START));
  server.get<{ Params: { readonly file: string } }>(`${DOCS_PATH}/:file`, async (request, reply) => {
    const { file } = request.params;
    const type = Object.hasOwn(FILES, file) ? FILES[file] : undefined;
    if (type === undefined) throw new HttpProblem('not_found');
    return reply.type(type).send(await readFile(join(folder(), file)));
  });
}
