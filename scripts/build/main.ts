/**
 * `gulp compile`: our code, bundled into `dist/code`, and before it the files that n8n loads. With `--watch` again whenever a
 * source changes.
 */
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { rolldown, watch } from 'rolldown';

import { n8n } from '../../package.json';
import { bundleOptions, entriesOf, ROOT } from './bundle';

const WRITER = resolve(__dirname, 'writeLoadedFiles.ts');

const { output, ...input } = bundleOptions(entriesOf([...n8n.nodes, ...n8n.credentials]));

/** In a process of its own, which has loaded nothing of an earlier build. */
async function writeLoadedFiles(): Promise<void> {
	const child = spawn(process.execPath, [...process.execArgv, WRITER], { cwd: ROOT, stdio: 'inherit' });
	const status = await new Promise((end, fail) => child.once('error', fail).once('exit', end));
	if (status !== 0) throw new Error('The files that n8n loads could not be written');
}

async function build(): Promise<void> {
	const bundle = await rolldown(input);
	await bundle.write(output);
	await bundle.close();
	await writeLoadedFiles();
}

function watchSources(): void {
	const say = (error: unknown) => console.error(error instanceof Error ? error.message : error);
	watch({ ...input, output }).on('event', async (event) => {
		if (event.code === 'ERROR') say(event.error);
		if (event.code === 'END') await writeLoadedFiles().catch(say);
	});
}

if (process.argv.includes('--watch')) watchSources();
else
	build().catch((error: unknown) => {
		console.error(error instanceof Error ? error.message : error);
		process.exitCode = 1;
	});
