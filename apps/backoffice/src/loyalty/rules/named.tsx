/** What is known by an id, by its name. */
import { ReferenceField } from 'ra-ui-materialui';

export function Named({ id, in: reference }: { id: string; in: string }) {
  return <ReferenceField record={{ id }} source="id" reference={reference} link={false} />;
}
