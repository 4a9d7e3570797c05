import { type Simulator, startSimulator } from '../../../simulator';
import type { Endpoint } from '../../../simulator/catalog/endpoints';
import { seeded, validRequest } from '../../../simulator/catalog/generate';
import { type Answer, endpoint, endpoints, isStored, send, tokenFor, tokensOf } from './caller';
import { type WrongRequest, wrongRequests } from './wrongValues';

const random = seeded(20_260);

const fieldCount = ({ request = {} }: Endpoint) =>
	[request.path, request.query, request.body].flatMap((part) => Object.keys(part?.properties ?? {})).length;

/** One endpoint of each domain that has values to check, and some of the uploads. */
function sample(): Endpoint[] {
	const open = endpoints.filter((each) => each.host !== 'accounts' && !isStored(each) && fieldCount(each) > 1);
	const domains = new Set(open.map(({ domain }) => domain));
	const byDomain = [...domains].map((domain) => open.filter((each) => each.domain === domain));
	const uploads = open.filter(({ upload }) => upload);
	const pick = (list: Endpoint[] = []) => list[Math.floor(random() * list.length)] as Endpoint;
	return [...new Set([...byDomain.map(pick), pick(uploads), pick(uploads), pick(uploads)])];
}

const SAMPLE = sample();
/** Most wrong values that are tried of one endpoint; deep bodies have thousands. */
const MOST = 80;

const refusal = ({ code, msg, error }: Answer) =>
	code === 9499
		? [code, /^Invalid parameter type in json: (.*)\. Invalid parameter value: /.exec(msg)?.[1]]
		: [code, ...(error.field_violations ?? []).map(({ field }) => field)];

function some(wrong: WrongRequest[]): WrongRequest[] {
	while (wrong.length > MOST) wrong.splice(Math.floor(random() * wrong.length), 1);
	return wrong;
}

describe('values of catalogued endpoints', () => {
	let simulator: Simulator;
	let tokens: { tenant: string; user: string };
	beforeAll(async () => {
		simulator = await startSimulator({ rateLimits: false });
		tokens = tokensOf(simulator);
	});
	afterAll(() => simulator.close());

	it('are tried in every domain', () => {
		expect(SAMPLE.length).toBeGreaterThanOrEqual(50);
		const kinds = SAMPLE.flatMap((each) => [
			...wrongRequests(each, validRequest(each, seeded(1), { optional: 'all' })),
		]);
		expect(kinds.length).toBeGreaterThan(500);
	});

	it.each(SAMPLE.map((each) => [each.id, each] as const))('%s', async (_id, target) => {
		const token = tokenFor(target, tokens);
		for (const optional of ['none', 'some', 'some', 'all'] as const) {
			const answer = await send(simulator, target, validRequest(target, random, { optional }), token);
			expect([answer.status, answer.msg]).toEqual([200, target.download ? '' : 'success']);
		}
		const valid = validRequest(target, random, { optional: 'all' });
		for (const { values, place, field, code } of some([...wrongRequests(target, valid)])) {
			const answer = await send(simulator, target, values, token);
			expect([place, answer.status, refusal(answer)]).toEqual([place, 400, [code, field]]);
		}
	});

	it.each([
		['start_time', '2026-01-02T03:04:05Z', '99992402 start_time'],
		['start_time', '1700000000000', '99992402 start_time'],
		['anchor_time', '1700000000', '0'],
		['page_size', 'ten', '99992402 page_size'],
		['page_size', '10000', '99992402 page_size'],
	])('of events: %s %s answers %s', async (name, value, expected) => {
		const target = endpoint('GET /open-apis/calendar/v4/calendars/:calendar_id/events');
		const values = { path: { calendar_id: 'primary' }, query: { [name]: value }, files: {} };
		expect(refusal(await send(simulator, target, values, tokens.tenant)).join(' ')).toBe(expected);
	});

	it('of tasks: a body names the field that is of a wrong type, inside a list too', async () => {
		const target = endpoint('POST /open-apis/task/v2/tasks');
		const answer = await send(
			simulator,
			target,
			{ path: {}, query: {}, body: { summary: 'x', members: [{ id: 7, role: 'assignee' }] }, files: {} },
			tokens.tenant,
		);
		expect(answer.msg).toBe(
			'Invalid parameter type in json: members[0].id. Invalid parameter value: 7. Please check and modify accordingly.',
		);
	});
});
