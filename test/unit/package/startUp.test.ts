import { spawnSync } from 'node:child_process';
import { manifest, root, sourceOf } from '../../support/package/sources';

/** Prints which files of the catalog are loaded once all nodes are. */
const LOAD = `
	for (const file of process.argv.slice(1)) require('./' + file);
	console.log(JSON.stringify(Object.keys(require.cache).map((file) => file.replaceAll('\\\\\\\\', '/')).filter((file) => /\\/(catalog|texts)\\/.*json$/.test(file))));
`;

test('loading the nodes reads nothing of the catalog but the events that the triggers list', () => {
	const files = [...manifest.n8n.nodes, ...manifest.n8n.credentials].map(sourceOf);
	const { stdout, stderr, status } = spawnSync(process.execPath, ['--require', 'tsx/cjs', '--eval', LOAD, ...files], {
		cwd: root,
		encoding: 'utf8',
	});
	expect([status, stderr]).toEqual([0, '']);
	const loaded = JSON.parse(stdout) as string[];
	expect(loaded.map((file) => file.split('/catalog/')[1])).toEqual(['events.json']);
});
