/** The floor of `product-list`: bare Fastify that answers one route with bytes prepared beforehand. */
import Fastify from 'fastify';
import { z } from 'zod';
import { answerRequests } from './support/child';

const preparedAnswerSchema = z.object({
  port: z.number().int(),
  path: z.string(),
  contentType: z.string(),
  body: z.string(),
});

answerRequests(preparedAnswerSchema, async ({ port, path, contentType, body }) => {
  const bytes = Buffer.from(body);
  const server = Fastify();
  server.get(path, (_request, reply) => {
    void reply.header('content-type', contentType).send(bytes);
  });
  return server.listen({ port, host: '127.0.0.1' });
});
