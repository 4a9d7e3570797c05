import { BUILD_TIMEOUT, built, run } from '../../support/package/built';
import { iconsOf } from '../../support/package/icons';
import { schemaFiles } from '../../../scripts/lib/outputSchemas';
import { loadSource, manifest } from '../../support/package/sources';

/** The only kinds of file that n8n reads from a package, and what npm adds of its own. */
const WANTED = [
	/^dist\/nodes\/(\w+)\/\1\.node\.js$/,
	/^dist\/credentials\/\w+\.credentials\.js$/,
	/^dist\/code\/.+\.js$/,
	/^dist\/code\/packages\/[\w.-]+\.LICENSE$/,
	/^dist\/nodes\/.+\.node\.json$/,
	/^dist\/nodes\/.+\/__schema__\/.+\.json$/,
	/^dist\/catalog\/(index|events|operations|rates|synonyms|userScopes|uses)\.json$/,
	/^dist\/catalog\/endpoints\/\w+\.json$/,
	/^dist\/texts\/(\w+\.json|NOTICE)$/,
	/^dist\/icons\/.+\.svg$/,
	/^(package\.json|LICENSE|README(\.zh-CN)?\.md)$/,
];

/** Paths in the tarball that `npm pack` would make. */
function tarball(): string[] {
	const output = run('npm', ['pack', '--dry-run', '--json', '--ignore-scripts']);
	const [pack] = JSON.parse(output) as Array<{ files: Array<{ path: string }> }>;
	return (pack?.files ?? []).map(({ path }) => path);
}

describe('npm pack', () => {
	let files: string[];

	beforeAll(() => {
		built();
		files = tarball();
	}, BUILD_TIMEOUT);

	test('holds every node and credential with its codex', () => {
		const { nodes, credentials } = manifest.n8n;
		const codices = nodes.map((file) => file.replace(/\.js$/, '.json'));
		expect(files).toEqual(expect.arrayContaining([...nodes, ...credentials, ...codices]));
	});

	test('holds the schema of each operation', () => {
		const schemas = schemaFiles(manifest.n8n.nodes, loadSource).map(({ path }) => path);
		expect(schemas.length).toBeGreaterThan(80);
		expect(files).toEqual(expect.arrayContaining(schemas));
	});

	test('holds the icons of each node and credential', () => {
		const icons = [...manifest.n8n.nodes, ...manifest.n8n.credentials].flatMap(iconsOf);
		expect(new Set(icons).size).toBe(2 * manifest.n8n.nodes.length);
		expect(files).toEqual(expect.arrayContaining(icons.map((icon) => `dist/${icon}`)));
	});

	test('holds readme and licence', () => {
		expect(files).toEqual(expect.arrayContaining(['README.md', 'LICENSE', 'package.json']));
	});

	test('holds nothing else', () => {
		expect(files.filter((file) => !WANTED.some((pattern) => pattern.test(file)))).toEqual([]);
	});
});
