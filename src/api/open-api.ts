import { HttpStatus } from '@nestjs/common';
import { HTTP_CODE_METADATA } from '@nestjs/common/internal';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { getSchemaPath, OpenAPIObject } from '@nestjs/swagger';
import { PERMISSIONS } from '../people/permissions.js';
import { givesOf, type Gives } from './described.js';
import { IDEMPOTENCY_KEY, PROBLEM_RESPONSES, PROBLEM_SCHEMAS } from './open-api-common.js';
import { RouteTable, type Route } from './route-table.js';
import { readSwagger } from './swagger.js';
import { serveSwaggerUi } from './swagger-ui.js';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
type Answer = Operation['responses'][string];

/** Serves the description of the API and Swagger UI; built when first asked for. */
export function describeApi(app: NestFastifyApplication): void {
  let document: Promise<OpenAPIObject> | undefined;
  serveSwaggerUi(app.getHttpAdapter().getInstance(), () => (document ??= openApiOf(app)));
}

/** The OpenAPI 3.1 document of all routes, made from the controllers themselves. */
async function openApiOf(app: NestFastifyApplication): Promise<OpenAPIObject> {
  const { DocumentBuilder, getSchemaPath, SwaggerModule } = await readSwagger();
  const frame = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Gavel')
    .setDescription('Runs the handover of a rotating chair. Times are UTC, days are of the body, ids are stable.')
    .setVersion('1')
    .addBearerAuth({
      type: 'http',
      scheme: 'bearer',
      bearerFormat: 'gvl_',
      description: 'A token, `gvl_...`, bound to one person of one body.',
    })
    .addSecurityRequirements('bearer')
    .build();
  const document = SwaggerModule.createDocument(app, frame, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}.${method}`,
  });
  const components = (document.components ??= {});
  components.schemas = { ...components.schemas, ...PROBLEM_SCHEMAS };
  components.responses = { ...components.responses, ...PROBLEM_RESPONSES };
  for (const route of app.get(RouteTable).routes()) {
    const path = document.paths[route.path.replaceAll(/:(\w+)/g, '{$1}')];
    const operation = path?.[route.method.toLowerCase() as 'get'];
    if (operation !== undefined) complete(operation, route, getSchemaPath);
  }
  return document;
}

/** Adds what all routes have in common and nobody should have to write at each. */
function complete(operation: Operation, route: Route, pathOf: typeof getSchemaPath): void {
  addPathParameters(operation, route.path);
  if (route.method === 'POST') operation.parameters = [...(operation.parameters ?? []), IDEMPOTENCY_KEY];
  if (route.action !== null) {
    const roles = `For: ${PERMISSIONS[route.action].join(', ')} (\`${route.action}\`).`;
    operation.description = [operation.description, roles]
      .filter((text) => text !== undefined && text !== '')
      .join('\n\n');
  }
  const status = Reflect.getMetadata(HTTP_CODE_METADATA, route.handler) as HttpStatus | undefined;
  const success = String(status ?? (route.method === 'POST' ? HttpStatus.CREATED : HttpStatus.OK));
  operation.responses = {
    [success]: successOf(givesOf(route.handler) ?? 'json', pathOf),
    ...problemsOf(operation, route),
  };
}

function addPathParameters(operation: Operation, path: string): void {
  const described = new Set(
    (operation.parameters ?? []).map((parameter) => ('name' in parameter ? parameter.name : '')),
  );
  const missing = [...path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? '').filter((name) => !described.has(name));
  const added = missing.map((name) => ({ name, in: 'path' as const, required: true, schema: { type: 'string' } }));
  operation.parameters = [...added, ...(operation.parameters ?? [])];
}

function successOf(gives: Gives, pathOf: typeof getSchemaPath): Answer {
  const headers = {
    ETag: { description: 'The version, for `If-Match` and `If-None-Match`.', schema: { type: 'string' } },
  };
  if (gives === 'file')
    return {
      description: 'The file',
      content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
    };
  if (gives === 'json') return { description: 'Done', content: { 'application/json': { schema: { type: 'object' } } } };
  if (typeof gives === 'function') {
    return {
      description: 'Done',
      headers,
      content: { 'application/json': { schema: { $ref: pathOf(gives) } } },
    };
  }
  const items = { type: 'array', items: { $ref: pathOf(gives[0]) } };
  const next = { type: ['string', 'null'], description: 'Cursor of the next page; null on the last.' };
  const schema = { type: 'object', required: ['items', 'next'], properties: { items, next } };
  return { description: 'One page', content: { 'application/json': { schema } } };
}

/** Which problems a route can answer with. */
function problemsOf(operation: Operation, route: Route): Readonly<Record<string, Answer>> {
  const changes = route.method !== 'GET';
  const versioned = (operation.parameters ?? []).some(
    (parameter) => 'name' in parameter && parameter.name === 'If-Match',
  );
  const statuses = ['401', '403', '404', '422', '429', '503', ...(changes ? ['400', '409', '413', '415'] : [])];
  const all = versioned ? [...statuses, '412', '428'] : statuses;
  return Object.fromEntries(all.sort().map((status) => [status, { $ref: `#/components/responses/Problem${status}` }]));
}
