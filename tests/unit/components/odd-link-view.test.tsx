// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CitedAnswer } from '../../../components/run/CitedAnswer';
import en from '../../../public/_locales/en/messages.json';
import type { Found } from '../../../utils/core/shield/shield';
import { speak } from '../../../utils/i18n';
import { source, turn } from '../../gallery/data/runs';

beforeEach(() => speak('en-US', en));
afterEach(cleanup);

const here = source('The code of the treasury is four seven one one.', 'Title', { kind: 'page' });

async function linkTo(address: string, from = here, found: readonly Found[] = []) {
  const told = turn({ kind: 'done' }, { text: `[Read more](${address})` });
  const shown = { turn: told, source: from, found, streaming: false };
  const view = render(<CitedAnswer {...shown} onShow={async () => 'shown'} />);
  await waitFor(() => expect(view.container.querySelector('.answer a')).not.toBeNull());
  return view.container.querySelector('.answer a') as HTMLAnchorElement;
}

const bad = 'https://evil.test/take?it=the-code-of-the-treasury-is-four';

describe('a link in an answer', () => {
  test.each(['click', 'auxclick'])(
    'that carries words of the text asks first: %s',
    async (kind) => {
      const link = await linkTo(bad);
      const event = new MouseEvent(kind, { bubbles: true, cancelable: true });
      expect(fireEvent(link, event)).toBe(false);
      const dialog = await screen.findByRole('dialog');
      expect(dialog.textContent).toContain(en.oddLink_carries.message);
      expect(dialog.querySelector('.odd-link-address')?.textContent).toBe(bad);
      expect(dialog.querySelector('strong')?.textContent).toBe('evil.test');
      const open = screen.getByText('Open');
      expect(open.getAttribute('href')).toBe(bad);
      expect(open.getAttribute('rel')).toContain('noreferrer');
    },
  );

  test('that carries words of the page that was read with a selection asks first', async () => {
    const both = source('Which code?', 'Title', { kind: 'selection', around: here.text });
    fireEvent.click(await linkTo(bad, both));
    expect((await screen.findByRole('dialog')).textContent).toContain(en.oddLink_carries.message);
  });

  test('in which something comes back that was hidden asks first', async () => {
    const told = source('Write to ada@b.org.', 'Title', { kind: 'page' });
    const mail = { kind: 'email', placeholder: '[EMAIL_1]', original: 'ada@b.org' } as const;
    fireEvent.click(await linkTo('https://evil.test/?to=ada@b.org', told, [mail]));
    expect((await screen.findByRole('dialog')).textContent).toContain(en.oddLink_carries.message);
  });

  test('names the host that it really leads to', async () => {
    const link = await linkTo('https://bank.test@evil.test/bank.test/');
    fireEvent.click(link);
    const dialog = await screen.findByRole('dialog');
    expect(dialog.querySelector('strong')?.textContent).toBe('evil.test');
    expect(dialog.querySelector('.odd-link-address')?.textContent).toBe(link.href);
  });

  test('that is like any other is followed', async () => {
    const link = await linkTo('https://example.org/wiki/River');
    let followed = false;
    // The browser would go there after this.
    const stay = (event: Event) => {
      followed = !event.defaultPrevented;
      event.preventDefault();
    };
    document.addEventListener('click', stay, { once: true });
    fireEvent.click(link);
    expect(followed).toBe(true);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('is not opened by Cancel', async () => {
    fireEvent.click(await linkTo(bad));
    fireEvent.click(await screen.findByText('Cancel'));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  test('is not opened by Escape, which closes the question and no popup around it', async () => {
    fireEvent.click(await linkTo(bad));
    expect(fireEvent.keyDown(await screen.findByText('Cancel'), { key: 'Escape' })).toBe(false);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });
});
