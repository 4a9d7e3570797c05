import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { root } from './sources';

/** Seconds of a build. */
export const BUILD_TIMEOUT = 180_000;

export function run(command: string, args: string[], env: NodeJS.ProcessEnv = {}): string {
	const { status, stdout, stderr } = spawnSync(command, args, {
		cwd: root,
		encoding: 'utf8',
		env: { ...process.env, ...env },
	});
	if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed:\n${stdout}${stderr}`);
	return stdout;
}

/** `npm test` has built before; a single test that is run on a fresh clone builds for itself. */
export function built(): void {
	if (!existsSync(resolve(root, 'dist/code'))) run('npm', ['run', 'build']);
}

/**
 * Runs a program in a new Node that has loaded nothing, and gives what its function `main` returns. There `load(file)`
 * makes an instance of the class of a file in `dist` as n8n does, and `files()` lists what of `dist` was read.
 */
export function inNewNode<T>(main: string, ...args: string[]): T {
	const program = `
		const path = require('node:path');
		const load = (file) => new (require(path.resolve(file))[path.basename(file).split('.')[0]])();
		const files = () => Object.keys(require.cache).map((file) => path.relative('.', file).replaceAll('\\\\', '/'));
		(${main})(...process.argv.slice(1)).then((result) => console.log(JSON.stringify(result)));
	`;
	return JSON.parse(run(process.execPath, ['--eval', program, '--', ...args], { NODE_OPTIONS: '' })) as T;
}
