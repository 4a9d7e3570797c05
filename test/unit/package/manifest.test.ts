import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { manifest, root, sourceOf } from '../../support/package/sources';

/** Scripts that npm runs on the user's machine, or that n8n's scanner refuses. */
const INSTALL_SCRIPTS = ['preinstall', 'install', 'postinstall', 'prepare', 'preprepare', 'postprepare', 'prepublish'];

/** Fields that would make npm install something beside the package, or change what others install. */
const FORBIDDEN_FIELDS = [
	'dependencies',
	'optionalDependencies',
	'bundleDependencies',
	'overrides',
	'resolutions',
	'pnpm',
	'bin',
];

const LOCKS = ['package-lock.json', 'demo/n8n/package-lock.json', 'scripts/scanner/package-lock.json'];

const filesEndingWith = (folder: string, ending: string) =>
	readdirSync(resolve(root, folder), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith(ending));

describe('package.json', () => {
	test('names the package as n8n finds community nodes', () => {
		expect(manifest.name).toMatch(/^n8n-nodes-[a-z0-9-]+$/);
		expect(manifest.keywords).toContain('n8n-community-node-package');
		expect(manifest.license).toBe('MIT');
		expect(manifest.author).toEqual({ name: expect.stringMatching(/\S/), email: expect.stringMatching(/@/) });
		expect(manifest.repository.url).toMatch(/^https:\/\/github\.com\/[^/]+\/[^/]+\.git$/);
		expect(manifest.version).toMatch(/^\d+\.\d+\.\d+(-[0-9a-z.]+)?$/);
	});

	test('has n8n-workflow, in any version, as the only thing it needs', () => {
		expect(manifest.peerDependencies).toEqual({ 'n8n-workflow': '*' });
	});

	test.each(FORBIDDEN_FIELDS)('has no %s', (field) => {
		expect(manifest).not.toHaveProperty([field]);
	});

	test('runs nothing when it is installed', () => {
		expect(Object.keys(manifest.scripts).filter((name) => INSTALL_SCRIPTS.includes(name))).toEqual([]);
	});

	test('publishes dist alone', () => {
		expect(manifest.files.filter((entry) => !entry.startsWith('!'))).toEqual(['dist']);
	});
});

describe('n8n block', () => {
	const { nodes, credentials, n8nNodesApiVersion } = manifest.n8n;

	test('speaks version 1 of the node API', () => {
		expect(n8nNodesApiVersion).toBe(1);
	});

	test.each([...nodes, ...credentials])('%s has a source', (file) => {
		expect(file).toMatch(/^dist\/(nodes\/.+\.node|credentials\/.+\.credentials)\.js$/);
		expect(existsSync(resolve(root, sourceOf(file)))).toBe(true);
	});

	test('lists every node and credential there is', () => {
		const written = [
			...filesEndingWith('nodes', '.node.ts').map((file) => `nodes/${file}`),
			...filesEndingWith('credentials', '.credentials.ts').map((file) => `credentials/${file}`),
		];
		expect([...nodes, ...credentials].map(sourceOf).sort()).toEqual(written.sort());
	});

	test.each(nodes)('%s has its codex beside it, under the full name', (file) => {
		const codexPath = resolve(root, sourceOf(file).replace(/\.ts$/, '.json'));
		const codex = JSON.parse(readFileSync(codexPath, 'utf8')) as { node: string };
		const name = /(\w+)\.node\.js$/.exec(file)?.[1] ?? '';
		expect(codex.node).toBe(`${manifest.name}.${name.charAt(0).toLowerCase()}${name.slice(1)}`);
	});
});

describe('package-lock.json', () => {
	test.each(LOCKS)('%s names no registry', (lock) => {
		const text = readFileSync(resolve(root, lock), 'utf8');
		const { packages } = JSON.parse(text) as { packages: Record<string, { resolved?: string }> };
		expect(Object.keys(packages).length).toBeGreaterThan(1);
		expect(Object.keys(packages).filter((name) => packages[name]?.resolved !== undefined)).toEqual([]);
	});
});
