import { type Simulator, startSimulator } from '../../../simulator';
import type { Endpoint } from '../../../simulator/catalog/endpoints';
import { seeded, validRequest } from '../../../simulator/catalog/generate';
import { endpoints, send, tokensOf } from '../catalog/caller';

describe('who may call an endpoint', () => {
	let simulator: Simulator;
	let tokens: ReturnType<typeof tokensOf>;
	beforeAll(async () => {
		simulator = await startSimulator({ rateLimits: false });
		tokens = tokensOf(simulator);
	});
	afterAll(() => simulator.close());

	const only = (kind: string) => endpoints.filter(({ tokens: taken, host }) => !host && String(taken) === kind);

	/** Endpoints that answer anything but the code, of all that are asked. */
	async function others(asked: readonly Endpoint[], token: string, codes: readonly number[]): Promise<string[]> {
		const found: string[] = [];
		for (const endpoint of asked) {
			const answer = await send(simulator, endpoint, validRequest(endpoint, seeded(3)), token, { parents: false });
			if (!codes.includes(answer.code)) found.push(`${endpoint.id}: ${answer.code} ${answer.msg}`);
		}
		return found;
	}

	it('where only people may, an app is refused by 99991663, and by 20005 where the page has that', async () => {
		const asked = only('user');
		expect(asked.length).toBeGreaterThan(140);
		expect(await others(asked, tokens.tenant, [99991663, 20005])).toEqual([]);
	});

	it('where only apps may, a person is refused by 99991668', async () => {
		const asked = only('tenant');
		expect(asked.length).toBeGreaterThan(500);
		expect(await others(asked, tokens.user, [99991668])).toEqual([]);
	});
});
