import { basename, sep } from 'node:path';
import { circleIn, importsOf, sourcesIn } from '../../support/imports';

const files = sourcesIn('simulator');
const graph = importsOf(files);

/** What each room of the simulator may use. A room uses nothing that is not named here. */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
	platform: [],
	state: ['platform'],
	content: ['state', 'platform'],
	longConnection: ['state', 'platform'],
	base: ['state', 'platform'],
	sheets: ['state', 'platform'],
	docs: ['base', 'sheets', 'state', 'platform'],
	drive: ['base', 'sheets', 'docs', 'state', 'platform'],
	wiki: ['drive', 'state', 'platform'],
	approval: ['state', 'platform'],
	task: ['state', 'platform'],
	calendar: ['state', 'platform'],
	events: ['approval', 'task', 'calendar', 'base', 'content', 'longConnection', 'state', 'platform'],
	gateway: ['events', 'longConnection', 'state', 'platform'],
	accounts: ['catalog', 'gateway', 'events', 'state', 'platform'],
	api: [
		...['accounts', 'catalog', 'gateway', 'events', 'longConnection', 'base', 'sheets', 'docs', 'drive'],
		...['approval', 'task', 'calendar', 'wiki', 'content'],
		...['state', 'platform'],
	],
	catalog: ['gateway', 'base', 'sheets', 'docs', 'state', 'platform'],
	seed: ['approval', 'task', 'calendar', 'base', 'docs', 'sheets', 'drive', 'wiki', 'state', 'platform'],
	admin: [
		...['accounts', 'seed', 'api', 'gateway', 'events', 'longConnection', 'base', 'sheets', 'docs', 'drive'],
		...['approval', 'task', 'calendar', 'wiki', 'content', 'state', 'platform'],
	],
};

const roomOf = (file: string) => file.split(sep)[1] ?? '';

describe('the house of the simulator', () => {
	it('has no circle of imports, those of types included', () => {
		expect(files.length).toBeGreaterThan(100);
		expect(circleIn(graph)).toBeUndefined();
	});

	it.each(Object.entries(ROOMS))('%s uses only %j', (room, used) => {
		const arrows = files
			.filter((file) => roomOf(file) === room)
			.flatMap((file) => (graph.get(file) ?? []).map((target) => [file, target] as const))
			.filter(([, target]) => target.startsWith(`simulator${sep}`) && roomOf(target) !== room);
		expect(arrows.filter(([, target]) => !used.includes(roomOf(target)))).toEqual([]);
	});

	it('names every room', () => {
		const rooms = new Set(files.filter((file) => file.split(sep).length > 2).map(roomOf));
		expect([...rooms].sort()).toEqual(Object.keys(ROOMS).sort());
	});

	it('has no two files of one name in a room', () => {
		const names = files
			.filter((file) => basename(file) !== 'index.ts')
			.map((file) => `${roomOf(file)}/${basename(file)}`);
		expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
		expect(names.filter((name) => !/\/[a-z][A-Za-z0-9]*\.ts$/.test(name))).toEqual([]);
	});

	it('knows nothing of the package that it judges', () => {
		const outside = [...graph.values()].flat().filter((target) => !target.startsWith(`simulator${sep}`));
		expect(outside.filter((target) => !target.startsWith(`scripts${sep}catalog${sep}`))).toEqual([]);
	});
});
