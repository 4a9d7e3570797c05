/** What docs/identities.md says that errors say, they say. */
import { globSync } from 'node:fs';

import { readText, root } from '../../support/package/sources';

const code = globSync(['feishu/{api,advice}/*.ts', 'nodes/shared/client/*.ts'], { cwd: root })
	.map((file) => readText(file).replaceAll("\\'", "'"))
	.join('\n');

const [, table = ''] = readText('docs/identities.md').split('## When something is refused');
const quoted = table
	.split('\n')
	.map((line) => line.split('|')[1] ?? '')
	.flatMap((cell) => [...cell.matchAll(/\*([^*]+)\*/g)].map(([, words]) => words ?? ''));

test('there are many', () => expect(quoted.length).toBeGreaterThan(15));

test.each(quoted)('%s', (words) => {
	for (const part of words.split('…')) expect(code).toContain(part.trim());
});
