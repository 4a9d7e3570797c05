import { type Simulator, startSimulator } from '../../../simulator';
import { seeded, validRequest } from '../../../simulator/catalog/generate';
import { endpoints, isStored, send, tokenFor, tokensOf } from './caller';

/** What is in no chat, base, document or calendar answers 404 with the code of its product; an address nobody knows has no code. */
const isOfAbsent = (answer: Buffer) => /"code":\d{6,7}\b/.test(answer.toString());

describe('every endpoint of the catalog', () => {
	let simulator: Simulator;
	beforeAll(async () => {
		simulator = await startSimulator({ rateLimits: false });
	});
	afterAll(() => simulator.close());

	it('takes a valid request; a page for a browser is 404', async () => {
		const tokens = tokensOf(simulator);
		const random = seeded(3);
		const wrong: string[] = [];
		for (const endpoint of endpoints) {
			const values = validRequest(endpoint, random);
			const answer = await send(simulator, endpoint, values, tokenFor(endpoint, tokens));
			const expected =
				endpoint.host === 'accounts'
					? answer.status === 404
					: isStored(endpoint)
						? answer.status !== 404 || isOfAbsent(answer.bytes)
						: answer.status === 200;
			if (!expected) wrong.push(`${endpoint.id}: ${answer.status} ${answer.bytes.toString().slice(0, 500)}`);
		}
		expect(wrong).toEqual([]);
		expect(endpoints.length).toBeGreaterThanOrEqual(1848);
	});
});
