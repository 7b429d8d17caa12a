/** Where the browser begins. */
import { createRoot } from 'react-dom/client';
import { App } from './app';
import { prepareWords } from './words/translate';

const root = document.querySelector('#root');
if (!root) throw new Error('The page has no place for the back office');

const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
createRoot(root).render(<App words={await prepareWords()} nonce={nonce} />);
