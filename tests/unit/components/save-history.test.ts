// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { expect, test, vi } from 'vitest';
import { saveHistory } from '../../../components/history/save-history';
import de from '../../../public/_locales/de/messages.json';
import { headOf } from '../../../utils/core/runs/head';
import { speak } from '../../../utils/i18n';
import { journal } from '../../../utils/store/runs';
import { run, source, turn } from '../../gallery/data/runs';

test('what is exported is told in the words that are spoken then, not when the program was read', async () => {
  speak('de', de);
  const broken = run(source('A text.', 'A title'), {
    turns: [turn({ kind: 'interrupted', cause: 'silence' })],
  });
  await journal.put(broken);
  const files: Blob[] = [];
  const make = vi.spyOn(URL, 'createObjectURL').mockImplementation((file) => {
    files.push(file as Blob);
    return 'blob:file';
  });
  await saveHistory([headOf(broken)], 'markdown', Date.UTC(2026, 10, 27));
  expect(await files[0]?.text()).toContain(`· ${de.historyProblem.message}\n`);
  make.mockRestore();
});
