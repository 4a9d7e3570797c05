import { parametersOf, sdkEndpoints } from './endpoints';
import { generateCall, isExcluded } from './generate';

const endpoints = sdkEndpoints();

it('fills every parameter of every endpoint that no other excludes, the same each time', () => {
	for (const [index, endpoint] of endpoints.entries()) {
		const call = generateCall(endpoint, index);
		for (const part of ['path', 'query', 'body'] as const) {
			const given = [...Object.keys(call.request[part]), ...(part === 'body' ? Object.keys(call.files) : [])].sort();
			const wanted = parametersOf(endpoint, part)
				.map(([name]) => name)
				.filter((name) => !isExcluded(endpoint.request?.[part], name));
			expect({ id: endpoint.id, part, given }).toEqual({ id: endpoint.id, part, given: wanted.sort() });
		}
		expect(generateCall(endpoint, index)).toEqual(call);
	}
});

it('keeps to the bounds of the catalog', () => {
	let checked = 0;
	for (const [index, endpoint] of endpoints.entries()) {
		const { request } = generateCall(endpoint, index);
		for (const part of ['path', 'query', 'body'] as const) {
			for (const [name, { enum: choices, minimum = -Infinity, maximum = Infinity, type }] of parametersOf(
				endpoint,
				part,
			)) {
				const value = request[part][name];
				if (isExcluded(endpoint.request?.[part], name)) continue;
				if (choices) expect(choices).toContain(value);
				else if (type === 'integer' || type === 'number') {
					expect(value).toBeGreaterThanOrEqual(minimum);
					expect(value).toBeLessThanOrEqual(maximum);
					if (type === 'integer') expect(value).toBe(Math.trunc(Number(value)));
				} else continue;
				checked += 1;
			}
		}
	}
	expect(checked).toBeGreaterThan(1_000);
});
