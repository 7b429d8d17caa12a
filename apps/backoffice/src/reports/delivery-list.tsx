/** What was sent to whom, newest first, and what became of the mail. */
import { TextInput } from 'ra-ui-materialui';
import { weekName } from '../parts/rules';
import { DeliveryRows } from './delivery-rows';

export default function DeliveryList() {
  return <DeliveryRows filters={[<TextInput key="week" source="week" alwaysOn validate={weekName} />]} />;
}
