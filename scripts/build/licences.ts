import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'rolldown';

import { roomOf } from './rooms';

/** Up to the package: `…/node_modules/@scope/name`. */
const PACKAGE_FOLDER = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/;

/** Puts the licence of every package that is bundled beside its code. @throws Error when a package brings none */
export function licences(root: string): Plugin {
	return {
		name: 'licences',
		generateBundle(_options, bundle) {
			const modules = Object.values(bundle).flatMap((chunk) => (chunk.type === 'chunk' ? chunk.moduleIds : []));
			for (const folder of new Set(modules.flatMap((id) => PACKAGE_FOLDER.exec(id)?.[0] ?? []))) {
				const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
				if (!file) throw new Error(`${folder} is bundled and has no licence that could go along`);
				this.emitFile({
					type: 'asset',
					fileName: `${roomOf(join(folder, 'package.json'), root) ?? ''}.LICENSE`,
					source: readFileSync(join(folder, file), 'utf8'),
				});
			}
		},
	};
}
