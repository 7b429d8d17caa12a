/** The REST face: every context's controllers, and the protocol around them. */
import { Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { LOGGER, Metrics, RecentWriters, SETTINGS, type PlazaLogger, type Settings } from '@plaza/platform';
import { AsyncApiController } from './asyncapi/asyncapi.controller';
import { AuditHttpModule } from './audit/audit-http.module';
import { serveBackOffice } from './backoffice/back-office';
import { CatalogHttpModule } from './catalog/catalog-http.module';
import { AccessCheck } from './http/access-check';
import { AccessGuard } from './http/access.guard';
import { AuthGuard } from './http/auth.guard';
import { restrictBodies } from './http/bodies';
import { registerCorrelation } from './http/correlation';
import { GeneralLimit } from './http/general-limit';
import { IdempotencyInterceptor } from './http/idempotency.interceptor';
import { publishOpenApi } from './http/openapi';
import { ProblemFilter } from './http/problem.filter';
import { RateLimitGuard } from './http/rate-limit.guard';
import { registerRecentWriters } from './http/recent-writers';
import { RequestGuard } from './http/request.guard';
import { registerTracing } from './http/tracing';
import { createValidationPipe } from './http/validation';
import { IdentityHttpModule } from './identity/identity-http.module';
import { LoyaltyHttpModule } from './loyalty/loyalty-http.module';
import { MessagingHttpModule } from './messaging/messaging-http.module';
import { NotificationsHttpModule } from './notifications/notifications-http.module';
import { OrdersHttpModule } from './orders/orders-http.module';
import { acceptNdjson } from './payments/ndjson';
import { PaymentsHttpModule } from './payments/payments-http.module';
import { ReportingHttpModule } from './reporting/reporting-http.module';
import { TransfersHttpModule } from './transfers/transfers-http.module';

@Module({
  imports: [
    IdentityHttpModule,
    CatalogHttpModule,
    OrdersHttpModule,
    PaymentsHttpModule,
    LoyaltyHttpModule,
    MessagingHttpModule,
    NotificationsHttpModule,
    TransfersHttpModule,
    ReportingHttpModule,
    AuditHttpModule,
  ],
  controllers: [AsyncApiController],
  providers: [
    { provide: APP_GUARD, useClass: AuthGuard },
    { provide: APP_GUARD, useClass: RateLimitGuard },
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_GUARD, useClass: RequestGuard },
    { provide: APP_PIPE, useFactory: createValidationPipe },
    { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
    { provide: APP_FILTER, useClass: ProblemFilter },
    AccessCheck,
    GeneralLimit,
  ],
})
export class ApiModule {}

/** What lies outside `/v1`: the machinery's addresses and those that a standard fixes. */
const unversioned = ['health/live', 'health/ready', 'metrics', '.well-known/jwks.json', 'asyncapi.json'];

/** Must be done before anything looks at the routes' addresses. */
export function prefixRoutes(app: NestFastifyApplication): void {
  app.setGlobalPrefix('v1', { exclude: unversioned });
}

export function prepareApi(app: NestFastifyApplication): void {
  const settings = app.get<Settings>(SETTINGS);
  const fastify = app.getHttpAdapter().getInstance();
  prefixRoutes(app);
  registerCorrelation(fastify, app.get(Metrics), app.get<PlazaLogger>(LOGGER));
  registerTracing(fastify);
  if (settings.database.replicaUrls.length > 0) registerRecentWriters(fastify, app.get(RecentWriters));
  acceptNdjson(fastify);
  restrictBodies(fastify);
  if (settings.corsOrigins.length > 0) app.enableCors({ origin: settings.corsOrigins, maxAge: 600 });
  publishOpenApi(app);
  serveBackOffice(fastify);
}
