import * as fc from 'fast-check';
import { html } from './html';

describe('HTML out of a template', () => {
  it('holds what is put into it as text', () => {
    expect(html`<p title="${'"><script>'}">${'a & b'} ${5}</p>`.text).toBe(
      '<p title="&quot;&gt;&lt;script&gt;">a &amp; b 5</p>',
    );
  });

  it('holds other templates as they are', () => {
    const words = ['<b>', 'c'].map((each) => html`<i>${each}</i>`);
    expect(html`<p>${words}${html`<hr />`}</p>`.text).toBe('<p><i>&lt;b&gt;</i><i>c</i><hr /></p>');
  });

  it('can be given no markup by any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(html`${text}`.text).not.toMatch(/[<>"']/);
      }),
    );
  });
});
