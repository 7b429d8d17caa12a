/** The published description of the REST face: `/openapi.json`, and Swagger UI at `/docs` for people. */
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';

export function publishOpenApi(app: NestFastifyApplication): void {
  const description = new DocumentBuilder()
    .setTitle('Plaza')
    .setDescription(
      'The back end of a shop chain: catalogue, orders, payments. Refusals are problem details (RFC 9457).',
    )
    .setVersion('1')
    .setOpenAPIVersion('3.1.0')
    .addBearerAuth()
    .build();
  SwaggerModule.setup('docs', app, () => SwaggerModule.createDocument(app, description), {
    jsonDocumentUrl: 'openapi.json',
    customSiteTitle: 'Plaza API',
  });
}
