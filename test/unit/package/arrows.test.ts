/** Who may know whom, as `npm run lint` holds it: a file that breaks an arrow must be found. */
import { run } from '../../support/package/built';
import { circleIn, importsOf, sourcesIn } from '../../support/imports';

interface Sample {
	file: string;
	imports: string;
}

/** Lints each sample as the file that it is said to be, and gives the rules that it breaks. */
function brokenRules(samples: readonly Sample[]): string[][] {
	const program = `
		import { ESLint } from 'eslint';
		const eslint = new ESLint();
		const found = [];
		for (const { file, imports } of JSON.parse(process.argv[1])) {
			const text = "import * as other from '" + imports + "';\\n\\nexport const mine = other;\\n";
			const [{ messages }] = await eslint.lintText(text, { filePath: file });
			found.push(messages.map(({ ruleId }) => ruleId));
		}
		console.log(JSON.stringify(found));
	`;
	const args = ['--input-type=module', '--eval', program, '--', JSON.stringify(samples)];
	return JSON.parse(run(process.execPath, args, { NODE_OPTIONS: '' })) as string[][];
}

const PATHS = 'import-x/no-restricted-paths';

const BROKEN: Array<[why: string, file: string, imports: string, rule: string]> = [
	['the platform knows no node', 'feishu/im/sample.ts', '../../nodes/shared/im/chat', PATHS],
	['the platform knows no credential', 'feishu/api/sample.ts', '../../credentials/FeishuApi.credentials', PATHS],
	['the platform knows no n8n', 'feishu/im/sample.ts', 'n8n-workflow', 'no-restricted-imports'],
	['a credential knows no node', 'credentials/sample.ts', '../nodes/shared/client/errors', PATHS],
	['what nodes share knows none of them', 'nodes/shared/fields/sample.ts', '../../Feishu/resources/bot', PATHS],
	['no node knows another', 'nodes/FeishuChat/sample.ts', '../Feishu/resources/bot', PATHS],
	['calls know no product', 'feishu/api/sample.ts', '../im/emoji', PATHS],
	['the client knows no product', 'nodes/shared/client/sample.ts', '../../../feishu/im/emoji', PATHS],
	['the contract knows no product', 'nodes/shared/operation/sample.ts', '../contact/person', PATHS],
];

const KEPT: Array<[file: string, imports: string]> = [
	['nodes/Feishu/sample.ts', '../shared/im/chat'],
	['nodes/shared/im/sample.ts', '../contact/person'],
	['nodes/shared/im/sample.ts', '../../../feishu/im/emoji'],
	['feishu/im/sample.ts', '../api/call'],
];

describe('lint', () => {
	let rules: string[][];

	beforeAll(() => {
		const samples = [...BROKEN.map(([, file, imports]) => ({ file, imports }))];
		rules = brokenRules([...samples, ...KEPT.map(([file, imports]) => ({ file, imports }))]);
	}, 60_000);

	test.each(BROKEN.map((row, index) => [...row, index] as const))(
		'%s: %s may not import %s',
		(_why, _file, _imports, rule, index) => {
			expect(rules[index]).toContain(rule);
		},
	);

	test.each(KEPT.map((row, index) => [...row, index] as const))('%s may import %s', (_file, _imports, index) => {
		expect(rules[BROKEN.length + index]).toEqual([]);
	});
});

// Lint looks at values alone.
test.each(['nodes', 'credentials', 'feishu', 'scripts', 'demo', 'bench', 'test'])(
	'%s has no circle of imports, those of types included',
	(folder) => {
		const graph = importsOf(sourcesIn(folder).filter((file) => !file.includes('node_modules')));
		expect(graph.size).toBeGreaterThan(0);
		expect(circleIn(graph)).toBeUndefined();
	},
);
