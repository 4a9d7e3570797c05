/** Languages of code by their numbers, from 1 on. Source: https://open.feishu.cn/document/docs/docs/data-structure/block */
const NAMES = [
	...['PlainText', 'ABAP', 'Ada', 'Apache', 'Apex', 'Assembly', 'Bash', 'CSharp', 'C++', 'C', 'COBOL', 'CSS'],
	...['CoffeeScript', 'D', 'Dart', 'Delphi', 'Django', 'Dockerfile', 'Erlang', 'Fortran', 'FoxPro', 'Go', 'Groovy'],
	...['HTML', 'HTMLBars', 'HTTP', 'Haskell', 'JSON', 'Java', 'JavaScript', 'Julia', 'Kotlin', 'LaTeX', 'Lisp', 'Logo'],
	...['Lua', 'MATLAB', 'Makefile', 'Markdown', 'Nginx', 'Objective-C', 'OpenEdge', 'PHP', 'Perl', 'PostScript'],
	...[
		'PowerShell',
		'Prolog',
		'ProtoBuf',
		'Python',
		'R',
		'RPG',
		'Ruby',
		'Rust',
		'SAS',
		'SCSS',
		'SQL',
		'Scala',
		'Scheme',
	],
	...['Scratch', 'Shell', 'Swift', 'Thrift', 'TypeScript', 'VBScript', 'VB', 'XML', 'YAML', 'CMake', 'Diff', 'Gherkin'],
	...['GraphQL', 'GLSL', 'Properties', 'Solidity', 'TOML'],
];

/** What a fence is called by in Markdown where that is not the name in small letters. */
const ALIASES: Readonly<Record<string, string>> = {
	...{ js: 'JavaScript', ts: 'TypeScript', py: 'Python', rb: 'Ruby', rs: 'Rust', golang: 'Go', cpp: 'C++' },
	...{ cs: 'CSharp', 'c#': 'CSharp', objc: 'Objective-C', sh: 'Shell', yml: 'YAML', md: 'Markdown', kt: 'Kotlin' },
};

/** What nobody knows is plain text, `objective-c` too. */
export function languageOf(fence: string): number {
	const name = fence.trim().toLowerCase();
	const known = ALIASES[name] ?? NAMES.find((one) => one.toLowerCase() === name && one !== 'Objective-C');
	return known === undefined ? 1 : NAMES.indexOf(known) + 1;
}

export const languageName = (language: number): string => NAMES[language - 1] ?? '';
