/**
 * Each operation of each node, as each of those who may act, on each region's hosts: it succeeds where it takes the
 * identity, and else is refused before any call with what to choose.
 */
import type { INodeParameters } from 'n8n-workflow';

import {
	byId,
	usePlatform,
	type CredentialRef,
	type ItemSpec,
	type NodeName,
	type Platform,
} from '../../support/engine';
import { OPERATIONS } from '../../support/engine/execute';
import { caseOf, parametersOf } from '../../support/engine/cases';
import { botsOf } from '../../support/engine/customBots';
import { EVERYONE, filledInBy, freshBases, handOver, leaveStore } from '../../support/engine/everyone';
import { leadPublicHosts, REGIONS, type PublicHosts, type RegionName } from '../../support/engine/publicHosts';

interface Row {
	key: string;
	node: NodeName;
	/** Who may; undefined where no call is made. */
	identity?: string;
	parameters(platform: Platform): INodeParameters;
	items?: readonly ItemSpec[];
}

const called = (key: string, identity: string, endpoint: string, value: INodeParameters): Row => ({
	key,
	node: 'feishuOpenApi',
	identity,
	parameters: () => ({
		resource: 'endpoint',
		operation: 'call',
		endpoint: byId(endpoint),
		parameters: { mappingMode: 'defineBelow', value },
	}),
});

const ROWS: readonly Row[] = [
	...OPERATIONS.map(({ resource, operation, nodeName: node, identity }) => {
		const key = `${resource}:${operation}`;
		return { key, node, identity, items: caseOf(key).items, parameters: (p: Platform) => parametersOf(key, p) };
	}),
	called('endpoint:call of both', 'either', 'GET /open-apis/im/v1/chats', {}),
	called('endpoint:call of apps', 'app', 'POST /open-apis/contact/v3/users/batch_get_id', { 'body.emails': 'a@b.c' }),
	called('endpoint:call of people', 'user', 'GET /open-apis/search/v1/user', { 'query.query': 'a' }),
	{
		key: 'endpoint:find',
		node: 'feishuOpenApi',
		parameters: () => ({ resource: 'endpoint', operation: 'find', searchFor: 'send a message' }),
	},
	{
		key: 'customRequest:send',
		node: 'feishuOpenApi',
		identity: 'either',
		parameters: () => ({ resource: 'customRequest', operation: 'send', method: 'GET', path: '/open-apis/im/v1/chats' }),
	},
];

const CHOOSE_AN_APP = 'Choose a credential of the kind Feishu API';
const CHOOSE_A_PERSON = 'Choose a credential of the kind Feishu OAuth2 API';

/** What asks for more of the app than its token, and goes by its credential. */
const KNOWS_APP: ReadonlySet<string> = new Set([
	'message:sendAndWait',
	'event:parse',
	'approvalInstance:createAndWait',
]);

/** Whether somebody is among those who may. */
const may = (identity: string | undefined, isPerson: boolean) =>
	identity === undefined || identity === 'either' || (identity === 'user') === isPerson;

describe.each(Object.entries(REGIONS))('on the hosts of %s', (region, { where, host, lacks }) => {
	const platform = usePlatform({ settings: { region: region as RegionName } });
	const { addBot, credentialOf, messages } = botsOf(platform);
	let hosts: PublicHosts;
	beforeAll(() => {
		hosts = leadPublicHosts(() => platform.simulator);
	});
	beforeEach(() => hosts.forget());
	afterAll(() => hosts.restore());

	describe.each(Object.entries(EVERYONE))('as %s', (_who, { isPerson, isToken, make }) => {
		let credential: CredentialRef;
		beforeAll(async () => {
			credential = await make(platform, where);
			freshBases(platform);
		});
		afterAll(() => leaveStore(platform));

		const run = async ({ node, parameters, items }: Row) => {
			const given = filledInBy(isPerson, parameters(platform));
			if (isPerson) handOver(platform);
			return await platform.run({ node, parameters: given, items, credential });
		};
		const those = (are: (row: Row) => boolean) => ROWS.filter(are).map((row) => [row.key, row] as const);
		const takes = ({ identity }: Row) => may(identity, isPerson);
		const isVague = (row: Row) => isToken === true && KNOWS_APP.has(row.key) && takes(row);

		test.each(those((row) => takes(row) && !isVague(row)))('%s succeeds', async (key, row) => {
			const { error } = await run(row);
			if (lacks.includes(key)) expect(error?.message).toBe('The platform does not know this address');
			else expect([error?.message, error?.description]).toEqual([undefined, undefined]);
			expect(hosts.asked()).toEqual(row.identity === undefined ? [] : [host]);
		});

		test.each(those((row) => !takes(row)))('%s is refused before any call', async (_key, row) => {
			const { error } = await run(row);
			expect(error?.message).toMatch(isPerson ? /takes an app's identity only/ : /takes a person's login only/);
			expect(error?.description).toContain(isPerson ? CHOOSE_AN_APP : CHOOSE_A_PERSON);
			expect(platform.simulator.requests).toEqual([]);
		});

		if (isToken)
			test.each(those(isVague))(
				'%s is refused before any call, because a token does not tell its app',
				async (_key, row) => {
					const { error } = await run(row);
					expect(error?.message).toContain('does not say which app it belongs to');
					expect(error?.description).toContain(CHOOSE_AN_APP);
					expect(platform.simulator.requests).toEqual([]);
				},
			);
	});

	test('a custom bot, whose address says where it is', async () => {
		const { bot } = addBot();
		const credential = credentialOf(`https://${host}/open-apis/bot/v2/hook/${bot.hook_id}`);
		const { error } = await platform.run({ node: 'feishuCustomBot', parameters: { text: 'Hello' }, credential });
		expect([error?.message, error?.description]).toEqual([undefined, undefined]);
		expect(messages({ bot, credential })).toHaveLength(1);
		expect(hosts.asked()).toEqual([host]);
	});
});
