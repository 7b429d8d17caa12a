/** Checks every body and query against its DTO: unknown fields are refused, and every fault is told with its place, once. */
import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { InvalidInput, type InputFault } from '@plaza/platform';
import { getMetadataStorage, validate } from 'class-validator';

/** A value of the wrong kind breaks other rules, too; these say most about it, in this order. */
const tellsMost = [
  ...[
    'whitelistValidation',
    'isDefined',
    'isInt',
    'isNumber',
    'isString',
    'isBoolean',
    'isArray',
    'isObject',
  ],
  ...['isDate', 'isUuid', 'isEmail', 'isIn', 'matches'],
];

export function createValidationPipe(): ValidationPipe {
  rememberRules();
  return new ValidationPipe({
    // Without its store of rules Nest looks for no binary values in bodies, where JSON can have none.
    validatorPackage: { validate },
    whitelist: true,
    forbidNonWhitelisted: true,
    transform: true,
    validationError: { target: false, value: false },
    exceptionFactory: (errors) => new InvalidInput(errors.flatMap((error) => faults(error, ''))),
  });
}

/**
 * class-validator would go through every class that has rules for each object that it looks at; which rules a class has never changes.
 * Only what the pipe above asks is remembered: by groups or schemas other rules count.
 */
function rememberRules(): void {
  const storage = getMetadataStorage();
  if (Object.hasOwn(storage, 'getTargetValidationMetadatas')) return;
  const rulesOf = storage.getTargetValidationMetadatas.bind(storage);
  const known = new WeakMap<object, ReturnType<typeof rulesOf>>();
  storage.getTargetValidationMetadatas = (target, schema, always, strictGroups, groups) => {
    const ask = () => rulesOf(target, schema, always, strictGroups, groups);
    if (schema || always || strictGroups || groups) return ask();
    const remembered = known.get(target);
    if (remembered) return remembered;
    const rules = ask();
    known.set(target, rules);
    return rules;
  };
}

/** What is no object at all has no property that could be named. */
type Fault = Omit<ValidationError, 'property'> & { property?: string };

function faults(error: Fault, parent: string): InputFault[] {
  const { property, constraints = {}, children = [] } = error;
  if (property === undefined) return [{ pointer: parent, detail: 'must be an object' }];
  const pointer = `${parent}/${property.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  const told = tellsMost.find((rule) => rule in constraints) ?? Object.keys(constraints)[0];
  const detail = told === undefined ? undefined : constraints[told];
  return [
    ...(detail === undefined ? [] : [{ pointer, detail }]),
    ...children.flatMap((child) => faults(child, pointer)),
  ];
}
