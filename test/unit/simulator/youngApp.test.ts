import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { README_SCOPES } from '../../../simulator/state/youngApp';

it.each(['README.md', 'README.zh-CN.md'])('a young app has the scopes of %s', (file) => {
	const text = readFileSync(join(__dirname, '../../..', file), 'utf8');
	const json = /```json\s+(\{\s+"scopes"[^`]+)```/.exec(text)?.[1] ?? '{}';
	const { scopes } = JSON.parse(json) as { scopes?: { tenant: string[] } };
	expect(scopes?.tenant).toEqual(README_SCOPES);
});
