import { dirname, posix } from 'node:path';

import { readText, sourceOf } from './sources';

/** The icons that a node or credential names, the light one first, from the root: `icons/feishu.svg`. */
export function iconsOf(built: string): string[] {
	const source = sourceOf(built);
	return [...readText(source).matchAll(/'file:([^']+)'/g)].map((match) => posix.join(dirname(source), match[1] ?? ''));
}
