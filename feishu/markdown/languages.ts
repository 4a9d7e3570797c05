/** How people write the languages of code, and how the platform does. */
const ALIASES: { readonly [alias: string]: string } = {
	'c#': 'c_sharp',
	'c++': 'cpp',
	cs: 'c_sharp',
	csharp: 'c_sharp',
	dockerfile: 'docker_file',
	docker: 'docker_file',
	golang: 'go',
	hs: 'haskell',
	htm: 'html',
	js: 'javascript',
	json5: 'json',
	jsonc: 'json',
	jsx: 'javascript',
	kt: 'kotlin',
	md: 'markdown',
	mjs: 'javascript',
	objc: 'objective_c',
	plaintext: 'plain_text',
	ps1: 'powershell',
	py: 'python',
	python3: 'python',
	rb: 'ruby',
	rs: 'rust',
	sh: 'shell',
	text: 'plain_text',
	ts: 'typescript',
	tsx: 'typescript',
	txt: 'plain_text',
	vb: 'visual_basic',
	yml: 'yaml',
	zsh: 'shell',
};

/** Of a code block in a post. @see https://open.feishu.cn/document/server-docs/im-v1/message-content-description/create_json */
const POST_LANGUAGES: ReadonlySet<string> = new Set([
	'BASH',
	'C',
	'CPP',
	'GO',
	'HTML',
	'JAVA',
	'JAVASCRIPT',
	'JSON',
	'KOTLIN',
	'PHP',
	'PYTHON',
	'RUBY',
	'RUST',
	'SHELL',
	'SQL',
	'SWIFT',
	'THRIFT',
	'TYPESCRIPT',
	'XML',
	'YAML',
]);

export function cardLanguage(written: string): string {
	const name = written.toLowerCase();
	return Object.hasOwn(ALIASES, name) ? (ALIASES[name] ?? '') : name;
}

/** Empty when posts don't know it. */
export function postLanguage(written: string): string {
	const name = cardLanguage(written).toUpperCase();
	return POST_LANGUAGES.has(name) ? name : '';
}
