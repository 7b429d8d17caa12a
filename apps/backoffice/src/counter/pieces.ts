/** How much there is of a sale, in words. */
import { useFormats } from '../look/formats';
import { useWords } from '../words/translate';
import { piecesOf, type Sale } from './sale';

export function usePieces(sale: Sale): string {
  const words = useWords();
  const formats = useFormats();
  const pieces = piecesOf(sale);
  return words('resources.counter.pieces', { smart_count: pieces, count: formats.quantity(pieces) });
}
