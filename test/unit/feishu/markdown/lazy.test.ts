import { execFileSync } from 'node:child_process';

/** What a process of its own has loaded: jest has modules of its own. */
function loads(code: string): boolean[] {
	const script = `
		const read = () => Object.keys(require.cache).some((file) => file.includes('markdown-it'));
		const markdown = require('./feishu/markdown');
		const found = [read()];
		${code}
		console.log(JSON.stringify([...found, read()]));
	`;
	const output = execFileSync(process.execPath, ['--require', 'tsx/cjs', '--eval', script], { encoding: 'utf8' });
	return JSON.parse(output) as boolean[];
}

it('the library is loaded with the first Markdown, and not before', () => {
	expect(loads("require('./feishu/im/card'); markdown.escapeMarkdown('*');")).toEqual([false, false]);
	expect(loads("markdown.plainText('*a*');")).toEqual([false, true]);
});
