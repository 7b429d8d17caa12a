/** The first screen of the day. */
import { Title } from 'ra-ui-materialui';
import { useWords } from '../words/translate';

export default function Home() {
  return <Title title={useWords()('plaza.menu.home')} />;
}
