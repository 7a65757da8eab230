import { applyDecorators, type INestApplication } from '@nestjs/common';
import { ApiResponse, DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { z } from 'zod';

/** Documents what a route answers with: a zod schema, its HTTP status, and what it is in words. */
export const Answers = (schema: z.ZodType, description: string, status = 200) =>
  applyDecorators(ApiResponse({ status, description, standardSchema: schema } as never));

/** Documents an answer that is a file rather than JSON. */
export const AnswersFile = (description: string, ...types: string[]) =>
  applyDecorators(
    ApiResponse({
      status: 200,
      description,
      content: Object.fromEntries(types.map((type) => [type, { schema: { type: 'string' } }])),
    }),
  );

const problem = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    parameter: { type: 'string' },
    instance: { type: 'string' },
  },
};

/** The OpenAPI 3.1 document of all routes, from the schemas they check and answer with. */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  const head = new DocumentBuilder()
    .setTitle('Probity')
    .setDescription(
      'Supervision records, explained scores and follow-ups. A score orders human attention; it is a priority for review, never a finding.',
    )
    .setVersion('1')
    .setOpenAPIVersion('3.1.0')
    .addBearerAuth()
    .build();
  const document = SwaggerModule.createDocument(app, head, {
    operationIdFactory: (controller, method) =>
      `${controller.replace(/Controller$/, '')}_${method}`,
    standardSchemaConverter: (schema, { schemaType }) => {
      if (!(schema instanceof z.ZodType)) return undefined;
      const { $schema: _, ...converted } = z.toJSONSchema(schema, {
        io: schemaType,
        unrepresentable: 'any',
        target: 'draft-2020-12',
      });
      return { schema: converted as never };
    },
  });
  for (const operations of Object.values(document.paths)) {
    for (const operation of Object.values(operations as Record<string, { responses?: object }>)) {
      operation.responses = {
        ...operation.responses,
        default: {
          description: 'A problem document (RFC 9457).',
          content: { 'application/problem+json': { schema: problem } },
        },
      };
    }
  }
  return document;
}
