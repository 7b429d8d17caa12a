/**
 * A letter as its reader gets it, in a frame in which no script runs and nothing of ours can be reached. The frame is bound by the page's
 * content security policy, so the letter's style elements get the nonce by which the page lets them pass.
 */
import Box from '@mui/material/Box';

export function HtmlPreview({ title, html, height = 640 }: { title: string; html: string; height?: number }) {
  return (
    <Box
      component="iframe"
      title={title}
      sandbox=""
      srcDoc={withNonce(html)}
      sx={{ width: '100%', height, border: 1, borderColor: 'divider', borderRadius: 1, bgcolor: '#fff' }}
    />
  );
}

function withNonce(html: string): string {
  const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
  const letter = new DOMParser().parseFromString(html, 'text/html');
  for (const style of letter.querySelectorAll('style')) style.setAttribute('nonce', nonce);
  return `<!doctype html>${letter.documentElement.outerHTML}`;
}
