/**
 * A letter as its reader gets it, in a frame in which no script runs and nothing of ours can be reached. The frame is bound by the page's
 * content security policy, so the letter's style elements get the nonce by which the page lets them pass.
 */
import Box from '@mui/material/Box';
import type { Ref } from 'react';

interface HtmlPreviewProps {
  title: string;
  html: string;
  height?: number;
  /** For whoever prints it: then the page around may reach into the frame. Scripts run in it as little as otherwise. */
  printed?: Ref<HTMLIFrameElement>;
}

export function HtmlPreview({ title, html, height = 640, printed }: HtmlPreviewProps) {
  return (
    <Box
      component="iframe"
      title={title}
      sandbox={printed === undefined ? '' : 'allow-same-origin allow-modals'}
      {...(printed !== undefined && { ref: printed })}
      srcDoc={withNonce(html)}
      sx={{ width: '100%', height, border: 1, borderColor: 'divider', borderRadius: 1, bgcolor: '#fff' }}
    />
  );
}

function withNonce(html: string): string {
  const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
  // Put in as text: a parser of the page's own would hold the styles against the policy before they have it.
  return html.replaceAll(/<style(?=[\s>])/g, `<style nonce="${nonce}"`);
}
