/**
 * What Plaza refuses, as the person in front of the screen is told it: in their language where the code is known, on the field that
 * is wrong where the problem names it (RFC 9457), and with what helps to act.
 */
import type { Problem } from '@plaza/client';
import { HttpError } from 'ra-core';
import { translate } from '../words/translate';

/** Nobody answered: the line is down, or Plaza is. */
const unreachable = 0;

export class Refusal extends HttpError {
  /** What is wrong, by the name of the field; react-admin's forms look for the same in `body.errors`. */
  readonly faults: Record<string, string> | undefined;

  constructor(
    message: string,
    override readonly status: number,
    /** What was answered; undefined when nobody did, or something in between. */
    readonly problem?: Problem,
  ) {
    const faults = problem && faultsByField(problem);
    super(message, status, { errors: faults });
    // What it extends makes whatever is made of it one of its own.
    Object.setPrototypeOf(this, Refusal.prototype);
    this.name = 'Refusal';
    this.faults = faults;
  }

  get code(): string | undefined {
    return this.problem?.code;
  }

  get isUnreachable(): boolean {
    return this.status === unreachable;
  }
}

export async function refusalOf(response: Response): Promise<Refusal> {
  const type = response.headers.get('content-type') ?? '';
  if (!type.startsWith('application/problem+json')) return new Refusal(response.statusText, response.status);
  const problem = (await response.json()) as Problem;
  return new Refusal(textOf(problem), response.status, problem);
}

export function unreachableRefusal(): Refusal {
  return new Refusal(translate('plaza.unreachable'), unreachable);
}

/** @returns what a person reads of any fault */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function textOf(problem: Problem): string {
  const { code, detail } = problem;
  return translate(`problems.${code}`, { ...problem, _: detail });
}

/** `/items/0/quantity` is the field `items.0.quantity` of a form. */
function faultsByField({ errors = [] }: Problem): Record<string, string> | undefined {
  const faults = errors.filter(({ pointer }) => pointer !== '');
  if (faults.length === 0) return undefined;
  return Object.fromEntries(
    faults.map(({ pointer, detail }) => [pointer.slice(1).replaceAll('/', '.'), detail]),
  );
}
