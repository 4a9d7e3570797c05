import { createContext, runInContext } from 'node:vm';
import { loadedFile, type ClassType } from '../../../scripts/build/loadedFile';
import { classNameOf } from '../../../scripts/lib/operations';
import { loadSource, manifest, sourceOf } from '../../support/package/sources';

type Instance = Record<string, unknown>;

/** The class of the file that is written for this one, and how often it has read the code. */
function loaded(type: ClassType, className: string) {
	const text = loadedFile({ className, source: 'nodes/Sample.node.ts', code: '../code/sample.js', type });
	const exported: Record<string, new () => Instance> = {};
	const read: string[] = [];
	runInContext(
		text,
		createContext({
			exports: exported,
			require: (path: string) => {
				read.push(path);
				return { [className]: type };
			},
		}),
	);
	const Loaded = exported[className];
	if (!Loaded) throw new Error(`No class ${className} in:\n${text}`);
	return { Loaded, read, text };
}

/** Without what belongs to the other context: prototypes of objects and arrays. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

let made = 0;

class Sample {
	static readonly operations = ['send', 'reply'];

	description = {
		displayName: 'Sample “名”',
		version: [1],
		nothing: undefined,
		none: null,
		'key-with-dash': { deep: [[{ text: "it's `${here}`\n" }], []] },
		properties: [{ name: 'a' }, { name: 'b' }],
	};

	methods = {
		listSearch: {
			async search(this: unknown, filter: string, token?: string) {
				return [this, filter, token];
			},
			arrow: () => 'arrow',
			'with-dash': () => 'dashed',
		},
	};

	constructor() {
		made += 1;
	}

	async execute(this: unknown, ...rest: unknown[]) {
		return [this, ...rest];
	}

	webhook() {
		throw new Error('refused');
	}
}

describe('the file that n8n loads', () => {
	test('has the class with its data, and reads no code for it', () => {
		const { Loaded, read } = loaded(Sample, 'Sample');
		const instance = new Loaded();
		expect(Loaded.name).toBe('Sample');
		expect(plain(instance)).toEqual(plain(new Sample()));
		expect(Object.keys(instance)).toEqual(['description', 'methods']);
		expect(read).toEqual([]);
	});

	test('has the same functions in the same places', () => {
		const instance = new (loaded(Sample, 'Sample').Loaded)();
		expect(Object.keys((instance.methods as Sample['methods']).listSearch)).toEqual(['search', 'arrow', 'with-dash']);
		expect(Object.getOwnPropertyNames(Object.getPrototypeOf(instance))).toEqual(['constructor', 'execute', 'webhook']);
	});

	test('reads the code at the first call, and hands on `this`, what it was given, and what comes back', async () => {
		const { Loaded, read } = loaded(Sample, 'Sample');
		const instance = new Loaded() as unknown as Sample;
		const context = { context: true };
		expect(await instance.execute.call(context, 1, 'two')).toEqual([context, 1, 'two']);
		expect(read).toEqual(['../code/sample.js']);
		expect(await instance.methods.listSearch.search.call(context, 'filter')).toEqual([context, 'filter', undefined]);
		expect(instance.methods.listSearch.arrow()).toBe('arrow');
		expect(instance.methods.listSearch['with-dash']()).toBe('dashed');
		expect(() => instance.webhook()).toThrow('refused');
	});

	test('makes no instance of the code to run it, and one for all searches', async () => {
		const instance = new (loaded(Sample, 'Sample').Loaded)() as unknown as Sample;
		made = 0;
		await instance.execute.call({});
		expect(made).toBe(0);
		instance.methods.listSearch.arrow();
		instance.methods.listSearch.arrow();
		expect(made).toBe(1);
	});

	test('gives what the class has of its own from the code', () => {
		const { Loaded, read } = loaded(Sample, 'Sample');
		expect((Loaded as unknown as typeof Sample).operations).toEqual(['send', 'reply']);
		expect(read).toHaveLength(1);
	});

	test('says from which source it was made', () => {
		expect(loaded(Sample, 'Sample').text).toContain('from nodes/Sample.node.ts');
	});

	test('has what stands under a symbol that all files share, and nothing under another', () => {
		const shared = Symbol.for('n8n.sample');
		class Marked {
			description = { webhooks: [{ path: 'webhook', [shared]: { mode: { resolve: () => 'now' } } }] };
		}
		const { Loaded, read } = loaded(Marked, 'Marked');
		const [webhook] = (new Loaded() as unknown as Marked).description.webhooks;
		expect(Object.getOwnPropertySymbols(webhook)).toEqual([shared]);
		expect(read).toEqual([]);
		expect(webhook?.[shared].mode.resolve()).toBe('now');
		class Odd {
			description = { [Symbol('own')]: 1 };
		}
		const file = () => loadedFile({ className: 'Odd', source: 'odd.ts', code: '', type: Odd });
		expect(file).toThrow('Odd.description has a symbol of its own: Symbol(own)');
	});

	test('is not made of a class that extends another', () => {
		class Derived extends Sample {}
		const file = () => loadedFile({ className: 'Derived', source: 'derived.ts', code: '', type: Derived });
		expect(file).toThrow("derived.ts: a class that extends another can't be loaded lazily");
	});

	test.each<[string, unknown]>([
		['a Set', new Set([1])],
		['a pattern', /x/],
		['a number that JSON lacks', NaN],
		['a symbol', Symbol('x')],
	])('is not made of a class with %s in its data', (_case, value) => {
		class Odd {
			description = { deep: [value] };
		}
		const file = () => loadedFile({ className: 'Odd', source: 'odd.ts', code: '', type: Odd });
		expect(file).toThrow('Odd.description.deep[0] is neither data nor a function');
	});

	test('is not made of a class with an accessor', () => {
		class Odd {
			get description() {
				return {};
			}
		}
		const file = () => loadedFile({ className: 'Odd', source: 'odd.ts', code: '', type: Odd });
		expect(file).toThrow('odd.ts: description is no method');
	});
});

describe.each([...manifest.n8n.nodes, ...manifest.n8n.credentials])('%s', (file) => {
	test('can be written so, and says what its class says', () => {
		const className = classNameOf(file);
		const type = (loadSource(file) as Record<string, ClassType>)[className];
		if (!type) throw new Error(`${sourceOf(file)} has no class ${className}`);
		const { Loaded, read } = loaded(type, className);
		const [instance, original] = [new Loaded(), new type() as Instance];
		expect(plain(instance)).toEqual(plain(original));
		expect(functionsOf(instance)).toEqual(functionsOf(original));
		expect(Object.getOwnPropertyNames(Loaded.prototype)).toEqual(Object.getOwnPropertyNames(type.prototype));
		expect(read).toEqual([]);
	});
});

/** Paths of the functions in data: `methods.listSearch.searchChats`. */
function functionsOf(value: unknown, path = ''): string[] {
	if (typeof value === 'function') return [path];
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, entry]) => functionsOf(entry, `${path}.${key}`));
}
