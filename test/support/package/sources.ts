import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

export const root = resolve(__dirname, '../../..');

interface Manifest {
	name: string;
	version: string;
	description: string;
	license: string;
	author: { name: string; email: string };
	homepage: string;
	repository: { url: string };
	keywords: string[];
	files: string[];
	n8n: { n8nNodesApiVersion: number; strict?: boolean; nodes: string[]; credentials: string[] };
	scripts: Record<string, string>;
	peerDependencies: Record<string, string>;
	[field: string]: unknown;
}

export const readText = (path: string): string => readFileSync(resolve(root, path), 'utf8');

export const manifest = JSON.parse(readText('package.json')) as Manifest;

/** `dist/nodes/Feishu/Feishu.node.js` → `nodes/Feishu/Feishu.node.ts` */
export const sourceOf = (built: string): string => built.replace(/^dist\//, '').replace(/\.js$/, '.ts');

/** Loads the source of a built file, so that these tests need no build and never judge an old one. */
export function loadSource(built: string): unknown {
	const source = sourceOf(built);
	if (!existsSync(resolve(root, source))) throw new Error(`package.json lists ${built}, but there is no ${source}`);
	return require(resolve(root, source)) as unknown;
}
