import fc from '../../../support/generated';
import { NewOptions } from '../../../../feishu/base/newOptions';

const field = (field_name: string, type: number, ...names: string[]) => ({
	field_id: `fld${field_name}`,
	field_name,
	type,
	property: { options: names.map((name) => ({ name })) },
});
const fields = [field('Tags', 4, 'old'), field('Kinds', 4), field('State', 3)];
const rows = (...tags: string[][]) => tags.map((Tags) => ({ fields: { Tags } }));

it.each<[string, Array<{ fields: Record<string, unknown> }>, number]>([
	['nothing', [], 0],
	['options that are there', rows(['old'], ['old'], ['old']), 3],
	['new ones, each once', rows(['a'], ['b', 'c'], ['old']), 3],
	['the same new one twice', rows(['a'], ['old'], ['b', 'a'], ['c']), 2],
	['the same name in two fields', [{ fields: { Tags: ['a'] } }, { fields: { Kinds: ['a'] } }], 2],
	['a field of one option, which gets it once', [{ fields: { State: 'a' } }, { fields: { State: 'a' } }], 2],
	['cells that are cleared', [{ fields: { Tags: null } }, { fields: {} }], 2],
])('of %s', (_what, given, fit) => {
	expect(new NewOptions(fields).fit(given)).toBe(fit);
});

it('knows what was written', () => {
	const options = new NewOptions(fields);
	options.keep(rows(['a']));
	expect(options.fit(rows(['a'], ['a'], ['b'], ['b']))).toBe(3);
});

it('never lets a new name go twice, and always lets something go', () => {
	const name = fc.constantFrom('a', 'b', 'c', 'd', 'old');
	fc.assert(
		fc.property(fc.array(fc.uniqueArray(name), { maxLength: 30 }), (lists) => {
			const options = new NewOptions(fields);
			const there = new Set(['old']);
			let rest = rows(...lists);
			while (rest.length > 0) {
				const fit = options.fit(rest);
				const some = rest.slice(0, fit);
				const fresh = some.flatMap(({ fields: { Tags } }) => Tags).filter((one) => !there.has(one));
				expect(fit).toBeGreaterThan(0);
				expect(new Set(fresh).size).toBe(fresh.length);
				for (const one of fresh) there.add(one);
				options.keep(some);
				rest = rest.slice(fit);
			}
		}),
	);
});
