import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';

import { rolldown } from 'rolldown';
import { markdownElements, markdownPost, plainPost, plainText, splitMarkdown } from '../feishu/markdown';
import { parseMarkdown } from '../feishu/markdown/parse';
import { median } from './report';

const LENGTH = 110_000;
const RUNS = 9;

/** What Markdown costs: its library once, and each form of a text as long as four cards. Needs no n8n. */
export async function benchMarkdown(): Promise<void> {
	const text = longText();
	const forms: Readonly<Record<string, () => unknown>> = {
		parse: () => parseMarkdown(text),
		card: () => markdownElements(text),
		post: () => markdownPost(text),
		'plain post': () => plainPost(text),
		words: () => plainText(text),
		split: () => splitMarkdown(text, (part) => Buffer.byteLength(JSON.stringify(markdownElements(part))) < 28_000),
	};
	console.log(`\nMarkdown of ${LENGTH / 1000} KB, CPU time in ms, median of ${RUNS}`);
	for (const [name, run] of Object.entries(forms)) console.log(`${name.padEnd(12)}${cpu(run).toFixed(1)}`);
	const bundle = await bundled();
	console.log(`${'load'.padEnd(12)}${loadTime(bundle).toFixed(1)} (of a new process)`);
	console.log(
		`${'size'.padEnd(12)}${(bundle.length / 1024).toFixed(0)} KB, ${(gzipSync(bundle).length / 1024).toFixed(0)} KB gzipped`,
	);
}

function longText(): string {
	const own = ['README.md', 'docs/architecture.md'].map((file) => readFileSync(file, 'utf8')).join('\n\n');
	return `${own}\n\n`.repeat(Math.ceil(LENGTH / own.length)).slice(0, LENGTH);
}

function cpu(run: () => unknown): number {
	const times = Array.from({ length: RUNS }, () => {
		const start = process.cpuUsage();
		run();
		const { user, system } = process.cpuUsage(start);
		return (user + system) / 1000;
	});
	return median(times);
}

/** A file that there is none of: all that it says is below. */
const ENTRY = resolve('bench/library.js');

/** The library alone, minified, as it is compared with others. */
async function bundled(): Promise<string> {
	const code = "export { default } from 'markdown-it'; export { default as cjk } from 'markdown-it-cjk-friendly';";
	const entry = {
		name: 'entry',
		resolveId: (id: string) => (id === ENTRY ? id : null),
		load: (id: string) => (id === ENTRY ? code : null),
	};
	const bundle = await rolldown({ input: ENTRY, plugins: [entry], platform: 'node' });
	try {
		const { output } = await bundle.generate({ format: 'cjs', exports: 'named', minify: true });
		return output[0].code;
	} finally {
		await bundle.close();
	}
}

function loadTime(bundle: string): number {
	const script = `const start = performance.now();\n${bundle}\nconsole.log(performance.now() - start);`;
	return median(
		Array.from({ length: RUNS }, () =>
			Number(spawnSync(process.execPath, ['-'], { input: script, encoding: 'utf8' }).stdout),
		),
	);
}
