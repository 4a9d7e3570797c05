/** Writes the files that package.json lists, from the code that was bundled. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

import { n8n } from '../../package.json';
import { CODE, entriesOf, OUT, ROOT } from './bundle';
import { loadedFile, type ClassType } from './loadedFile';

for (const { file, source, className, room } of entriesOf([...n8n.nodes, ...n8n.credentials])) {
	const target = join(ROOT, file);
	const code = join(ROOT, OUT, CODE, `${room}.js`);
	const type = (require(code) as Record<string, ClassType | undefined>)[className];
	if (!type) throw new Error(`${source} doesn't export a class named ${className}`);
	const path = relative(dirname(target), code).replaceAll('\\', '/');
	mkdirSync(dirname(target), { recursive: true });
	writeFileSync(target, loadedFile({ className, source, code: path, type }));
}
