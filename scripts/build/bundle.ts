import { dirname, join, relative, resolve } from 'node:path';
import type { InputOptions, OutputOptions, Plugin } from 'rolldown';

import { licences } from './licences';
import { roomOf } from './rooms';

export const ROOT = resolve(__dirname, '../..');
export const OUT = 'dist';

/** The compiled code, in `dist`. */
export const CODE = 'code';

/** A class that n8n loads, by its file in `dist`. */
export interface Entry {
	/** As package.json lists it: `dist/nodes/Feishu/Feishu.node.js`. */
	file: string;
	/** `nodes/Feishu/Feishu.node.ts` */
	source: string;
	/** n8n finds it by the name of the file, up to the first dot. */
	className: string;
	/** Its code, beside the other rooms in `dist/code`: `nodes/Feishu`. */
	room: string;
}

export function entriesOf(files: readonly string[]): Entry[] {
	return files.map((file) => {
		const source = relative(OUT, file).replace(/\.js$/, '.ts').replaceAll('\\', '/');
		const room = roomOf(resolve(ROOT, source), ROOT);
		const className = /([^/]+?)\.[^/]+$/.exec(source)?.[1];
		if (!room || !className) throw new Error(`package.json lists ${file}, which is no file of ours`);
		return { file, source, className, room };
	});
}

/**
 * Facts and help texts stay files, read when they are needed and once for all nodes. They stand in `dist` as they do in
 * the repository.
 */
const data: Plugin = {
	name: 'data',
	resolveId(source, importer) {
		if (!importer || !source.endsWith('.json')) return null;
		const path = relative(ROOT, resolve(dirname(importer), source));
		if (!/^(catalog|texts)\b/.test(path)) return null;
		const reader = dirname(join(CODE, roomOf(importer, ROOT) ?? ''));
		return { id: relative(reader, path).replaceAll('\\', '/'), external: true };
	},
};

/** The whole of our code in a few files, each read when something in it is needed. */
export function bundleOptions(entries: readonly Entry[]): InputOptions & { output: OutputOptions } {
	return {
		cwd: ROOT,
		input: Object.fromEntries(entries.map(({ room, source }) => [room, join(ROOT, source)])),
		platform: 'node',
		external: ['n8n-workflow', /^node:/],
		plugins: [data, licences(ROOT)],
		transform: { target: 'es2022' },
		// Rooms need one another, so each module is run when it is first needed, in the order of the sources.
		preserveEntrySignatures: 'allow-extension',
		output: {
			dir: join(ROOT, OUT, CODE),
			format: 'cjs',
			strict: true,
			// n8n drops a package that it updates from the cache of `require`, not from that of `import`.
			dynamicImportInCjs: false,
			strictExecutionOrder: true,
			entryFileNames: '[name].js',
			chunkFileNames: '[name].js',
			codeSplitting: {
				includeDependenciesRecursively: false,
				groups: [{ name: (id) => roomOf(id, ROOT) ?? null, debugName: 'rooms' }],
			},
			// Names of classes and functions stand in messages and in stack traces.
			keepNames: true,
			minify: false,
		},
	};
}
