/** Checks every body and query against its DTO: unknown fields are refused, and every fault is told with its place. */
import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { InvalidInput, type InputFault } from '@plaza/platform';

export function createValidationPipe(): ValidationPipe {
  return new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    transform: true,
    validationError: { target: false, value: false },
    exceptionFactory: (errors) => new InvalidInput(errors.flatMap((error) => faults(error, ''))),
  });
}

function faults(error: ValidationError, parent: string): InputFault[] {
  const pointer = `${parent}/${error.property.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  const own = Object.values(error.constraints ?? {}).map((detail) => ({ pointer, detail }));
  return [...own, ...(error.children ?? []).flatMap((child) => faults(child, pointer))];
}
