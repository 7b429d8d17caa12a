/** Which of several forms of a thing a client wants, as its `Accept` says. */
import { NotAcceptableException } from '@nestjs/common';
import Negotiator from 'negotiator';

/**
 * The one of `offered` that is wanted most; the first of them where nothing is said.
 * @throws NotAcceptableException when none is wanted
 */
export function wantedType<Type extends string>(accept: string | undefined, offered: readonly Type[]): Type {
  const headers = accept === undefined ? {} : { accept };
  const wanted = new Negotiator({ headers }).mediaType(offered);
  const type = offered.find((each) => each === wanted);
  if (type === undefined) throw new NotAcceptableException(`This can be had as ${offered.join(', ')}`);
  return type;
}
