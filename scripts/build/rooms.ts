import { relative, sep } from 'node:path';

/** A folder of `nodes/` or `feishu/`, and of `nodes/shared/`: what is written together is read together. */
const ROOM = /^(nodes\/shared\/[^/]+|nodes\/[^/]+|feishu\/[^/]+)\/./;

/** A package that we bundle, because what is published has no dependencies. */
const PACKAGE = /^(?:.*\/)?node_modules\/((?:@[^/]+\/)?[^/]+)\//;

/**
 * The file of `dist/code`, without its ending, that holds a source: the folder where it stands, so that a stack trace
 * names the place. Nothing else decides it, so neither a new node nor a new operation moves what was there.
 * @returns undefined for what the bundler makes itself
 */
export function roomOf(source: string, root: string): string | undefined {
	const path = relative(root, source).split(sep).join('/');
	const bundled = PACKAGE.exec(path)?.[1];
	if (bundled) return `packages/${bundled.replace('@', '').replace('/', '-')}`;
	if (path.startsWith('..')) return undefined;
	return ROOM.exec(path)?.[1] ?? path.replace(/^(feishu)\/[^/]+$/, '$1').replace(/(\.credentials)?\.ts$/, '');
}
